#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What each outlet and named source brought: alone or with others, copied, countered later, in which words."""
import csv
import io
import json
import os
import tempfile
import unittest

from program import hearsay, json_lines

STRIKE = ('Regime forces shelled the town of Saraqib on Saturday, killing six civilians, the Syrian Observatory for Human Rights said. '
          'Rescue workers pulled two children out of a collapsed bakery near the old market. '
          'Regime forces also shelled the village of Kafr Nabl at dawn on Saturday, a local council said, and four farmers were wounded '
          'when the shells fell on an olive grove beside the road that leads to the north.')
REPORTS = [
    {'id': 'one', 'outlet': 'Northern Post', 'published': '2021-05-02', 'text': STRIKE},
    {'id': 'two', 'outlet': 'Southern Herald', 'published': '2021-05-04', 'text': STRIKE + '\n\n(Northern Post)'},
    {'id': 'three', 'outlet': 'Eastern Gazette', 'published': '2021-05-02',
     'text': 'Syrian army shells killed six civilians in Saraqib on Saturday, the White Helmets said.'},
    {'id': 'four', 'outlet': 'Capital Agency', 'published': '2021-05-06',
     'text': 'The Syrian army denied on Thursday that its forces had shelled Saraqib on Saturday. '
             'Terrorists shelled the town of Saraqib on Saturday, killing six civilians, the defence ministry said. '
             'Terrorists in Idlib were preparing new attacks, it added.'},
    {'id': 'five', 'outlet': 'Western Times', 'published': '2021-05-02',
     'text': 'Turkish troops set up a checkpoint near Afrin on Saturday, a Turkish official said.'}]


class Sources(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.db = os.path.join(cls.folder.name, 'sources.db')
        lines = '\n'.join(json.dumps(report) for report in REPORTS)
        done = hearsay('build', '-', '--db', cls.db, stdin=lines.encode())
        assert done.returncode == 0, done.stderr
        cls.sources = {s['name']: s for s in cls.ask('--format', 'jsonl')}

    @classmethod
    def ask(cls, *arguments):
        done = hearsay('sources', '--db', cls.db, *arguments)
        assert done.returncode == 0, done.stderr
        return json_lines(done.stdout.decode()) if 'jsonl' in arguments else done.stdout.decode()

    def test_alone_or_with_others(self):
        for source in self.sources.values():
            self.assertEqual(source['alone'] + source['corroborated'], source['claims'], source)
        west = self.sources['Western Times']
        self.assertEqual((west['alone'], west['corroborated']), (west['claims'], 0))
        self.assertGreater(self.sources['Eastern Gazette']['corroborated'], 0)
        self.assertGreater(self.sources['Syrian Observatory for Human Rights']['corroborated'], 0)   # and the White Helmets

    def test_who_copied_and_who_was(self):
        north, south = self.sources['Northern Post'], self.sources['Southern Herald']
        self.assertEqual((north['republished'], north['republishing'], north['copied']), (1, 0, 0))
        self.assertEqual((south['republished'], south['republishing'], south['copied']), (0, 1, south['claims']))
        self.assertGreater(south['claims'], 1)
        self.assertEqual({s['sharing'] for s in self.sources.values()}, {0})

    def test_countered_later_not_earlier(self):
        self.assertGreater(self.sources['Northern Post']['contradicted'], 0)
        self.assertGreater(self.sources['Syrian Observatory for Human Rights']['contradicted'], 0)
        self.assertEqual(self.sources['Capital Agency']['contradicted'], 0)   # it speaks last
        self.assertEqual(self.sources['Western Times']['contradicted'], 0)

    def test_as_of_a_day_nobody_knows_what_comes(self):
        then = {s['name']: s for s in self.ask('--format', 'jsonl', '--as-of', '2021-05-03')}
        self.assertEqual(set(then) & {'Southern Herald', 'Capital Agency'}, set())
        self.assertEqual((then['Northern Post']['contradicted'], then['Northern Post']['republished']), (0, 0))
        self.assertEqual(then['Northern Post']['claims'], self.sources['Northern Post']['claims'])

    def test_which_words_for_whom(self):
        words = {(w['name'], w['word']): w for w in self.ask('--framing', '--format', 'jsonl')}
        regime = words['Northern Post', 'regime']
        self.assertEqual(regime['of_name'], 'Syrian government forces')
        self.assertIn({'word': 'regime', 'of': regime['of'], 'name': regime['of_name'], 'claims': regime['claims']},
                      self.sources['Northern Post']['framing'])
        self.assertIn(('Capital Agency', 'terrorists'), words)
        self.assertFalse([key for key in words if key[0] in ('Eastern Gazette', 'Western Times')])
        table = self.ask('--framing', '--format', 'table')
        self.assertIn('"terrorists"', table)
        rows = list(csv.DictReader(io.StringIO(self.ask('--framing', '--format', 'csv'), newline='')))
        self.assertEqual(len(rows), len(words))

    def test_csv_has_the_counts_of_json(self):
        rows = list(csv.DictReader(io.StringIO(self.ask('--format', 'csv'), newline='')))
        for row in rows:
            self.assertEqual(row, {k: str(v) for k, v in self.sources[row['name']].items() if k != 'framing'})

    def test_filters_leave_out_who_has_nothing_to_say(self):
        there = self.ask('--format', 'jsonl', '--place', 'Saraqib')
        self.assertNotIn('Western Times', {s['name'] for s in there})
        self.assertIn('Northern Post', {s['name'] for s in there})
        self.assertEqual(self.ask('--format', 'jsonl', '--place', 'Nowhere-on-Sea'), [])

    def test_limit_counts_sources_and_changes_none(self):
        self.assertEqual(self.ask('--format', 'jsonl', '--limit', '2'), self.ask('--format', 'jsonl')[:2])


if __name__ == '__main__':
    unittest.main()
