#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Attachment relation by relation: relations.py GOLD.conllu[.gz] SYSTEM.conllu, the same tokens in both.

For each relation of the gold trees (without subtype): how many words have it, how many of them got the right head, the right
head and relation, and how many of the words that the system gave it are right. Default: the relations that claims are made of.
"""
import collections
import gzip
import sys

SHOWN = ("root", "nsubj", "obj", "iobj", "obl", "nmod", "ccomp", "xcomp", "advcl", "acl", "parataxis", "appos", "conj", "compound", "flat")


def words(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as handle:
        for line in handle:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 10 and columns[0].isdigit():
                yield columns[1], int(columns[6]), columns[7].split(":")[0]


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    counts = collections.defaultdict(collections.Counter)
    for gold, system in zip(words(sys.argv[1]), words(sys.argv[2]), strict=True):
        head = gold[1] == system[1]
        counts[gold[2]].update(gold=1, head=head, right=head and gold[2] == system[2])
        counts[system[2]].update(found=1)
    print(f"{'relation':<10} {'words':>6} {'head %':>7} {'recall':>7} {'precision':>9}")
    for name in SHOWN:
        c = counts[name]
        if c["gold"]:
            print(f"{name:<10} {c['gold']:>6} {100 * c['head'] / c['gold']:>7.1f} {100 * c['right'] / c['gold']:>7.1f} "
                  f"{100 * c['right'] / max(1, c['found']):>9.1f}")


if __name__ == "__main__":
    main()
