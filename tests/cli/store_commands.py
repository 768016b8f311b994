#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A store of the example reports answers the questions it is for."""
import os
import unittest

from demo_store import DemoStore
from program import EXAMPLES, hearsay


class StoreCommands(DemoStore):

    def test_building_again_changes_nothing(self):
        self.assertEqual(self.built.returncode, 0, self.built.stderr)
        before = self.lines('events')
        again = hearsay('build', EXAMPLES, '--db', self.db)
        self.assertIn(b'0 report(s) coded now', again.stderr)
        self.assertEqual(self.lines('events'), before)

    def test_the_repost_is_found_with_its_direction(self):
        pairs = {(r['from'], r['to']): r for r in self.lines('republished')}
        self.assertIn(('03-wire-convoy', '04-repost-convoy'), pairs)
        self.assertTrue(pairs['03-wire-convoy', '04-repost-convoy']['directed'])

    def test_the_strike_is_contested(self):
        events = [e for e in self.lines('events') if len({c['doc'][:2] for c in e['claims']} & {'01', '02'}) == 2]
        self.assertTrue(events, 'the two tellings of the strike are one event')
        fields = {c['field'] for e in events for c in e['contested']}
        self.assertIn('number', fields)
        self.assertIn('actor', fields)

    def test_filters(self):
        everything = self.lines('events')
        assaults = self.lines('events', '--type', 'ASSAULT')
        self.assertTrue(0 < len(assaults) < len(everything))
        self.assertEqual({e['type'] for e in assaults}, {'ASSAULT'})
        self.assertTrue(len(self.lines('events', '--as-of', '2021-03-10')) < len(everything))
        self.assertEqual(self.lines('events', '--since', '2030-01-01'), [])

    def test_show_and_why(self):
        shown = self.lines('show', '01-state-agency-strike')[0]
        self.assertEqual(shown['outlet'], 'Homeland News Agency')
        claim = shown['claims'][0]
        self.assertIn('.tsv:', self.ask('why', claim['id'][:12]))
        self.ask('show', 'no-such-thing', status=1)

    def test_lines_fit_80_columns(self):
        for command in ('timeline', 'events', 'sources', 'republished'):
            widest = max(len(line) for line in self.ask(command, '--format', 'table').split('\n'))
            self.assertLessEqual(widest, 80, command)

    def test_a_missing_or_foreign_store_is_exit_3(self):
        done = hearsay('timeline', '--db', os.path.join(self.folder, 'none.db'))
        self.assertEqual(done.returncode, 3)
        self.assertIn(b'none.db', done.stderr)
        foreign = os.path.join(self.folder, 'foreign.db')
        with open(foreign, 'wb') as handle:
            handle.write(b'this is no database' * 100)
        self.assertEqual(hearsay('timeline', '--db', foreign).returncode, 3)


if __name__ == '__main__':
    unittest.main()
