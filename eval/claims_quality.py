#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Write docs/quality.md: figures of the claims, a table by type, and the commonest errors with their causes.

    HEARSAY_EVAL_DATA=~/hearsay-data python3 eval/claims_quality.py build/release/hearsay > docs/quality.md

Reads the gold claims and their articles from HEARSAY_EVAL_DATA and scores with eval/score_claims.py there. Prints counts, types, slots and
rule names only, never a word of the articles. Exit status: 0 written, 2 the data or the program are missing.
"""
import argparse
import collections
import glob
import importlib.util
import json
import os
import subprocess
import sys
import tempfile

SLOTS = ('actor', 'recipient', 'place', 'time', 'quantity', 'equipment', 'attribution', 'status')


def load_scorer(folder):
    spec = importlib.util.spec_from_file_location('score_claims', os.path.join(folder, 'eval', 'score_claims.py'))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def code(program, rows):
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as handle:
        for row in rows:
            handle.write(json.dumps(row, ensure_ascii=False) + '\n')
        handle.flush()
        run = subprocess.run([program, 'claims', '--format', 'jsonl', handle.name], capture_output=True, text=True, check=False)
    return [json.loads(line) for line in run.stdout.splitlines() if line.strip()]


def score(scorer, program, folder, gold_path):
    articles = {}
    for path in glob.glob(os.path.join(folder, 'articles', '*.jsonl')):
        for row in scorer.read_jsonl(path):
            articles[row['id']] = row
    gold = scorer.read_jsonl(gold_path)
    ids = sorted({claim['doc'] for claim in gold})
    docs = {i: articles[i]['text'] for i in ids}
    system = scorer.check_system(code(program, [articles[i] for i in ids]), docs)
    names = scorer.Names(*sorted(glob.glob(os.path.join(folder, 'gold', 'entities-*.jsonl'))))
    options = argparse.Namespace(only=None, inferred_ok=True, external_time=False)
    return gold, scorer.evaluate(gold, system, docs, names, options)


def rule_of(claim):
    steps = [step for step in claim.get('why') or [] if step.get('stage') == 'trigger']
    return steps[0]['detail'].split('/')[-1].replace('.tsv', '').split(':')[0] + '/' + steps[0]['detail'].split(' ')[-1] if steps else '?'


def slot_cause(slot, gold, system):
    """How a slot is wrong, as far as the two claims tell."""
    mine = system.get(slot if slot not in ('quantity',) else 'quantity') or system.get(slot + 's')
    wanted = gold.get(slot)
    if not mine:
        return 'left empty'
    if not wanted:
        return 'filled where gold is empty'
    if slot == 'status':
        return f"{gold['status']} read as {system.get('status')}"
    return 'another one' + (', taken over from the claim before' if any('before' in s.get('detail', '') and s.get('stage') == slot for s in system.get('why') or []) else '')


def main():
    folder = os.environ.get('HEARSAY_EVAL_DATA', '')
    if len(sys.argv) != 2 or not os.path.isdir(folder):
        print(__doc__, file=sys.stderr)
        return 2
    scorer = load_scorer(folder)
    by_type = collections.defaultdict(collections.Counter)
    errors = collections.Counter()
    print('# Quality of the claims\n\nMade by `eval/claims_quality.py` (see there); counts on the development sets. They were read while the rules were'
          '\nwritten, so they flatter: articles that nobody has read give the honest figure.\n')
    print('| set | typed P | typed R | typed F1 | citable F1 | ' + ' | '.join(SLOTS) + ' |\n|' + '---|' * (5 + len(SLOTS)))
    for path in sorted(glob.glob(os.path.join(folder, 'gold', 'claims-*.jsonl'))):
        gold, found = score(scorer, sys.argv[1], folder, path)
        percent = lambda value: '-' if value is None else f'{100 * value:.0f}'
        print('| ' + ' | '.join([os.path.basename(path).replace('.jsonl', ''), *(percent(found['typed'][k]) for k in ('precision', 'recall', 'f1')),
                                 percent(found['citable']['f1']), *(percent(found['slots'][s]['filled_accuracy']) for s in SLOTS)]) + ' |')
        matched = {pair[0]['id'] for pair in found['_pairs']}
        for claim in gold:
            if not claim.get('optional'):
                by_type[claim['type']]['gold'] += 1
                if claim['id'] not in matched:
                    by_type[claim['type']]['missed'] += 1
                    errors[f"missed: {claim['type']}/{claim.get('mode')} ({claim['status']})"] += 1
        for wanted, system, got, _ in found['_pairs']:
            by_type[wanted['type']]['found' if got['type'] else 'as ' + system['type']] += 1
            for slot in SLOTS:
                if got[slot] is False:
                    errors[f'{slot}: {slot_cause(slot, wanted, system)}'] += 1
        for system in found['_false']:
            by_type[system['type']]['false'] += 1
            errors[f'false claim by rule {rule_of(system)}'] += 1
    print('\nSlots: share that is right where gold is filled, of the claims found, in percent.\n\n## By type\n\n| type | gold | found | taken for | missed | false |\n|---|---|---|---|---|---|')
    for name in sorted(by_type):
        row = by_type[name]
        other = ', '.join(f'{k[3:]} {n}' for k, n in sorted(row.items()) if k.startswith('as '))
        print(f"| {name} | {row['gold']} | {row['found']} | {other or '-'} | {row['missed']} | {row['false']} |")
    print('\n## The twenty commonest errors\n\n| count | error and cause |\n|---|---|')
    for error, count in sorted(errors.items(), key=lambda item: (-item[1], item[0]))[:20]:
        print(f'| {count} | {error} |')
    return 0


if __name__ == '__main__':
    sys.exit(main())
