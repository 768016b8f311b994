#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The ledger of forces, reviews, and the proof that a store is whole."""
import csv
import io
import json
import os
import shutil
import sqlite3
import unittest

from demo_store import DemoStore


class ForcesAndReviews(DemoStore):
    def setUp(self):
        """Tests here change their store: each has a copy."""
        self.db = shutil.copy(type(self).db, os.path.join(self.folder, self.id() + '.db'))

    def test_every_cell_of_the_ledger_has_its_claims(self):
        entries = self.lines('posture')
        self.assertGreater(len(entries), 10)
        for entry in entries:
            self.assertTrue(entry['claims'])
            for claim in entry['claims']:
                shown = self.lines('show', claim['id'])[0]
                self.assertIn(shown['type'], ('STATE', 'MOBILIZE', 'RETREAT', 'ASSAULT'))
                self.assertEqual(shown['doc'], claim['doc'])

    def test_the_ledger_as_csv_and_with_filters(self):
        rows = list(csv.DictReader(io.StringIO(self.ask('posture', '--format', 'csv'), newline='')))
        self.assertEqual(len(rows), len(self.lines('posture')))
        sdf = list(csv.DictReader(io.StringIO(self.ask('posture', '--format', 'csv', '--actor', 'SDF'), newline='')))
        self.assertTrue(sdf)
        self.assertLess(len(sdf), len(rows))
        self.assertEqual(len(self.lines('posture', '--limit', '3')), 3)
        self.assertEqual({r['kind'] for r in self.lines('posture', '--type', 'STATE/control')}, {'control'})
        self.assertEqual(self.lines('posture', '--as-of', '2001-01-01'), [])

    def test_the_ledger_fits_80_columns(self):
        self.assertLessEqual(max(map(len, self.ask('posture', '--format', 'table').splitlines())), 80)

    def test_a_review_is_added_and_shown(self):
        claim = self.lines('events', '--type', 'ASSAULT')[0]['claims'][0]
        before = self.ask('why', claim['id'])
        self.ask('review', claim['id'][:12], '--verdict', 'wrong', '--reviewer', 'Ann', '--note', 'another strike, "older"')
        self.ask('review', claim['id'][:12], '--verdict', 'right')
        self.assertEqual([r['verdict'] for r in self.lines('review')], ['wrong', 'right'])
        rows = list(csv.DictReader(io.StringIO(self.ask('review', '--format', 'csv'), newline='')))
        self.assertEqual(rows[0]['note'], 'another strike, "older"')
        self.assertEqual([r['reviewer'] for r in self.lines('show', claim['id'])[0]['reviews']], ['Ann', None])
        self.assertNotIn('reviewed', before)
        for command in (('why', claim['id']), ('show', claim['doc']), ('timeline', '--format', 'table')):
            self.assertIn('reviewed wrong by Ann', self.ask(*command))
        self.ask('check')

    def test_a_review_needs_a_claim_and_a_verdict(self):
        self.ask('review', '0123456789', '--verdict', 'right', status=1)
        self.ask('review', '0123456789', status=2)
        self.ask('review', '--verdict', 'right', status=2)
        self.ask('review', '0123456789', '--verdict', 'perhaps', status=2)
        self.assertEqual(self.lines('review'), [])

    def test_a_store_is_whole_or_its_faults_are_listed(self):
        self.assertIn('whole', self.ask('check'))
        with sqlite3.connect(self.db) as connection:
            connection.execute('DELETE FROM event_claim')
        self.assertIn('is in no event', self.ask('check', status=1))
        found = json.loads(self.ask('check', '--format', 'json', status=1))
        self.assertFalse(found['whole'])
        self.assertGreater(len(found['problems']), 10)

    def test_damaged_pages_are_told(self):
        size = os.path.getsize(self.db)
        with open(self.db, 'r+b') as handle:
            handle.seek(size // 2)
            handle.write(b'\xa5' * (size // 4))
        self.assertTrue(self.ask('check', status=1).strip())

    def test_what_is_no_store_is_exit_3(self):
        self.db = os.path.join(self.folder, 'other.db')
        self.ask('check', status=3)
        with sqlite3.connect(self.db) as connection:
            connection.execute('CREATE TABLE t (x)')
        self.ask('check', status=3)


if __name__ == '__main__':
    unittest.main()
