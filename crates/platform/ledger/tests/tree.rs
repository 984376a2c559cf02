//! Trees and proofs, held against RFC 6962's own figures and against another implementation.

use ledger::{Hash, NotATree, Tree, inclusion, leaf_hash, node_hash, root_of_proof};
use proptest::prelude::*;
use tlog_tiles::tlog;

fn leaves(count: u64) -> Vec<Hash> {
    (0..count)
        .map(|leaf| leaf_hash(&leaf.to_be_bytes()))
        .collect()
}

fn tree(leaves: &[Hash]) -> Tree {
    leaves.iter().copied().collect()
}

/// The other implementation, which keeps every node.
struct Nodes(Vec<tlog::Hash>);

impl tlog::HashReader for Nodes {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<tlog::Hash>, tlog::Error> {
        Ok(indexes
            .iter()
            .map(|&index| self.0[usize::try_from(index).expect("it is small")])
            .collect())
    }
}

fn nodes(leaves: &[Hash]) -> Nodes {
    let mut nodes = Nodes(Vec::new());
    for (index, leaf) in (0..).zip(leaves) {
        let new = tlog::stored_hashes_for_record_hash(index, tlog::Hash(*leaf), &nodes)
            .expect("all nodes are there");
        nodes.0.extend(new);
    }
    nodes
}

#[test]
fn roots_are_those_of_the_published_examples() {
    // The examples of the certificate transparency project's reference tests.
    let inputs = [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ];
    let roots = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];
    let mut tree = Tree::default();
    assert_eq!(
        hex::encode(tree.root()),
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    );
    for (input, root) in inputs.iter().zip(roots) {
        tree.append(leaf_hash(&hex::decode(input).unwrap()));
        assert_eq!(hex::encode(tree.root()), root, "{} leaves", tree.size());
    }
}

#[test]
fn roots_and_proofs_are_those_of_another_implementation() {
    let leaves = leaves(70);
    let nodes = nodes(&leaves);
    for size in 1..=70_u64 {
        let here = &leaves[..usize::try_from(size).unwrap()];
        let root = tree(here).root();
        assert_eq!(
            root,
            tlog::tree_hash(size, &nodes).unwrap().0,
            "{size} leaves"
        );
        for index in 0..size {
            let path = inclusion(here, index).unwrap();
            let theirs = tlog::prove_record(size, index, &nodes).unwrap();
            assert_eq!(path, theirs.iter().map(|hash| hash.0).collect::<Vec<_>>());
            let leaf = here[usize::try_from(index).unwrap()];
            assert_eq!(root_of_proof(leaf, index, size, &path), Some(root));
        }
    }
}

#[test]
fn a_leaf_is_never_a_node() {
    let (a, b) = (leaf_hash(b"a"), leaf_hash(b"b"));
    assert_ne!(leaf_hash(&[a, b].concat()), node_hash(&a, &b));
}

proptest! {
    #[test]
    fn a_stored_tree_goes_on_where_it_was(before in 0_u64..300, more in 0_u64..100) {
        let leaves = leaves(before + more);
        let (first, rest) = leaves.split_at(usize::try_from(before).unwrap());
        let mut stored = Tree::from_bytes(&tree(first).to_bytes()).unwrap();
        for leaf in rest {
            stored.append(*leaf);
        }
        prop_assert_eq!(stored, tree(&leaves));
    }

    #[test]
    fn a_proof_proves_its_own_leaf_in_its_own_place_only(
        size in 1_u64..200, index: u64, other: u64, touched: usize, bit in 0_usize..256,
    ) {
        let (index, other) = (index % size, other % size);
        let leaves = leaves(size);
        let root = tree(&leaves).root();
        let (leaf, at) = (leaves[usize::try_from(index).unwrap()], |i| usize::try_from(i).unwrap());
        let path = inclusion(&leaves, index).unwrap();
        prop_assert_eq!(root_of_proof(leaf, index, size, &path), Some(root));
        if other != index {
            prop_assert_ne!(root_of_proof(leaf, other, size, &path), Some(root));
            prop_assert_ne!(root_of_proof(leaves[at(other)], index, size, &path), Some(root));
        }
        if !path.is_empty() {
            let mut changed = path.clone();
            let touched = touched % path.len();
            changed[touched][bit / 8] ^= 1 << (bit % 8);
            prop_assert_ne!(root_of_proof(leaf, index, size, &changed), Some(root));
            prop_assert_eq!(root_of_proof(leaf, index, size, &path[1..]), None);
        }
        let longer = [path.as_slice(), &[root]].concat();
        prop_assert_ne!(root_of_proof(leaf, index, size, &longer), Some(root));
    }

    #[test]
    fn whatever_lies_in_a_column_is_no_tree_by_chance(bytes: Vec<u8>) {
        if let Ok(tree) = Tree::from_bytes(&bytes) {
            prop_assert_eq!(tree.to_bytes(), bytes);
        }
    }
}

#[test]
fn a_tree_with_the_wrong_number_of_peaks_is_refused() {
    let bytes = tree(&leaves(5)).to_bytes();
    assert_eq!(Tree::from_bytes(&bytes[..bytes.len() - 32]), Err(NotATree));
    assert_eq!(Tree::from_bytes(&bytes[..bytes.len() - 1]), Err(NotATree));
    assert_eq!(
        Tree::from_bytes(&[bytes.as_slice(), &[0; 32]].concat()),
        Err(NotATree)
    );
    assert_eq!(Tree::from_bytes(&[]), Err(NotATree));
}

#[test]
fn there_is_no_proof_of_a_leaf_that_is_not_there() {
    assert_eq!(inclusion(&leaves(5), 5), None);
    assert_eq!(inclusion(&[], 0), None);
    assert_eq!(root_of_proof([0; 32], 0, 0, &[]), None);
    assert_eq!(root_of_proof([0; 32], 5, 5, &[]), None);
}
