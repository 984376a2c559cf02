//! How much of this machine the tests had: a minute on a machine that others use too says nothing
//! about a test.
//!
//! The same work is done on every core at once, just before the tests and just after them, when none
//! of ours runs. It tells two things. A core that is shared gives a thread less time than goes by:
//! the wall clock is ahead of the thread's own. And a slow core needs more time of its own for the
//! work. What a hypervisor took away while the tests ran, the kernel counts itself. Load averages
//! would not do: they count the tests, and the build before them.

use std::fs;
use std::hint::black_box;
use std::thread;

use crate::line::stopwatch;

/// How far the wall clock may be ahead of the threads' own time.
const SHARED: f64 = 1.25;
/// What the work takes on a core that is slow: half as long again as where the limit was set.
const SLOW: f64 = 0.7;
/// Which part of the time a hypervisor may have taken.
const TAKEN: f64 = 0.05;
/// Steps of the work: about half a second in a build without optimisation.
const STEPS: u64 = 50_000_000;

/// What was measured.
#[derive(Debug, Default)]
pub struct Pace {
    /// Wall time by own time, the worse of before and after.
    shared: f64,
    /// A thread's own seconds, the longer of before and after.
    own: f64,
    /// Ticks of all cores, and those that a hypervisor took, since the start of the machine.
    ticks: (f64, f64),
    taken: f64,
    cores: usize,
}

impl Pace {
    /// Measures before the tests.
    pub fn before() -> Self {
        let mut pace = Self {
            cores: thread::available_parallelism().map_or(1, usize::from),
            ticks: ticks().unwrap_or_default(),
            ..Self::default()
        };
        pace.measure();
        pace
    }

    /// Measures after them.
    pub fn after(mut self) -> Self {
        let (all, taken) = ticks().unwrap_or_default();
        let (all, taken) = (all - self.ticks.0, taken - self.ticks.1);
        self.taken = if all > 0.0 { taken / all } else { 0.0 };
        self.measure();
        self
    }

    /// Why times that were measured between say little, if they do.
    pub fn why_slow(&self) -> Option<String> {
        if self.cores < 2 {
            return Some("this machine has one core".to_owned());
        }
        if self.shared > SHARED {
            return Some(format!(
                "others use this machine (work took {:.2} times the time of its own)",
                self.shared
            ));
        }
        if self.own > SLOW {
            return Some(format!(
                "this machine is slow (the work took {:.2} s of {SLOW} s)",
                self.own
            ));
        }
        (self.taken > TAKEN).then(|| {
            let percent = self.taken * 100.0;
            format!("the hypervisor took {percent:.0} % of the time")
        })
    }

    fn measure(&mut self) {
        let threads: Vec<_> = (0..self.cores).map(|_| thread::spawn(work)).collect();
        for thread in threads {
            let (wall, own) = thread.join().unwrap_or_default();
            if own > 0.0 {
                self.shared = self.shared.max(wall / own);
                self.own = self.own.max(own);
            }
        }
    }

    #[cfg(test)]
    pub fn quiet() -> Self {
        Self {
            cores: 2,
            ..Self::default()
        }
    }

    #[cfg(test)]
    pub fn busy() -> Self {
        Self {
            shared: 2.0,
            ..Self::quiet()
        }
    }
}

/// The work: seconds by the wall clock, and the thread's own. Without Linux's count of those, both
/// are the same.
fn work() -> (f64, f64) {
    let before = own();
    let (_, wall) = stopwatch(|| {
        let mut mixed = 1_u64;
        for step in 0..STEPS {
            mixed = black_box(mixed.wrapping_mul(0x5851_F42D_4C95_7F2D) ^ step);
        }
        mixed
    });
    let wall = wall.as_secs_f64();
    let own = before.and_then(|before| Some(own()? - before));
    (wall, own.unwrap_or(wall))
}

/// For how many seconds this thread has been on a core.
fn own() -> Option<f64> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanos: f64 = told.split(' ').next()?.parse().ok()?;
    Some(nanos / 1e9)
}

/// The ticks of all cores, and those that a hypervisor took from them.
fn ticks() -> Option<(f64, f64)> {
    let told = fs::read_to_string("/proc/stat").ok()?;
    let ticks: Vec<f64> = told
        .lines()
        .next()?
        .split_whitespace()
        .skip(1)
        .take(8)
        .filter_map(|word| word.parse().ok())
        .collect();
    Some((ticks.iter().sum(), *ticks.get(7)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_is_slow_for_a_reason() {
        assert_eq!(Pace::quiet().why_slow(), None);
        let why = |pace: Pace| pace.why_slow().unwrap_or_default();
        assert!(why(Pace::busy()).contains("others"));
        let slow = Pace {
            own: 2.0 * SLOW,
            ..Pace::quiet()
        };
        assert!(why(slow).contains("slow"));
        let taken = Pace {
            taken: 2.0 * TAKEN,
            ..Pace::quiet()
        };
        assert!(why(taken).contains("hypervisor took 10 %"));
        let alone = Pace {
            cores: 1,
            ..Pace::quiet()
        };
        assert!(why(alone).contains("one core"));
    }

    #[test]
    fn work_is_measured_by_two_clocks() {
        let (wall, own) = work();
        assert!(own > 0.0 && wall > 0.0);
    }
}
