#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Precision and recall of coreference links, against GUM's entities with coreference.

    HEARSAY_EVAL_DATA=FOLDER ./dev eval --coref            builds the program, then the development half
    HEARSAY_EVAL_DATA=FOLDER eval/coreference.py --genres news,bio --show 20

A link (from a pronoun, a noun phrase, a short name to an earlier phrase) is right when both ends stand in phrases that the
corpus puts into one group. Recall counts the phrases that have an earlier one in their group: pronouns of the third person
("he" ... "they"), noun phrases with "the", "this" or "that" that are persons, organisations or places, and of them those whose
group has a name. Names: only those that are given an antecedent (short forms, acronyms) are judged.
Exit status: 0 printed, 2 the data or the program are missing.
"""
import argparse
import collections
import gzip
import json
import os
import subprocess
import sys
import tempfile

PRONOUNS = {'he': 'he', 'him': 'he', 'his': 'he', 'himself': 'he', 'she': 'he', 'her': 'he', 'hers': 'he', 'herself': 'he',
            'it': 'it', 'its': 'it', 'itself': 'it', 'they': 'they', 'them': 'they', 'their': 'they', 'theirs': 'they', 'themselves': 'they'}
NOUN_TYPES = ('person', 'organization', 'place')
DEFINITE = ('the', 'this', 'that', 'these', 'those')
KINDS = ('he', 'it', 'they', 'pronoun', 'noun phrase', 'name')


def read_rows(path):
    opened = gzip.open(path, 'rt', encoding='utf-8') if path.endswith('.gz') else open(path, encoding='utf-8')
    with opened as handle:
        return [json.loads(line) for line in handle if line.strip()]


def run(program, rows):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'docs.jsonl')
        with open(path, 'w', encoding='utf-8') as handle:
            for row in rows:
                handle.write(json.dumps({'id': row['id'], 'text': row['text']}) + '\n')
        done = subprocess.run([program, 'mentions', '--format', 'jsonl', path], stdout=subprocess.PIPE, check=True)
    return {row['id']: row for row in map(json.loads, done.stdout.decode().splitlines())}


class Gold:
    """The marked phrases of one text, smallest first."""

    def __init__(self, row):
        self.text = row['text']
        self.entities = sorted(row['entities'], key=lambda e: (e['end'] - e['begin'], e['begin']))
        members = collections.defaultdict(list)
        for entity in self.entities:
            members[entity['group']].append(entity)
        self.first = {group: min(e['begin'] for e in all_) for group, all_ in members.items()}
        self.members = members

    def group(self, begin, end):
        """Of the phrase with this beginning, else the smallest around; None where nothing is marked."""
        exact = [e for e in self.entities if e['begin'] == begin and e['end'] >= end]
        around = exact or [e for e in self.entities if e['begin'] <= begin and end <= e['end']]
        return around[0]['group'] if around else None

    def wanted(self):
        """Kind of anaphor -> its marked phrases that have an earlier one in their group."""
        out = collections.defaultdict(list)
        for entity in self.entities:
            if self.first[entity['group']] == entity['begin']:
                continue
            words = entity['text'].lower().split()
            if entity['text'].lower() in PRONOUNS:
                out[PRONOUNS[entity['text'].lower()]].append(entity)
                out['pronoun'].append(entity)
            elif words[0] in DEFINITE and len(words) > 1 and entity['type'] in NOUN_TYPES and not entity['text'].split()[-1][0].isupper():
                out['noun phrase'].append(entity)
        return out

    def is_named(self, entity):
        return any(e['wiki'] or (e['begin'] < entity['begin'] and e['text'].split()[-1][0].isupper()) for e in self.members[entity['group']])


def links_of(found):
    """(kind, begin, end, begin and end of what it takes up) of every link that the program gives."""
    for anaphor in found['anaphors']:
        target = None
        if anaphor['before'] is not None:
            target = found['anaphors'][anaphor['before']]
        elif anaphor['antecedent'] is not None:
            target = found['mentions'][anaphor['antecedent']]
        if target:
            kind = PRONOUNS.get(anaphor['text'].lower(), 'they') if anaphor['pronoun'] else 'noun phrase'
            yield kind, anaphor['begin'], anaphor['end'], target['begin'], target['end'], anaphor['antecedent'] is not None
    for mention in found['mentions']:
        if mention.get('antecedent') is not None and not mention.get('nominal'):
            target = found['mentions'][mention['antecedent']]
            yield 'name', mention['begin'], mention['end'], target['begin'], target['end'], True


class Counts:
    def __init__(self):
        self.given = self.right = self.wanted = self.found = self.named = self.named_found = 0


def score(gold, found, counts, shown):
    right_spans = set()
    for kind, begin, end, to_begin, to_end, _ in links_of(found):
        one, other = gold.group(begin, end), gold.group(to_begin, to_end)
        right = one is not None and one == other
        for name in {kind, 'pronoun' if kind in ('he', 'it', 'they') else kind}:
            counts[name].given += 1
            counts[name].right += right
        if right:
            right_spans.add((begin, end))
        else:
            shown.append((kind, gold.text[max(0, to_begin - 30):to_begin] + '[' + gold.text[to_begin:to_end] + ']' +
                          gold.text[to_end:begin][-160:] + '<' + gold.text[begin:end] + '>' + gold.text[end:end + 30]))
    for kind, entities in gold.wanted().items():
        for entity in entities:
            hit = any(b == entity['begin'] and e <= entity['end'] for b, e in right_spans)
            counts[kind].wanted += 1
            counts[kind].found += hit
            if gold.is_named(entity):
                counts[kind].named += 1
                counts[kind].named_found += hit


def percent(part, whole):
    return f'{100 * part / whole:6.1f}' if whole else '     -'


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--hearsay', default='build/release/hearsay')
    parser.add_argument('--gold', help='default: GUM dev of HEARSAY_EVAL_DATA')
    parser.add_argument('--genres', help='only these, separated by commas')
    parser.add_argument('--show', type=int, default=0, help='print so many wrong links of each kind (not for publishing: texts belong to their makers)')
    options = parser.parse_args()
    path = options.gold or os.path.join(os.environ.get('HEARSAY_EVAL_DATA', ''), 'data/ner/gum_entities-dev.jsonl.gz')
    if not os.path.exists(path) or not os.path.exists(options.hearsay):
        print('eval/coreference.py: needs HEARSAY_EVAL_DATA (or --gold) and a built program', file=sys.stderr)
        return 2
    rows = read_rows(path)
    if options.genres:
        rows = [row for row in rows if row['id'].split('_')[1] in options.genres.split(',')]
    found = run(options.hearsay, rows)
    counts, shown = collections.defaultdict(Counts), []
    for row in rows:
        score(Gold(row), found[row['id']], counts, shown)
    print(f'{"links":12} {"given":>6} {"precision":>10} {"wanted":>7} {"recall":>7} {"of named":>9}')
    for kind in KINDS:
        c = counts[kind]
        print(f'{kind:12} {c.given:6} {percent(c.right, c.given):>10} {c.wanted:7} {percent(c.found, c.wanted):>7} {percent(c.named_found, c.named):>9}')
    for kind in KINDS:
        for wrong in [text for k, text in shown if k == kind][:options.show]:
            print(f'{kind}: {wrong}')
    return 0


if __name__ == '__main__':
    sys.exit(main())
