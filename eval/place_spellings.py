#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Share of spellings of the theatre's places that resolve to the right place.

  place_spellings.py --hearsay build/release/hearsay [--data $HEARSAY_EVAL_DATA/data/places_theatre.tsv] [--show] [--least 97]

Each spelling of both spelling columns and of the Arabic column is put into a sentence about the theatre, and is right when
a mention that covers most of it has a point within the row's uncertainty (15 km at least) of the row's point, or of another
row that is spelled the same. Descriptions without a name ("the city", "the new base") and rows without a point are left out.
Exit status: 0 the share is at least --least, 1 it is not, 77 there is no data (ctest: skipped).
"""
import argparse
import collections
import csv
import json
import math
import os
import re
import subprocess
import sys
import tempfile

CARRIER = 'Clashes were reported in Syria near Palmyra on Monday, and in {} on Tuesday.'
BEFORE = CARRIER.index('{}')


def distance_km(a, b):
    (lat1, lon1), (lat2, lon2) = [tuple(map(math.radians, p)) for p in (a, b)]
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(h))


def spellings(row):
    """The names of a row; remarks and codes are left out, and what holds no capital or Arabic letter is no name."""
    cells = [row['canonical'], *row['variants_in_seeds'].split(';'), *row['other_variants'].split(';'), *re.split('[;]', row['arabic'])]
    for cell in cells:
        cell = re.sub(r'\([^)]*\)', '', cell).strip()
        remark = re.search(r'\bSY\.\d\d\b| is a ', cell)
        if cell and not remark and len(cell) < 60 and (any(c.isupper() for c in cell) or any('\u0600' <= c <= '\u06ff' for c in cell)):
            yield cell


def read_rows(path):
    with open(path, encoding='utf-8') as handle:
        for row in csv.DictReader(handle, delimiter='\t', quoting=csv.QUOTE_NONE):
            if row['lat']:
                yield row['id'], (float(row['lat']), float(row['lon'])), max(15.0, float(row['uncertainty_km'] or 0)), sorted(set(spellings(row)))


def mentions(program, texts):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'in.jsonl')
        with open(path, 'w', encoding='utf-8') as handle:
            for number, text in enumerate(texts):
                handle.write(json.dumps({'id': str(number), 'text': text}) + '\n')
        out = subprocess.run([program, 'mentions', '--format', 'jsonl', path], capture_output=True, text=True, check=True).stdout
    return {int(r['id']): r['mentions'] for r in map(json.loads, out.splitlines())}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--hearsay', required=True)
    ap.add_argument('--data', default=os.path.join(os.environ.get('HEARSAY_EVAL_DATA', ''), 'data/places_theatre.tsv'))
    ap.add_argument('--least', type=float, default=97)
    ap.add_argument('--show', action='store_true', help='list what is wrong')
    args = ap.parse_args()
    if not os.path.exists(args.data):
        print('no data: set HEARSAY_EVAL_DATA')
        return 77
    rows = list(read_rows(args.data))
    homes = collections.defaultdict(list)
    for _, point, slack, names in rows:
        for name in names:
            homes[re.sub(r"^(al|a)-", '', name.lower())].append((point, slack))
    asked = [(ident, name) for ident, _, _, names in rows for name in names]
    found = mentions(args.hearsay, [CARRIER.format(name) for _, name in asked])
    right = 0
    for number, (ident, name) in enumerate(asked):
        begin, end = BEFORE, BEFORE + len(name)
        hits = [m for m in found[number] if m.get('lat') is not None and min(m['end'], end) - max(m['begin'], begin) > 0]
        good = any(distance_km((m['lat'], m['lon']), point) <= slack for m in hits for point, slack in homes[re.sub(r"^(al|a)-", '', name.lower())])
        right += good
        if args.show and not good:
            print(f'  {ident}: {name}: {[(m["text"], m.get("name"), m["lat"], m["lon"]) for m in hits]}')
    share = 100 * right / len(asked)
    print(f'{right} of {len(asked)} spellings of {len(rows)} places: {share:.1f} %')
    return 0 if share >= args.least else 1


if __name__ == '__main__':
    sys.exit(main())
