#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Tables stop at a hundred rows and say so; what programs read is whole."""
import datetime
import json
import os
import tempfile
import unittest

from program import hearsay

REPORTS = 130


def made_reports():
    """Each tells of the shelling of another month, so that each is an event of its own."""
    day = datetime.date(2006, 1, 1)
    for number in range(REPORTS):
        day += datetime.timedelta(days=31)
        text = f'Rebels shelled Aleppo on {day:%B} {day.day}, {day.year}, killing {number + 5} people, residents said.'
        yield json.dumps({'id': f'r{number:03}', 'text': text, 'published': str(day), 'outlet': 'Made Press'})


class LongListings(unittest.TestCase):
    def test_only_tables_are_cut(self):
        with tempfile.TemporaryDirectory() as folder:
            db = os.path.join(folder, 'war.db')
            done = hearsay('build', '--quiet', '-', '--db', db, stdin='\n'.join(made_reports()).encode())
            self.assertEqual(done.returncode, 0, done.stderr)

            def rows(*arguments):
                return hearsay('events', '--db', db, *arguments).stdout.decode().strip().split('\n')

            whole = rows('--format', 'jsonl')
            self.assertGreaterEqual(len(whole), REPORTS)
            table = rows('--format', 'table')
            self.assertIn('first 100', table[-1])
            self.assertIn('--limit 0', table[-1])
            self.assertEqual(len(table), 1 + 100 + 1)
            self.assertEqual(len(rows('--format', 'table', '--limit', '0')), 1 + len(whole))
            self.assertEqual(len(rows('--format', 'table', '--limit', '7')), 1 + 7)
            self.assertEqual(len(rows('--format', 'csv')), 1 + len(whole))


if __name__ == '__main__':
    unittest.main()
