//! Rights not yet met, chosen by a sentence: whose they are, where, and in which state.

use protection::bed::{Age, Decline, Needs};
use protection::right::State;
use protection::right::list::{Wanted, Whose};

use crate::beds::{Country, WOMEN, woman};
use crate::installation::{BASRA, Installation};

const BAGHDAD: &str = "IQG08";

#[tokio::test]
async fn a_sentence_chooses_among_rights() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let asker = country.asker();
        let home = site.home(&[WOMEN], BASRA).await;
        let girl = Needs {
            age: Age::From13,
            ..woman()
        };
        site.ask(&asker, None, girl).await.unwrap();
        let asked = site.ask(&asker, None, woman()).await.unwrap();
        site.decline(home, asked.request, Decline::Full, None)
            .await
            .unwrap();
        site.react().await;

        let all = site.rights(&asker).await;
        let children = all.iter().filter(|line| line.child).count();
        assert!(children > 0 && children < all.len(), "{all:?}");
        let in_basra = |whose| Wanted {
            governorate: Some(BASRA.to_owned()),
            whose,
            ..Wanted::default()
        };
        let elsewhere = Wanted {
            governorate: Some(BAGHDAD.to_owned()),
            ..Wanted::default()
        };
        let of = |whose| Wanted {
            whose: Some(whose),
            ..Wanted::default()
        };
        let closed = Wanted {
            state: Some(State::Closed),
            ..in_basra(None)
        };
        // what is wanted, how many there are
        for (wanted, count) in [
            (in_basra(None), all.len()),
            (elsewhere, 0),
            (of(Whose::Children), children),
            (of(Whose::Adults), all.len() - children),
            (in_basra(Some(Whose::Adults)), all.len() - children),
            (closed, 0),
        ] {
            let found = site.rights_of(&asker, wanted.clone()).await;
            assert_eq!(found.len(), count, "{wanted:?}: {found:?}");
            let is_of = |child: bool| match wanted.whose {
                Some(Whose::Children) => child,
                Some(Whose::Adults) => !child,
                None => true,
            };
            assert!(found.iter().all(|line| is_of(line.child)), "{wanted:?}");
        }
    })
    .await;
}
