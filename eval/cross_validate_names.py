#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Names in reports, cross-validated by document, measured through what `hearsay mentions` prints.

    cross_validate_names.py --folds FOLDER --hearsay PROGRAM --data SHARE_FOLDER --eval-data EVAL_FOLDER

FOLDER holds what `train_names --cv re3d --keep-folds FOLDER` wrote: in each fold a model that has not seen the documents
listed in `ids` (nor has its choice of style). SHARE_FOLDER is the program's data folder (models, packs, world.idx).
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile


def read_rows(path):
    with open(path, encoding='utf-8') as handle:
        return [json.loads(line) for line in handle if line.strip()]


def write_rows(path, rows):
    with open(path, 'w', encoding='utf-8') as handle:
        for row in rows:
            handle.write(json.dumps(row, ensure_ascii=False) + '\n')


def link_data(share, fold, folder):
    """The program's data, with the fold's model of names."""
    os.makedirs(os.path.join(folder, 'models'))
    for name in os.listdir(share):
        if name != 'models':
            os.symlink(os.path.realpath(os.path.join(share, name)), os.path.join(folder, name))
    for name in os.listdir(os.path.join(share, 'models')):
        from_folder = fold if name == 'en-names.model' else os.path.join(share, 'models')
        os.symlink(os.path.realpath(os.path.join(from_folder, name)), os.path.join(folder, 'models', name))


def mentions_of(options, fold, rows, types):
    with tempfile.TemporaryDirectory() as folder:
        link_data(options.data, fold, folder)
        docs = os.path.join(folder, 'docs.jsonl')
        write_rows(docs, [{'id': row['id'], 'text': row['text']} for row in rows])
        run = subprocess.run([options.hearsay, 'mentions', '--format', 'jsonl', docs], check=True, stdout=subprocess.PIPE,
                             env={**os.environ, 'HEARSAY_DATA': folder})
    found = [json.loads(line) for line in run.stdout.decode('utf-8').splitlines()]
    return [{'id': row['id'], 'entities': [{'begin': m['begin'], 'end': m['end'], 'type': types[m['kind']]}
                                           for m in row['mentions'] if m['kind'] in types]} for row in found]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('folds', 'hearsay', 'data', 'eval-data'):
        parser.add_argument('--' + name, required=True)
    options = parser.parse_args()
    sys.path.insert(0, os.path.join(options.eval_data, 'eval'))
    from evaluate import NER_TYPES
    gold = os.path.join(options.eval_data, 'data/ner/re3d-share.jsonl')
    rows = {row['id']: row for row in read_rows(gold)}
    system = []
    for fold in sorted(os.listdir(options.folds)):
        with open(os.path.join(options.folds, fold, 'ids'), encoding='utf-8') as handle:
            ids = handle.read().split('\n')[:-1]
        system += mentions_of(options, os.path.join(options.folds, fold), [rows[i] for i in ids], NER_TYPES)
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as out:
        write_rows(out.name, system)
        subprocess.run([sys.executable, os.path.join(options.eval_data, 'eval/score_spans.py'), '--types',
                        ','.join(sorted(set(NER_TYPES.values()))), '--outermost', '--skip-rejected', gold, out.name], check=True)


if __name__ == '__main__':
    main()
