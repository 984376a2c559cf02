//! Whoever looks and goes away leaves no transaction behind on the connection of the next.

use std::future::Future;
use std::task::{Context, Waker};
use std::time::Duration;

use access::Actor;
use access::action::ReadReport;
use record::Role;
use sqlx::Connection as _;
use store::args;
use testkit::{Engine, on_both_engines};

use crate::ground::{person, site};

/// Polls a future so often, lets the world go on in between, and drops it.
async fn drop_after(polls: usize, future: impl Future) {
    let mut future = Box::pin(future);
    for _ in 0..polls {
        let mut context = Context::from_waker(Waker::noop());
        if future.as_mut().poll(&mut context).is_ready() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_cut_off_leaves_nothing_open() {
    on_both_engines(async |url: String| {
        let site = site(&url).await;
        let org = site.body().await;
        let record = site.record(org).await;
        let actor = person(Role::Responder, org, site.id());
        let gate = site.store.gate();
        for polls in (0..40).cycle().take(160) {
            drop_after(polls % 8, gate.permit::<ReadReport>(&actor, record)).await;
            let look = site
                .store
                .read_clear(async |look| look.rows("SELECT n FROM made_up", args![]).await);
            drop_after(polls % 5, look).await;
            drop_after(polls % 6, site.store.sequence()).await;
        }
        // Every connection sees the newest state and takes a new transaction.
        for n in 1..20_i64 {
            let permit = site.may_answer(org, record).await;
            let wrote = site.store.unit(permit, move |unit| async move {
                unit.execute("UPDATE made_up SET n = $1", args![n]).await
            });
            wrote.await.expect("a unit");
            let sees = (0..4).map(|_| async {
                let rows = site
                    .store
                    .read_clear(async |look| look.rows("SELECT n FROM made_up", args![]).await);
                rows.await
                    .and_then(|rows: Vec<store::Row>| rows[0].int("n"))
            });
            for seen in futures::future::join_all(sees).await {
                assert_eq!(seen.expect("a look"), n);
            }
        }
    })
    .await;
}

/// How many transactions of this store are open on PostgreSQL, as an outsider sees it.
async fn open_transactions(outside: &mut sqlx::PgConnection) -> i64 {
    let idle = "SELECT COUNT(*) FROM pg_stat_activity \
        WHERE datname = current_database() AND state = 'idle in transaction'";
    sqlx::query_scalar(idle).fetch_one(outside).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_transaction_stays_open_wherever_a_question_is_cut_off() {
    let Some(database) = Engine::Postgres.database() else {
        return;
    };
    let site = site(database.url()).await;
    let record = site.id();
    let mut outside = sqlx::PgConnection::connect(database.url()).await.unwrap();
    for polls in 0..12 {
        let gate = site.store.gate();
        drop_after(polls, gate.permit::<ReadReport>(&Actor::Public, record)).await;
        for waited in 0.. {
            if open_transactions(&mut outside).await == 0 {
                break;
            }
            // The sequencer would clean up by chance within 200 ms.
            assert!(waited < 10, "after {polls} polls");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}
