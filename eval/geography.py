#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Do the places told by distance and direction hold what they speak of?

  geography.py --hearsay build/release/hearsay [--shared $HEARSAY_EVAL_DATA] [--show] [--least 80]

Each row of gold/geography-seeds-dev.jsonl is a phrase ("100km north of a-Tanf") with the point that was meant. It is right
when a place that `mentions` finds at the phrase has that point within its radius (plus the row's own), or, where the report
errs, when the mention's "conflict" says so. Phrases without a place word ("a restricted area") count as missed.
Exit status: 0 the share is at least --least, 1 it is not, 77 there is no data (ctest: skipped).
"""
import argparse
import json
import os
import re
import subprocess
import sys

from place_spellings import distance_km


def read_rows(path):
    with open(path, encoding='utf-8') as handle:
        return [json.loads(line) for line in handle if line.strip()]


def phrase_span(text, phrase):
    """Where the phrase stands; the sentence around it, in which a conflict may be told, begins after the last full stop."""
    begin = re.sub(r'\s', ' ', text).find(phrase)
    if begin < 0:
        return None
    return text.rfind('. ', 0, begin) + 1, begin, begin + len(phrase)


def judge(row, mentions, span):
    sentence, begin, end = span
    meant = (row['lat'], row['lon'])
    if row['verdict'] == 'wrong-direction' and any(m.get('conflict') and sentence <= m['begin'] < end for m in mentions):
        return 'conflict told'
    for m in mentions:
        if m['kind'] in ('place', 'facility') and m['begin'] < end and begin < m['end'] and m.get('lat') is not None:
            if distance_km((m['lat'], m['lon']), meant) <= m['radius_km'] + row['radius_km']:
                return 'within'
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--hearsay', required=True, help='the program')
    parser.add_argument('--shared', default=os.environ.get('HEARSAY_EVAL_DATA'), help='folder with articles/ and gold/')
    parser.add_argument('--show', action='store_true', help='list what is missed')
    parser.add_argument('--least', type=float, default=0, help='least share in per cent')
    args = parser.parse_args()
    gold = os.path.join(args.shared or '', 'gold/geography-seeds-dev.jsonl')
    articles = os.path.join(args.shared or '', 'articles/seeds.jsonl')
    if not args.shared or not os.path.exists(gold) or not os.path.exists(articles):
        print('geography: no data (HEARSAY_EVAL_DATA)', file=sys.stderr)
        return 77
    texts = {row['id']: row['text'] for row in read_rows(articles)}
    out = subprocess.run([args.hearsay, 'mentions', '--format', 'jsonl', articles], capture_output=True, text=True, check=True).stdout
    found = {row.get('doc') or row['id']: row['mentions'] for row in map(json.loads, out.splitlines())}
    right, asked = 0, 0
    for row in read_rows(gold):
        span = phrase_span(texts[row['doc']], row['text'])
        if span is None:
            continue
        asked += 1
        verdict = judge(row, found[row['doc']], span)
        right += verdict is not None
        if args.show and verdict is None:
            print(f"  {row['id']} ({row['verdict']}): {row['text']}")
    share = 100 * right / asked if asked else 0
    print(f'{right} of {asked} relative places hold what was meant: {share:.1f} %')
    return 0 if share >= args.least else 1


if __name__ == '__main__':
    sys.exit(main())
