//! The forms of this feature: their fields, how long each may be, and what is said where one is
//! missing.

use page::{Form, Wrong};
use record::{Id, ShortCode};
use vault::Plain;

use super::rules::LONGEST;
use super::{Decline, Exit, Renewal};

page::fields! {
    /// A form that ends a stay.
    #[derive(Clone, Debug)]
    pub struct Ending {
        /// The part.
        pub ask: Id = unseen(),
        /// How it ended.
        pub exit: Exit = choice("bed-end-exit", "", "bed-wrong-exit"),
        /// Whether somebody knows where they are now.
        pub known: bool = tick("bed-end-known", ""),
    }
}

page::fields! {
    /// A button about one house's part.
    #[derive(Clone, Debug)]
    pub struct OneAsk {
        /// The part.
        pub ask: Id = unseen(),
    }
}

page::fields! {
    /// A form that renews a hold.
    #[derive(Clone, Debug)]
    pub struct Renewing {
        /// The part.
        pub ask: Id = unseen(),
        /// Why it goes on.
        pub because: Renewal = choice("bed-renew-because", "", "error-choose"),
    }
}

page::fields! {
    /// A form by which somebody wants no place any more.
    pub struct Cancelling judged by wished {
        /// Whether it is their own wish.
        pub wish: bool = tick("bed-cancel-wish", ""),
    }
}

page::fields! {
    /// A form by which a desk asks houses by hand.
    pub struct AskingNext {
        /// The houses.
        pub house: Vec<Id> = several("bed-houses", "bed-next-text", "error-choose"),
    }
}

page::fields! {
    /// A form that declines.
    #[derive(Clone, Debug)]
    pub struct Declining judged by declining {
        /// The part.
        pub ask: Id = unseen(),
        /// Why.
        pub code: Decline = choice("bed-decline-code", "", "bed-wrong-decline"),
        /// The body that set the condition, for a code that is not lawful.
        pub body: Option<Id> = select("bed-decline-body", "bed-decline-body-hint"),
    }
}

page::fields! {
    /// What a reviewer found: [`Decline::Other`] if the reason was another one and a good one.
    #[derive(Clone, Debug)]
    pub struct Reviewing judged by reviewing {
        /// The part.
        pub ask: Id = unseen(),
        /// The code that fits.
        pub code: Decline = choice("bed-review-code", "", "bed-wrong-decline"),
        /// The body that set the condition, for a code that is not lawful.
        pub body: Option<Id> = select("bed-decline-body", "bed-decline-body-hint"),
    }
}

page::fields! {
    /// A form that keeps two people apart.
    #[derive(Clone)]
    pub struct KeepingApart {
        /// The short code of the other request.
        pub code: ShortCode = line("bed-apart-code", "bed-apart-code-hint", "bed-wrong-apart"),
        /// Why, in free words. It is sealed.
        pub said: Plain<String> = area("bed-apart-said", "bed-apart-said-hint", "error-write", LONGEST, 4),
    }
}

/// Whether it is said who is charged: a condition that is not lawful was set by somebody, and
/// whoever chose a body first and a lawful reason then charges nobody.
fn is_charged(code: Decline, body: &mut Option<Id>, form: &mut Form) -> bool {
    if code.is_lawful() {
        *body = None;
    } else if body.is_none() {
        form.wrong("body", Wrong::new("bed-wrong-body"));
        return false;
    }
    true
}

fn declining(mut read: Declining, form: &mut Form) -> Option<Declining> {
    is_charged(read.code, &mut read.body, form).then_some(read)
}

fn reviewing(mut read: Reviewing, form: &mut Form) -> Option<Reviewing> {
    is_charged(read.code, &mut read.body, form).then_some(read)
}

fn wished(read: Cancelling, form: &mut Form) -> Option<Cancelling> {
    if !read.wish {
        form.wrong("wish", Wrong::new("bed-wrong-cancel"));
    }
    read.wish.then_some(read)
}
