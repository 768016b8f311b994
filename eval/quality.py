#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Write docs/quality.md: figures by task, claims by type, and the commonest errors with their causes.

    HEARSAY_EVAL_DATA=FOLDER ./dev eval --quality                       builds the program, then all tasks, into docs/quality.md
    HEARSAY_EVAL_DATA=FOLDER eval/quality.py --only claims --output -   one task, to standard output
    HEARSAY_EVAL_DATA=FOLDER eval/quality.py --gold claims.jsonl --docs articles.jsonl --output -   other coded articles

Runs eval/evaluate.py of the folder for the figures by task, and its scorer for the claims. Prints counts, types, slots
and rule names only, never a word of the articles. Exit status: 0 written, 1 a task failed (named on standard error),
2 the data or the program are missing.
"""
import argparse
import collections
import glob
import importlib.util
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SLOTS = ('actor', 'recipient', 'place', 'time', 'quantity', 'equipment', 'attribution', 'status')
SILENCE = re.compile(r'no claim  (.*?)  "(.*?)"  (.*?)  \(')
COMMONEST = 20
WARNING = """# Quality

Made by `./dev eval --quality`{commit}. **Development figures: rules and models were tuned while these sets were looked at,
so the figures flatter.** Articles that nobody has read give the honest ones; expect lower. Errors are counted by what a
program can tell of them; nothing is quoted, the texts belong to their publishers.
"""


def load_scorer(folder):
    spec = importlib.util.spec_from_file_location('score_claims', os.path.join(folder, 'eval', 'score_claims.py'))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_rows(pattern):
    rows = []
    for path in sorted(glob.glob(pattern)):
        with open(path, encoding='utf-8') as handle:
            rows += [json.loads(line) for line in handle if line.strip()]
    return rows


def percent(value):
    return '-' if value is None else f'{100 * value:.0f}'


def table(head, rows):
    """Lines of a Markdown table; None is a dash."""
    yield '| ' + ' | '.join(head) + ' |'
    yield '|' + '---|' * len(head)
    for row in rows:
        yield '| ' + ' | '.join('-' if cell is None else str(cell) for cell in row) + ' |'
    yield ''


# --- figures by task: what evaluate.py says, in its words ------------------
def by_task(options, folder):
    with tempfile.NamedTemporaryFile('r', suffix='.json', encoding='utf-8') as handle:
        command = [sys.executable, os.path.join(folder, 'eval', 'evaluate.py'), '--hearsay', options.hearsay, '--shared', folder,
                   '--json', handle.name]
        subprocess.run(command + (['--only', options.only] if options.only else []), stdout=subprocess.DEVNULL, check=False)
        return json.load(handle)


def task_lines(measured):
    skip = ('task', 'corpus', 'headline', 'value', 'seconds', 'words_per_s')
    yield '## By task\n'
    yield from table(['task', 'set', 'figure', 'value', 'more'], [
        [r['task'], r['corpus'], r['headline'], r['value'], ', '.join(f'{k} {v}' for k, v in r.items() if k not in skip)]
        for r in measured['results']])


# --- claims: run, match with gold, count ----------------------------------
def code(program, rows):
    """Claims of all documents, and (document, word) of triggers that gave none, with the reason."""
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as handle:
        for row in rows:
            handle.write(json.dumps(row, ensure_ascii=False) + '\n')
        handle.flush()
        run = subprocess.run([program, 'claims', '--explain', '--format', 'jsonl', handle.name], capture_output=True, text=True, check=False)
    silences = {(doc, word): reason for doc, word, reason in SILENCE.findall(run.stderr)}
    return [json.loads(line) for line in run.stdout.splitlines() if line.strip()], silences


class Claims:
    """One coded set, matched."""

    def __init__(self, scorer, options, folder, gold_path, articles):
        self.name = os.path.basename(gold_path).replace('.jsonl', '')
        self.gold = [claim for claim in scorer.read_jsonl(gold_path)]
        ids = sorted({claim['doc'] for claim in self.gold})
        self.docs = {i: articles[i]['text'] for i in ids}
        made, self.silences = code(options.hearsay, [articles[i] for i in ids])
        self.system = scorer.check_system(made, self.docs)
        names = scorer.Names(*sorted(glob.glob(os.path.join(folder, 'gold', 'entities-*.jsonl'))))
        settings = argparse.Namespace(only=None, inferred_ok=True, external_time=False)
        self.found = scorer.evaluate(self.gold, self.system, self.docs, names, settings)

    def figures(self):
        typed, slots = self.found['typed'], self.found['slots']
        return [self.name, self.found['gold'], *(percent(typed[k]) for k in ('precision', 'recall', 'f1')), percent(self.found['citable']['f1']),
                *(percent(slots[s]['filled_accuracy']) for s in SLOTS)]

    def missed(self):
        ids = set(self.found['missed'])
        return [claim for claim in self.gold if claim['id'] in ids]

    def why_missed(self, claim):
        """As far as can be told: no rule, a rule that kept silent, or a claim that stands for another gold claim."""
        text, places = self.docs[claim['doc']], [site['trigger'] for site in claim['sites'] if site.get('trigger')]
        if any(c['doc'] == claim['doc'] and c['begin'] < end and begin < c['end'] for c in self.system for begin, end in places):
            return 'its trigger is taken by another claim or type'
        for begin, end in places:
            for (doc, word), reason in self.silences.items():
                if doc == claim['doc'] and word in text[begin:end]:
                    return f'trigger kept silent ({reason})'
        return 'no rule knows its trigger here'


def rule_of(claim):
    """'ASSAULT/attack-n' of the step 'lang-en/triggers/ASSAULT.tsv:73 attack-n'."""
    details = [step['detail'] for step in claim.get('why') or [] if step.get('stage') == 'trigger']
    return re.sub(r'^.*/(\w+)\.tsv:\d+ (\S+).*$', r'\1/\2', details[0]) if details else '?'


def slot_cause(slot, gold, system):
    """How a slot is wrong, as far as the two claims tell."""
    mine, wanted = system.get(slot) or system.get(slot + 's'), gold.get(slot)
    if not mine:
        return 'left empty'
    if not wanted:
        return 'filled where gold is empty'
    if slot == 'status':
        return f"{wanted} read as {system.get('status')}"
    carried = any('before' in s.get('detail', '') and s.get('stage') == slot for s in system.get('why') or [])
    return 'another one' + (', taken over from the claim before' if carried else '')


class Errors:
    """Everything that went wrong in all sets, counted."""

    def __init__(self, sets):
        self.all, self.missed, self.false_rules = collections.Counter(), collections.Counter(), collections.Counter()
        self.slots = collections.defaultdict(collections.Counter)
        self.types = collections.defaultdict(collections.Counter)   # gold type: what the program said
        for one in sets:
            self.add(one)
        self.all.update({f'missed {kind}: {cause}': n for (kind, cause), n in self.missed.items()})
        self.all.update({f'false claim by rule {rule}': n for rule, n in self.false_rules.items()})
        self.all.update({f'{slot}: {cause}': n for slot, causes in self.slots.items() for cause, n in causes.items()})

    def add(self, one):
        for claim in one.missed():
            self.types[claim['type']]['missed'] += 1
            self.missed[claim['type'], one.why_missed(claim)] += 1
        for gold, system, got, _ in one.found['_pairs']:
            said = gold['type'] if got['type'] else system['type']
            self.types[gold['type']][said] += 1
            if not got['type']:
                self.all[f"type: {gold['type']} read as {system['type']}"] += 1
            for slot in SLOTS:
                if got[slot] is False:
                    self.slots[slot][slot_cause(slot, gold, system)] += 1
        for system in one.found['_false']:
            self.types['(false)'][system['type']] += 1
            self.false_rules[rule_of(system)] += 1


def commonest(counter, limit=None):
    return sorted(counter.items(), key=lambda item: (-item[1], str(item[0])))[:limit]


def claim_lines(sets):
    errors = Errors(sets)
    yield '## Claims\n'
    yield from table(['set', 'claims', 'typed P', 'typed R', 'typed F1', 'citable F1', *SLOTS], [one.figures() for one in sets])
    yield 'Slots: share that is right where gold is filled, of the claims found, in percent.\n'
    yield '### Types taken for one another\n'
    yield 'Rows: gold; columns: what the program said of it. `(false)`: claims that match nothing in gold.\n'
    said = sorted({kind for row in errors.types.values() for kind in row} - {'missed'}) + ['missed']
    yield from table(['gold', *said], [[kind, *(errors.types[kind][s] or '.' for s in said)] for kind in sorted(errors.types)])
    yield '### The twenty commonest errors\n'
    yield from table(['count', 'error and cause'], [[n, error] for error, n in commonest(errors.all, COMMONEST)])
    yield '### Slots by cause\n'
    yield from table(['slot', 'causes'], [[slot, ', '.join(f'{cause} {n}' for cause, n in commonest(errors.slots[slot])) or None] for slot in SLOTS])
    yield '### Missed claims by cause\n'
    yield from table(['count', 'gold type', 'cause'], [[n, kind, cause] for (kind, cause), n in commonest(errors.missed)])
    yield '### False claims by rule\n'
    yield from table(['count', 'rule'], [[n, rule] for rule, n in commonest(errors.false_rules)])


# --- relations between claims ------------------------------------------------
def relation_lines(options, folder):
    """Counts by kind only: the notes of the relations quote the texts."""
    import relations
    data = pathlib.Path(folder)
    held, all_of = collections.Counter(), collections.Counter()
    for relation, good, _ in relations.measure(options.hearsay, data):
        all_of[relation['kind']] += 1
        held[relation['kind']] += good
    several, contested, kinds = relations.contested_events(options.hearsay, data)
    yield '## Relations between claims\n'
    yield 'Coded between the claims of the seeds, and whether the program shows them (`./dev eval --relations` names each).\n'
    yield from table(['relation', 'shown', 'of'], [[kind, held[kind], count] for kind, count in sorted(all_of.items())])
    yield f'In the other development articles {contested} of {several} events that have several claims are contested:\n'
    yield from table(['contested', 'events'], sorted(kinds.items()))


def commit_of(folder):
    git = subprocess.run(['git', '-C', folder, 'log', '-1', '--format=%h, %cs'], capture_output=True, text=True, check=False)
    return f' on commit {git.stdout.strip()}' if git.returncode == 0 else ''


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--hearsay', default='build/release/hearsay', help='the program')
    parser.add_argument('--only', help="comma list of evaluate.py's tasks")
    parser.add_argument('--gold', help="coded claims that are not in the folder's gold/; then only claims are scored")
    parser.add_argument('--docs', help='their articles')
    parser.add_argument('--output', default='docs/quality.md', help='file to write, - for standard output')
    options = parser.parse_args()
    if bool(options.gold) != bool(options.docs):
        parser.error('--gold and --docs go together')
    return options


def main():
    options, folder = arguments(), os.environ.get('HEARSAY_EVAL_DATA', '')
    if not os.path.isdir(folder) or not os.path.isfile(options.hearsay):
        print('quality: set HEARSAY_EVAL_DATA to the data folder, and --hearsay to the program', file=sys.stderr)
        return 2
    measured = {'results': [], 'failed': []} if options.gold else by_task(options, folder)
    golds = [options.gold] if options.gold else sorted(glob.glob(os.path.join(folder, 'gold', 'claims-*.jsonl')))
    articles = {row['id']: row for row in read_rows(options.docs or os.path.join(folder, 'articles', '*.jsonl'))}
    scorer = load_scorer(folder)
    sets = [Claims(scorer, options, folder, gold, articles) for gold in golds]
    lines = [] if options.gold else [WARNING.format(commit=commit_of(os.path.dirname(os.path.abspath(__file__)))), *task_lines(measured)]
    related = [] if options.gold or (options.only and 'compare' not in options.only) else list(relation_lines(options, folder))
    text = '\n'.join(lines + related + list(claim_lines(sets))).rstrip() + '\n'
    if options.output == '-':
        sys.stdout.write(text)
    else:
        with open(options.output, 'w', encoding='utf-8') as handle:
            handle.write(text)
    for failure in measured['failed']:
        print(f'quality: {failure}', file=sys.stderr)
    return 1 if measured['failed'] else 0


if __name__ == '__main__':
    sys.exit(main())
