//! A stored ledger as an attacker or a crash leaves it.
#![allow(dead_code, reason = "each test file uses its own part")]

use ledger::{Fact, Fault, Hash, Signer, StoredLeaf, Tree, Verdict, leaf_hash, log_line, verify};

/// What an attacker finds: the database's two tables, and the file beside it.
#[derive(Clone)]
pub struct Found {
    pub signer: std::rc::Rc<Signer>,
    pub tree: Tree,
    pub leaves: Vec<(u64, Vec<u8>, Hash)>,
    pub checkpoints: Vec<String>,
    pub log: Vec<String>,
}

impl Found {
    pub fn empty() -> Self {
        Self {
            signer: Signer::from_seed(&[7; 32], "najat.example/ledger")
                .expect("it is a name")
                .into(),
            tree: Tree::default(),
            leaves: Vec::new(),
            checkpoints: Vec::new(),
            log: Vec::new(),
        }
    }

    /// Batches of ten leaves, each with its checkpoint in the database and its line in the log.
    pub fn of(batches: usize) -> Self {
        let mut found = Self::empty();
        for _ in 0..batches {
            found.batch(10, "kept");
        }
        found
    }

    /// What the program does for one batch.
    pub fn batch(&mut self, leaves: u64, word: &str) {
        self.commit(leaves, word);
        self.log.push(log_line(
            self.checkpoints.last().expect("one was just made"),
            false,
        ));
    }

    /// The same, killed between the commit and the log.
    pub fn commit(&mut self, leaves: u64, word: &str) {
        for _ in 0..leaves {
            let seq = self.tree.size();
            let body = format!("{word} {seq}").into_bytes();
            let hash = leaf_hash(&body);
            self.tree.append(hash);
            self.leaves.push((seq, body, hash));
        }
        self.checkpoints.push(self.signer.checkpoint(&self.tree));
    }

    /// What the program does at start: lines that are missing are written and marked.
    pub fn start(&mut self) {
        let missing = self.checkpoints.iter().skip(self.log.len());
        let missing: Vec<_> = missing.map(|note| log_line(note, true)).collect();
        self.log.extend(missing);
    }

    /// An older copy of the database put back; the log stays, being elsewhere.
    pub fn roll_back(&mut self, batches: usize) {
        self.leaves.truncate(batches * 10);
        self.checkpoints.truncate(batches);
        self.tree = self.leaves.iter().map(|&(_, _, hash)| hash).collect();
    }

    pub fn rewrite(&mut self, leaf: usize, hash_too: bool) {
        let (_, body, hash) = &mut self.leaves[leaf];
        *body = b"rewritten".to_vec();
        if hash_too {
            *hash = leaf_hash(body);
        }
    }

    pub fn check(&self, log: Option<&[String]>) -> Verdict {
        let leaves = self.leaves.iter().cloned();
        verify(
            leaves.map(|(seq, body, hash)| StoredLeaf {
                seq,
                fact: Some(Fact::of(&body)),
                body,
                hash: hash.to_vec(),
            }),
            self.checkpoints.iter().cloned(),
            log.map(|lines| lines.iter().cloned())
                .as_mut()
                .map(|lines| lines as &mut dyn Iterator<Item = String>),
            self.signer.public_key(),
        )
    }

    pub fn with_log(&self) -> Verdict {
        self.check(Some(&self.log))
    }

    pub fn without_log(&self) -> Verdict {
        self.check(None)
    }

    /// Both verdicts name the same faults.
    pub fn both(&self) -> Vec<Fault> {
        let (with, without) = (self.with_log().faults, self.without_log().faults);
        assert_eq!(with, without);
        with
    }
}
