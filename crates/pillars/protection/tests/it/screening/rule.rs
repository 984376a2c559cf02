//! What always holds of the rule, and that both rules agree.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use protection::screening::rule::{Basis, Fact, Outcome, Told, When, indicators, propose};

use super::apart::{Case, Found, judge, table};

fn told(case: &Case) -> Told {
    let facts = case.yes.iter().map(|(at, seen, long_ago)| Fact {
        row: &indicators()[*at],
        basis: if *seen { Basis::Seen } else { Basis::Document },
        when: if *long_ago {
            When::Before
        } else {
            When::LastFiveDays
        },
    });
    Told {
        facts: facts.collect(),
        answered: case.answered,
        child: case.child,
        under_18_during: case.under_18_during,
        safe_setting: case.safe,
        ..Told::default()
    }
}

/// Few rows and many: most of what decides happens among one to five.
fn cases() -> impl Strategy<Value = Case> {
    let yes = (
        0..indicators().len(),
        prop::bool::weighted(0.3),
        any::<bool>(),
    );
    let few = prop::collection::vec(yes, 0..6);
    (
        few,
        0..15_usize,
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(|(mut yes, more, child, under_18_during, safe)| {
            yes.sort_unstable();
            yes.dedup_by_key(|row| row.0);
            let answered = yes.len() + more;
            let under_18_during = under_18_during && !child;
            Case {
                yes,
                answered,
                child,
                under_18_during,
                safe,
            }
        })
}

/// Cases by chance, always the same ones: a hundred thousand take a second.
struct Draw(u64);

impl Draw {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most as u64).expect("a small number")
    }

    fn case(&mut self) -> Case {
        let count = self.below(6);
        let mut yes: Vec<_> = (0..count)
            .map(|_| {
                (
                    self.below(indicators().len()),
                    self.below(3) == 0,
                    self.below(2) == 0,
                )
            })
            .collect();
        yes.sort_unstable();
        yes.dedup_by_key(|row| row.0);
        let child = self.below(2) == 0;
        Case {
            answered: yes.len() + self.below(15),
            child,
            under_18_during: !child && self.below(2) == 0,
            safe: self.below(2) == 0,
            yes,
        }
    }
}

#[test]
fn a_hundred_thousand_cases_come_out_alike_by_both_rules() {
    let table = table();
    let ids: Vec<_> = indicators().iter().map(|row| &row.id).collect();
    assert_eq!(ids, table.iter().map(|row| &row.id).collect::<Vec<_>>());
    let mut seen = [0_usize; 3];
    let mut draw = Draw(20_281_130);
    for _ in 0..100_000 {
        let case = draw.case();
        let proposal = propose(&told(&case));
        let law28 = proposal.law28;
        let found = Found {
            urgent: proposal.is_urgent,
            positive: proposal
                .positive
                .iter()
                .map(|it| it.code().to_owned())
                .collect(),
            elements: [
                proposal.has_act,
                proposal.has_means(),
                proposal.has_purpose(),
            ],
            law28: [law28.act, law28.means, law28.purpose],
            result: proposal.outcome.code(),
        };
        assert_eq!(found, judge(&table, &case), "{case:?}");
        seen[proposal.outcome as usize] += 1;
    }
    // Each outcome is really tried.
    assert!(seen.iter().all(|count| *count > 1_000), "{seen:?}");
}

#[test]
fn what_becomes_unknown_or_stays_unasked_lowers_nothing() {
    TestRunner::new(Config::with_cases(4_000))
        .run(&(cases(), 0..15_usize), |(case, fewer)| {
            let noes = case.answered - case.yes.len();
            let less = Case {
                answered: case.answered - fewer.min(noes),
                ..case.clone()
            };
            prop_assert!(propose(&told(&less)).outcome >= propose(&told(&case)).outcome);
            Ok(())
        })
        .expect("never lower");
}

#[test]
fn the_order_of_answers_never_matters() {
    TestRunner::new(Config::with_cases(4_000))
        .run(&(cases(), any::<u64>()), |(case, by)| {
            let mut other = case.clone();
            let turn = usize::try_from(by % 7).unwrap_or(0) % other.yes.len().max(1);
            other.yes.rotate_left(turn);
            let (one, other) = (propose(&told(&case)), propose(&told(&other)));
            prop_assert_eq!(one.outcome, other.outcome);
            prop_assert_eq!(one.because, other.because);
            prop_assert_eq!(one.positive, other.positive);
            prop_assert_eq!(one.law28, other.law28);
            Ok(())
        })
        .expect("the same in every order");
}

#[test]
fn a_child_never_needs_means_and_the_setting_alone_keeps_from_nothing() {
    TestRunner::new(Config::with_cases(4_000))
        .run(&cases(), |case| {
            let found = |child, under_18_during, safe| {
                propose(&told(&Case {
                    child,
                    under_18_during,
                    safe,
                    ..case.clone()
                }))
            };
            let child = found(true, false, true);
            let grown = found(false, false, true);
            // Whoever was under 18 then is judged as a child is.
            prop_assert_eq!(child.outcome, found(false, true, true).outcome);
            // Being a child never lowers what an adult's answers give.
            prop_assert!(child.outcome >= grown.outcome);
            // Act and a purpose other than long hours are enough for whoever is under 18.
            let hours = |at: usize| indicators()[at].is_hours();
            let yes = case.yes.iter().filter(|(at, ..)| !hours(*at));
            let apart = Case {
                yes: yes.copied().collect(),
                child: true,
                ..case.clone()
            };
            let all_seen = case.yes.iter().all(|(_, seen, _)| *seen);
            if child.has_act && propose(&told(&apart)).has_purpose() && !all_seen {
                prop_assert_eq!(child.outcome, Outcome::ReasonableGrounds);
            }
            prop_assert_ne!(found(false, false, false).outcome, Outcome::NoIndicationNow);
            prop_assert_ne!(found(true, false, false).outcome, Outcome::NoIndicationNow);
            Ok(())
        })
        .expect("children first");
}

#[test]
fn each_dimension_needs_what_the_source_says() {
    use protection::screening::rule::{Dimension, Indicator, Strength};
    let pick = |strength, count: usize| -> Vec<&'static Indicator> {
        let mut facts = Vec::new();
        let rows = indicators().iter().filter(|row| {
            let fits = row.dimension == Dimension::DestCoercion && row.strength == strength;
            fits && !row.child_only && !facts.contains(&&row.fact) && {
                facts.push(&row.fact);
                true
            }
        });
        rows.take(count).collect()
    };
    let (s, m) = (pick(Strength::Strong, 2), pick(Strength::Medium, 3));
    let holds = |strong: usize, medium: usize| {
        let rows = s[..strong].iter().chain(&m[..medium]);
        let facts = rows.map(|row| Fact {
            row,
            basis: Basis::Said,
            when: When::Before,
        });
        let told = Told {
            facts: facts.collect(),
            ..Told::default()
        };
        propose(&told).positive.contains(&Dimension::DestCoercion)
    };
    for (strong, medium, expected) in [
        (2, 0, true),
        (1, 1, true),
        (0, 3, true),
        (1, 0, false),
        (0, 2, false),
        (0, 1, false),
        (0, 0, false),
    ] {
        assert_eq!(
            holds(strong, medium),
            expected,
            "{strong} strong, {medium} medium"
        );
    }
}
