//! Pages of lists: which part is wanted, what is shown of it, and where the next page begins.

use access::{Action, Scope};
use record::{Id, Moment};

use crate::sql::Value;
use crate::{Row, StoreError, Work, args};

/// In which order a list is walked: by `guard.listed`, which is when a record began, or when a clock
/// is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The latest first.
    Newest,
    /// The earliest first.
    Oldest,
}

/// Which part of a list is read.
#[derive(Clone, Debug)]
pub struct Window {
    /// The order of the statement's `page!`.
    pub order: Order,
    /// Only records in this state; in every state that the statement names, if none is given.
    pub state: Option<&'static str>,
    /// Where the page before ended.
    pub after: Option<(Moment, Id)>,
    /// How many rows at most.
    pub limit: i64,
    /// How many records a part of it is looked for among, by [`sift!`](crate::sift).
    pub through: i64,
}

/// How many records one page is looked for among: more than most people ever hold, and few enough for
/// a page that comes at once.
const THROUGH: i64 = 400;

/// One page of a list.
#[derive(Clone, Debug)]
pub struct Page<T> {
    /// Its lines, in the order of the list.
    pub lines: Vec<T>,
    /// Where the next page begins, if there may be one.
    pub next: Option<Next>,
}

/// Where the next page of a list begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Next {
    /// After this place in the order of the list.
    pub after: (Moment, Id),
    /// Whether the page before is short because it was looked for among so many and no more.
    pub looks_on: bool,
}

impl<T> Page<T> {
    /// A page, and the place of its last line if another follows.
    pub fn new(lines: Vec<T>, last: Option<(Moment, Id)>) -> Self {
        let next = last.map(|after| Next {
            after,
            looks_on: false,
        });
        Self { lines, next }
    }

    /// A list that ends here.
    pub fn whole(lines: Vec<T>) -> Self {
        Self { lines, next: None }
    }
}

impl Window {
    /// No more than so many, the latest first, after the place where the page before ended.
    pub fn newest(after: Option<(Moment, Id)>, limit: i64) -> Self {
        Self {
            order: Order::Newest,
            state: None,
            after,
            limit,
            through: THROUGH,
        }
    }

    /// No more than so many, the earliest first, after the place where the page before ended.
    pub fn oldest(after: Option<(Moment, Id)>, limit: i64) -> Self {
        Self {
            order: Order::Oldest,
            ..Self::newest(after, limit)
        }
    }

    /// Only records in this state, if one is given.
    #[must_use]
    pub fn in_state(mut self, state: Option<&'static str>) -> Self {
        self.state = state;
        self
    }
}

/// How many rows the SQL of a list is asked for: one more than a page holds, which tells whether
/// another page follows.
pub fn one_more(page: usize) -> i64 {
    i64::try_from(page).map_or(i64::MAX, |page| page.saturating_add(1))
}

impl Work {
    /// Commits the ledger's entry to the record of every row that is shown.
    pub async fn show<'r, T: 'r>(
        &self,
        rows: impl IntoIterator<Item = &'r T>,
        record: impl Fn(&T) -> Id,
    ) {
        let shown: Vec<Id> = rows.into_iter().map(record).collect();
        self.shown(&shown).await;
    }

    /// Makes a page of rows that were read by [`one_more`]: cuts it, and commits the ledger's entry to
    /// every record it shows. Answers its last row, if another page follows that one.
    pub async fn cut<'r, T: Send + Sync>(
        &self,
        rows: &'r mut Vec<T>,
        page: usize,
        record: impl Fn(&T) -> Id + Send,
    ) -> Option<&'r T> {
        let more = rows.len() > page;
        rows.truncate(page);
        self.show(&*rows, record).await;
        rows.last().filter(|_| more)
    }

    /// The same with the place of each line in the order of the list.
    pub async fn page<T: Send + Sync>(
        &self,
        mut lines: Vec<T>,
        page: usize,
        place: impl Fn(&T) -> (Moment, Id) + Send + Sync,
    ) -> Page<T> {
        let last = self.cut(&mut lines, page, |line| place(line).1).await;
        let last = last.map(&place);
        Page::new(lines, last)
    }

    /// A page of what fits, by a statement of [`sift!`](crate::sift); `own` are the statement's own
    /// parameters. It commits the ledger's entry to every record it shows.
    pub async fn sift<A: Action, T>(
        &self,
        scope: &Scope<A>,
        window: &Window,
        (sql, own): (&'static str, Vec<Value>),
        read: impl Fn(&Row) -> Result<T, StoreError>,
    ) -> Result<Page<T>, StoreError> {
        let walk = Window {
            limit: window.through,
            ..window.clone()
        };
        let mut args = self.store().gate().page(scope, &walk);
        args.extend(args![window.limit]);
        args.extend(own);
        let mut rows = self.rows(sql, args).await?;
        let to = |row: &Row| Ok::<_, StoreError>((row.moment("walked_to")?, row.id("record")?));
        // The last record that was looked at comes with those that fit, whether it fits or not.
        let mut edge = None;
        if let Some(last) = rows.last()
            && last.int("place")? == window.through
        {
            edge = Some(to(last)?);
            if last.int("fits")? == 0 {
                rows.pop();
            }
        }
        let page = usize::try_from(window.limit - 1).unwrap_or(0);
        let last = if rows.len() > page {
            rows.truncate(page);
            rows.last().map(to).transpose()?
        } else {
            None
        };
        let shown = rows.iter().map(|row| row.id("record"));
        let shown: Vec<Id> = shown.collect::<Result<_, _>>()?;
        self.shown(&shown).await;
        let lines = rows.iter().map(read).collect::<Result<_, _>>()?;
        let edge = edge.map(|after| Next {
            after,
            looks_on: true,
        });
        let page = Page::new(lines, last);
        Ok(Page {
            next: page.next.or(edge),
            ..page
        })
    }
}
