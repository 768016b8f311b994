#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Are the amounts that the hand-coded claims give found in their sentences, with equal bounds?

    HEARSAY_EVAL_DATA=FOLDER eval/score_quantities.py [--hearsay build/release/hearsay] [--list]

Reads gold/claims-*.jsonl and articles/*.jsonl of the folder, runs `hearsay mentions` over the articles that were coded,
and looks in the sentences of each claim (a sentence on either side allowed with --near) for an amount with the gold's
min and max. Vague gold amounts (no bounds) are left out. Exit code: 0 scored, 1 bad input, 2 the folder is not set.
"""
import argparse
import glob
import json
import os
import subprocess
import sys
import tempfile


def read_rows(pattern):
    rows = []
    for name in sorted(glob.glob(pattern)):
        with open(name, encoding='utf-8') as file:
            rows += [json.loads(line) for line in file if line.strip()]
    return rows


def run_mentions(program, articles):
    """Amounts of each article: {id: [{begin, end, text, min, max, what}]}."""
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as file:
        for article in articles:
            row = {k: article[k] for k in ('id', 'text', 'title', 'published', 'outlet') if article.get(k)}
            file.write(json.dumps(row) + '\n')
        file.flush()
        out = subprocess.run([program, 'mentions', '--format', 'jsonl', file.name], stdout=subprocess.PIPE, check=True)
    found = {}
    for line in out.stdout.decode('utf-8').splitlines():
        row = json.loads(line)
        found[row['id']] = [m for m in row['mentions'] if m['kind'] == 'quantity']
    return found


def same(gold, mention):
    return mention.get('min') == gold['min'] and mention.get('max') == gold['max']


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--hearsay', default='build/release/hearsay')
    parser.add_argument('--list', action='store_true', help='print every amount that was not found')
    options = parser.parse_args()
    folder = os.environ.get('HEARSAY_EVAL_DATA')
    if not folder:
        print('score_quantities: set HEARSAY_EVAL_DATA to the folder with gold/ and articles/', file=sys.stderr)
        return 2
    claims = read_rows(os.path.join(folder, 'gold', 'claims-*.jsonl'))
    wanted = {c['doc'] for c in claims}
    articles = {a['id']: a for a in read_rows(os.path.join(folder, 'articles', '*.jsonl')) if a['id'] in wanted}
    if not articles:
        print('score_quantities: no coded articles under %s' % folder, file=sys.stderr)
        return 1
    found = run_mentions(options.hearsay, articles.values())
    total = right = counted = 0
    for claim in claims:
        for gold in claim.get('quantity') or []:
            if gold['min'] is None and gold['max'] is None:
                continue
            total += 1
            inside = [m for site in claim['sites'] for m in found.get(claim['doc'], [])
                      if m['begin'] < site['end'] and site['begin'] < m['end']]
            hits = [m for m in inside if same(gold, m)]
            right += bool(hits)
            counted += any(gold['what'].split()[0] in ((m.get('what') or '') + ' ' + (m.get('unit') or '')) for m in hits)
            if options.list and not hits:
                print('missed %s %s: %r found %s' % (claim['doc'], claim['type'], gold,
                                                     [(m['text'], m.get('min'), m.get('max')) for m in inside]))
    print('amounts %d  bounds found %d (%.1f %%)  counted thing the same %d' %
          (total, right, 100.0 * right / max(total, 1), counted))
    return 0


if __name__ == '__main__':
    sys.exit(main())
