//! The pages of shelters with made-up data.

use std::collections::BTreeSet;

use page::{Form, Frame, FrameKind, Sampled, Wrong, sampled};
use record::{Language, short_code};
use vault::Plain;

use super::address::WayPage;
use super::board::BoardPage;
use super::shelter::{ShelterPage, standing};
use crate::samples::{LONG, NOW, id};
use crate::shelter::board::Page;
use crate::shelter::{Age, Sex};
use crate::shelter::{Board, Declared, Demand, Lack, PlaceAge, PlaceSex, Places, Shelter, Supply};

const fn declared(sex: PlaceSex, age: PlaceAge, family: bool, places: i64) -> Declared {
    Declared {
        sex,
        age,
        family,
        disability: family,
        places,
    }
}

fn shelter(number: u8, full: bool) -> Shelter {
    let row = |number, declared, taken| Places {
        id: id(number),
        declared,
        taken,
    };
    Shelter {
        record: id(number),
        code: short_code(id(number)),
        governorate: if number.is_multiple_of(2) {
            "IQG02"
        } else {
            "IQG09"
        }
        .to_owned(),
        hours: if full { "08:00–14:00" } else { "24/7" }.to_owned(),
        languages: if full { "ar ckb bn" } else { "" }.to_owned(),
        closed: full,
        revision: 4,
        has_address: full,
        places: vec![
            row(
                61,
                declared(PlaceSex::Female, PlaceAge::Adult, true, 12),
                12,
            ),
            row(62, declared(PlaceSex::Any, PlaceAge::Adult, false, 8), 3),
        ],
    }
}

fn frame(language: Language, title: &'static str) -> Frame {
    Frame::sample(language, FrameKind::Staff, title)
}

fn country() -> Board {
    let supply = |place: &str, declared, taken| Supply {
        governorate: place.to_owned(),
        declared,
        taken,
    };
    let demand = |place: &str, sex, age, people: i64| Demand {
        governorate: place.to_owned(),
        sex,
        age,
        family: people == 3,
        disability: people == 1,
        people,
        together: 1,
        since: NOW.plus_seconds(-people * 7200),
        lack: match people {
            1 => Lack::NoSuchPlace,
            3 => Lack::Full,
            _ => Lack::NobodySaidYes,
        },
    };
    Board {
        supply: vec![
            supply(
                "IQG02",
                declared(PlaceSex::Female, PlaceAge::Adult, true, 12),
                12,
            ),
            supply(
                "IQG02",
                declared(PlaceSex::Female, PlaceAge::From13, false, 6),
                2,
            ),
            supply(
                "IQG09",
                declared(PlaceSex::Any, PlaceAge::Child, false, 20),
                5,
            ),
        ],
        demand: vec![
            demand("IQG02", Sex::Male, Age::Adult, 4),
            demand("IQG02", Sex::Male, Age::From13, 1),
            demand("IQG11", Sex::NotSaid, Age::Unknown, 3),
        ],
    }
}

/// The board.
pub(crate) fn board(language: Language) -> Vec<Sampled> {
    let page = |board: Option<&Board>, shelters: Vec<Shelter>, title| {
        let next = shelters.last().map(|last| (last.code.clone(), last.record));
        let page = Page { shelters, next };
        let own = BTreeSet::from(["IQG09".to_owned()]);
        let is_desk = board.is_some();
        let board = board.map(|board| (board, &own));
        BoardPage::new(
            frame(language, title),
            is_desk,
            board,
            &page,
            Form::default(),
        )
    };
    let shelters = || vec![shelter(40, true), shelter(41, false)];
    let (desk, own) = ("shelter-board-title", "shelter-list");
    let thrice = || (0..3).map(|_| country());
    let many = Board {
        supply: thrice().flat_map(|board| board.supply).collect(),
        demand: thrice().flat_map(|board| board.demand).collect(),
    };
    let all = (40..49).map(|number| shelter(number, false)).collect();
    vec![
        sampled("desk-many", language, &page(Some(&many), all, desk)),
        sampled("desk", language, &page(Some(&country()), shelters(), desk)),
        sampled(
            "desk-empty",
            language,
            &page(Some(&Board::default()), Vec::new(), desk),
        ),
        sampled("manager", language, &page(None, shelters(), own)),
        sampled("manager-empty", language, &page(None, Vec::new(), own)),
    ]
}

/// A new shelter.
pub(crate) fn begin(language: Language) -> Vec<Sampled> {
    let page = |form| {
        ShelterPage::new(
            frame(language, "shelter-new-title"),
            None,
            form,
            Form::default(),
        )
    };
    let mut wrong = Form::fresh(id(9), 0)
        .put("row-1-places", "many")
        .put("row-1-sex", "female")
        .put("row-1-age", "adult")
        .put("row-2-places", "4")
        .put("hours", LONG);
    wrong.wrong("governorate", Wrong::new("shelter-wrong-where"));
    wrong.wrong("rows", Wrong::new("shelter-wrong-mixed"));
    wrong.wrong("row-1", Wrong::new("shelter-wrong-places"));
    wrong.wrong("row-2", Wrong::new("shelter-wrong-sex"));
    vec![
        sampled("empty", language, &page(Form::fresh(id(9), 0))),
        sampled("errors", language, &page(wrong)),
    ]
}

/// A shelter, for its manager.
pub(crate) fn one(language: Language) -> Vec<Sampled> {
    let page = |full, form, address| {
        let shelter = shelter(40, full);
        let form: Form = match form {
            Some(form) => form,
            None => standing(id(9), &shelter),
        };
        ShelterPage::new(
            frame(language, "shelter-title"),
            Some(&shelter),
            form,
            address,
        )
    };
    let address = || Form::fresh(id(8), 4);
    let mut wrong = standing(id(9), &shelter(40, true));
    wrong.wrong("rows", Wrong::new("shelter-wrong-in-use"));
    let mut nowhere = address();
    nowhere.wrong("address", Wrong::new("shelter-wrong-address"));
    vec![
        sampled(
            "full",
            language,
            &page(true, None, address()).stepped_up(true),
        ),
        sampled(
            "saved",
            language,
            &page(false, None, address()).telling(Some("shelter-saved")),
        ),
        sampled(
            "errors",
            language,
            &page(true, Some(wrong), address()).stale(true),
        ),
        sampled(
            "address-errors",
            language,
            &page(false, None, nowhere).stepped_up(true),
        ),
    ]
}

/// Where a shelter is.
pub(crate) fn way(language: Language) -> Vec<Sampled> {
    let page = |address| {
        WayPage::new(
            frame(language, "shelter-way-title"),
            &shelter(40, true),
            address,
        )
    };
    vec![
        sampled("full", language, &page(Some(Plain::new(LONG.to_owned())))),
        sampled("empty", language, &page(None)),
    ]
}
