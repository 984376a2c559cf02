//! Clocks through every step of an escalation, with the program stopped in the middle, the clock of
//! the machine set back, and bodies that are shut out: none lost, none set back, nobody told twice.

use access::Actor;
use access::action::{
    AnswerAlarm, ConfirmFoundAdult, MarkChildSeen, ProposeFoundAdult, RefuseFoundAdult,
};
use clock::{Act, Alarm, Basis, ClockError, Code, Done, Escalated, Seen, State};
use record::{Id, Role};

use crate::installation::{
    HOUR, Installation, actor, committee, desk, focal_point, nobody, state_body, state_duty,
    supervisor, watchers, worker,
};

fn acts(done: &[Done]) -> Vec<(Act, &str)> {
    done.iter()
        .map(|done| (done.act, done.code.as_str()))
        .collect()
}

#[tokio::test]
async fn the_clock_of_a_child_is_told_on_through_a_stop_and_a_clock_set_back() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let begun = site.store.world().now();
        let (_, clocks) = site.report(&[Code::T1], &[]).await;
        let [safety] = clocks[..] else {
            panic!("one clock")
        };

        // A second before it is due nothing is written, however often it is looked for.
        site.clock.advance(2 * HOUR - 1);
        assert_eq!(site.pass().await, Escalated::default());
        assert!(site.sees(&state_duty()).await.is_empty());

        site.clock.advance(1);
        assert_eq!(site.pass().await, Escalated { missed: 1, told: 1 });
        assert_eq!(site.pass().await, Escalated::default());
        assert_eq!(site.sees(&supervisor()).await, [safety]);
        assert!(site.sees(&state_duty()).await.is_empty());

        // The program is off while an hour and more goes by.
        site.clock.advance(HOUR + 60);
        let site = site.again().await;
        assert_eq!(site.pass().await, Escalated { missed: 0, told: 1 });
        assert_eq!(site.sees(&state_duty()).await, [safety]);
        assert!(site.sees(&focal_point()).await.is_empty());

        // The clock of the machine goes back to before the start: nothing is undone or said again.
        site.clock.set(begun.plus_seconds(-24 * HOUR));
        assert_eq!(site.pass().await, Escalated::default());
        let (line, _) = site.line(safety).await;
        assert_eq!(line.state, State::Missed);
        assert_eq!(site.sees(&state_duty()).await, [safety]);
        site.clock.set(begun.plus_seconds(4 * HOUR));
        assert_eq!(site.pass().await, Escalated::default());

        site.clock.set(begun.plus_seconds(5 * HOUR));
        assert_eq!(site.pass().await, Escalated { missed: 0, told: 1 });
        assert_eq!(site.sees(&focal_point()).await, [safety]);
        site.clock.advance(1000 * HOUR);
        assert_eq!(site.pass().await, Escalated::default());

        let (line, done) = site.line(safety).await;
        assert_eq!(line.due, begun.plus_seconds(2 * HOUR));
        let expected = [
            (Act::Missed, "T1"),
            (Act::Told, "supervisor"),
            (Act::Told, "state_duty"),
            (Act::Told, "focal_point"),
        ];
        assert_eq!(acts(&done), expected);
        assert_eq!(site.events(safety).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_program_that_was_off_tells_everybody_at_once() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let (_, clocks) = site
            .report(&[Code::T1, Code::Right, Code::Answer], &[])
            .await;
        site.clock.advance(100 * HOUR);
        let site = site.again().await;
        assert_eq!(site.pass().await, Escalated { missed: 3, told: 8 });
        assert_eq!(site.pass().await, Escalated::default());
        let watcher = actor(Id::from_bytes([34; 16]), watchers(), Role::OversightOfficer);
        assert_eq!(site.sees(&watcher).await, [clocks[1]]);
        assert_eq!(site.sees(&focal_point()).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_body_that_is_shut_out_is_skipped_and_the_next_is_told_at_once() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let (_, clocks) = site.report(&[Code::T1], &[state_body()]).await;
        let [safety] = clocks[..] else {
            panic!("one clock")
        };
        site.clock.advance(2 * HOUR);
        assert_eq!(site.pass().await, Escalated { missed: 1, told: 1 });
        assert!(site.sees(&focal_point()).await.is_empty());
        site.clock.advance(HOUR);
        // An hour after it was due the ministry would be told, and is shut out.
        assert_eq!(site.pass().await, Escalated { missed: 0, told: 1 });
        assert_eq!(site.sees(&focal_point()).await, [safety]);
        assert!(site.sees(&state_duty()).await.is_empty());
        assert_eq!(site.pass().await, Escalated::default());

        // The desk itself is shut out by now, and so is the committee: the ministry hears at once.
        let (_, clocks) = site.report(&[Code::T3], &[desk(), committee()]).await;
        let [support] = clocks[..] else {
            panic!("one clock")
        };
        site.clock.advance(4 * HOUR);
        assert_eq!(site.pass().await, Escalated { missed: 1, told: 1 });
        assert_eq!(site.sees(&state_duty()).await, [support]);
        site.clock.advance(40 * HOUR);
        assert_eq!(site.pass().await, Escalated::default());
        assert_eq!(site.sees(&focal_point()).await, [safety]);
        assert!(
            site.sees(&supervisor())
                .await
                .iter()
                .all(|seen| *seen != support)
        );
    })
    .await;
}

#[tokio::test]
async fn where_nobody_has_a_duty_yet_they_are_told_once_somebody_has() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let (_, clocks) = site.report(&[Code::T1], &[]).await;
        site.clock.advance(30 * HOUR);
        let first = clock::escalate(&site.store, nobody).await.expect("a pass");
        assert_eq!(first, Escalated { missed: 1, told: 1 });
        let idle = clock::escalate(&site.store, nobody).await.expect("a pass");
        assert_eq!(idle, Escalated::default());
        assert_eq!(site.pass().await, Escalated { missed: 0, told: 2 });
        assert_eq!(site.sees(&state_duty()).await, clocks);
        assert_eq!(site.pass().await, Escalated::default());
    })
    .await;
}

#[tokio::test]
async fn an_answer_silences_nothing_and_only_a_seen_child_ends_it() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let (_, clocks) = site.report(&[Code::T1, Code::T3], &[]).await;
        let [safety, support] = clocks[..] else {
            panic!("two clocks")
        };
        let worker = actor(worker(), desk(), Role::Caseworker);
        let gate = site.store.gate();

        site.clock.advance(2 * HOUR);
        site.pass().await;
        let permit = gate.permit::<AnswerAlarm>(&worker, safety).await.unwrap();
        let answered = site.store.unit(permit, |unit| async move {
            clock::answer_alarm(&unit, Alarm::NoPlaceYet, "key-1").await
        });
        answered.await.expect("answered");
        site.clock.advance(HOUR);
        assert_eq!(site.pass().await.told, 1, "the next is told all the same");

        // Without a place of the list, or on a clock that is none of safety, nobody may.
        let states = clock::moment_of(&site.store, &worker, safety)
            .await
            .unwrap();
        assert_eq!(states, ["running"]);
        assert!(
            gate.permit_when::<MarkChildSeen>(&worker, safety, &states)
                .await
                .is_err()
        );
        let other = clock::moment_of(&site.store, &worker, support)
            .await
            .unwrap();
        assert!(other.is_empty());
        for place in [
            "police_station",
            "hall",
            "reform_home",
            "employer",
            "adult",
            "",
        ] {
            assert!(Seen::from_code(place).is_err());
        }

        let listed = [&states[..], &["listed_place"]].concat();
        let permit = gate
            .permit_when::<MarkChildSeen>(&worker, safety, &listed)
            .await
            .expect("the team may");
        let seen = site.store.unit(permit.clone(), |unit| async move {
            clock::mark_child_seen(&unit, Seen::Interim, "key-2").await
        });
        seen.await.expect("seen");
        let (line, done) = site.line(safety).await;
        assert_eq!(line.state, State::Stopped);
        assert!(line.is_outside_standard());
        assert_eq!(done.last().map(|done| done.act), Some(Act::Stopped));
        let twice = site.store.unit(permit, |unit| async move {
            clock::mark_child_seen(&unit, Seen::Kin, "key-3").await
        });
        assert!(twice.await.is_err());
        site.clock.advance(100 * HOUR);
        assert_eq!(site.pass().await.missed, 1, "the other clock goes on");
        assert_eq!(site.line(safety).await.0.state, State::Stopped);
    })
    .await;
}

#[tokio::test]
async fn an_adult_is_found_by_two_people() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let (_, clocks) = site.report(&[Code::T1], &[]).await;
        let [safety] = clocks[..] else {
            panic!("one clock")
        };
        let gate = site.store.gate();
        let boss = supervisor();
        // The same person, in another membership than the one that supervises.
        let worker_id = Id::from_bytes([33; 16]);
        let proposer = actor(worker_id, desk(), Role::Responder);
        let may = async |actor: &Actor| clock::moment_of(&site.store, actor, safety).await.unwrap();

        assert!(
            gate.permit_when::<ConfirmFoundAdult>(&boss, safety, &may(&boss).await)
                .await
                .is_err()
        );
        let states = may(&proposer).await;
        let permit = gate
            .permit_when::<ProposeFoundAdult>(&proposer, safety, &states)
            .await
            .expect("the desk may");
        site.store
            .unit(permit, |unit| async move {
                clock::propose_found_adult(&unit, Basis::Paper, "key-1").await
            })
            .await
            .expect("proposed");
        let (line, done) = site.line(safety).await;
        assert!(line.is_proposed() && line.state == State::Running);
        assert_eq!(clock::proposals(&done), 1);

        let states = may(&boss).await;
        assert!(
            gate.permit_when::<ConfirmFoundAdult>(&boss, safety, &states)
                .await
                .is_err(),
            "nobody confirms their own proposal"
        );
        let other = actor(Id::from_bytes([35; 16]), desk(), Role::Supervisor);
        let permit = gate
            .permit_when::<ConfirmFoundAdult>(&other, safety, &states)
            .await
            .expect("another supervisor may");
        let stale = site.store.unit(permit.clone(), |unit| async move {
            clock::confirm_found_adult(&unit, 0, "key-2").await
        });
        assert!(matches!(stale.await, Err(ClockError::Stale)));
        // Whoever supervises may say no: the child stays one, and it is proposed anew or not at all.
        let refuse = async |seen, key: &'static str| {
            let states = may(&other).await;
            let permit = gate.permit_when::<RefuseFoundAdult>(&other, safety, &states);
            site.store
                .unit(permit.await?, move |unit| async move {
                    clock::refuse_found_adult(&unit, seen, key).await
                })
                .await
        };
        assert!(matches!(refuse(0, "key-4").await, Err(ClockError::Stale)));
        refuse(1, "key-5").await.expect("refused");
        let (line, done) = site.line(safety).await;
        assert!(!line.is_proposed() && line.state == State::Running);
        assert_eq!(done.last().map(|done| done.act), Some(Act::Refused));
        assert!(refuse(1, "key-6").await.is_err(), "nothing is proposed");
        let gone = site.store.unit(permit, |unit| async move {
            clock::confirm_found_adult(&unit, 1, "key-7").await
        });
        assert!(gone.await.is_err(), "what was refused is not agreed with");
        let states = may(&proposer).await;
        let permit = gate.permit_when::<ProposeFoundAdult>(&proposer, safety, &states);
        site.store
            .unit(permit.await.expect("again"), |unit| async move {
                clock::propose_found_adult(&unit, Basis::Assessed, "key-8").await
            })
            .await
            .expect("proposed again");
        let states = may(&other).await;
        let permit = gate.permit_when::<ConfirmFoundAdult>(&other, safety, &states);
        let permit = permit.await.expect("another supervisor may");
        site.store
            .unit(permit, |unit| async move {
                clock::confirm_found_adult(&unit, 2, "key-3").await
            })
            .await
            .expect("confirmed");
        let (line, _) = site.line(safety).await;
        assert_eq!(line.because.as_deref(), Some(clock::FOUND_ADULT));
    })
    .await;
}
