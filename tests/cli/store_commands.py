#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A store of the example reports answers the questions it is for."""
import json
import os
import unittest

from demo_store import DemoStore
from program import EXAMPLES, hearsay, json_lines


class StoreCommands(DemoStore):

    def test_building_again_changes_nothing(self):
        self.assertEqual(self.built.returncode, 0, self.built.stderr)
        before = self.lines('events')
        again = hearsay('build', EXAMPLES, '--db', self.db)
        self.assertIn(b'0 reports coded now', again.stderr)
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

    def test_a_changed_page_shows_what_changed(self):
        db, page = os.path.join(self.folder, 'changed.db'), os.path.join(self.folder, 'page.jsonl')
        first = 'The army shelled the village of Harba on Tuesday, a resident said.'
        with open(page, 'w') as handle:
            for day, toll in (('2017-06-14', 'five'), ('2017-06-15', 'nine')):
                text = f'{first}\n\nAt least {toll} people were killed.'
                handle.write(json.dumps({'id': 'base-7', 'published': day, 'text': text}) + '\n')
        self.assertEqual(hearsay('build', page, '--db', db).returncode, 0)
        shown = hearsay('show', 'base-7', '--db', db).stdout.decode()
        self.assertIn('edition of 2017-06-14', shown)
        self.assertIn('- At least five people were killed.', shown)
        self.assertIn('+ At least nine people were killed.', shown)
        self.assertNotIn('- The army', shown)
        later = json_lines(hearsay('show', 'base-7', '--db', db, '--format', 'jsonl').stdout.decode())[0]
        self.assertEqual([one['published'] for one in later['editions']], ['2017-06-14', '2017-06-15'])
        early = hearsay('show', 'base-7', '--db', db, '--as-of', '2017-06-14').stdout.decode()
        self.assertIn('five people', early)
        self.assertNotIn('edition', early)

    def test_an_empty_table_says_so(self):
        for command in ('timeline', 'events', 'posture', 'sources'):
            done = hearsay(command, '--db', self.db, '--place', 'Nowhere-on-Sea', '--format', 'table')
            self.assertEqual((done.returncode, done.stderr.count(b'nothing that passes')), (0, 1), command)
            done = hearsay(command, '--db', self.db, '--place', 'Nowhere-on-Sea', '--format', 'csv')
            self.assertEqual((done.returncode, done.stderr, done.stdout.count(b'\n')), (0, b'', 1), command)

    def test_show_and_why(self):
        shown = self.lines('show', '01-state-agency-strike')[0]
        self.assertEqual(shown['outlet'], 'Homeland News Agency')
        claim = shown['claims'][0]
        self.assertIn('.tsv:', self.ask('why', claim['id'][:12]))
        self.ask('show', 'no-such-thing', status=1)

    def test_an_event_explains_itself(self):
        event = max(self.lines('events'), key=lambda e: len(e['claims']))
        told = self.ask('why', 'event', event['event'][:8])
        joins, _, claims = told.partition('brought together because')[2].partition('\n\n')
        self.assertGreaterEqual(len([line for line in joins.split('\n') if line.startswith('  ') and line[2] != ' ']),
                                len(event['claims']) - 1)
        for claim in event['claims']:
            self.assertIn(claim['id'][:8], claims)
        shown = self.lines('why', 'event', event['event'])[0]
        self.assertEqual((shown['event'], len(shown['claims'])), (event['event'], len(event['claims'])))
        self.assertGreaterEqual(len(shown['why']), len(event['claims']) - 1)

    def test_an_id_of_two_things_is_told_of_both(self):
        event = max(self.lines('events'), key=lambda e: len(e['claims']))
        both, claim = self.ask('why', event['event']), self.ask('why', 'claim', event['event'])
        self.assertTrue(both.startswith(claim))
        self.assertIn('coded so because', claim)
        self.assertNotIn('brought together because', claim)
        self.assertIn('brought together because', both)
        for one in event['claims']:
            self.assertIn('in event %s with' % event['event'][:8], self.ask('show', 'claim', one['id']))
        self.ask('why', 'report', event['event'], status=1)
        self.ask('why', 'village', event['event'], status=2)

    def test_a_claim_is_told_with_the_words_of_its_report(self):
        claims = [c for r in ('01-state-agency-strike', '02-opposition-site-strike') for c in self.lines('show', r)[0]['claims']]
        framed = next(c for c in claims if c.get('framing') and c['actor'] and c['actor']['text'] != c['actor']['name'])
        told = ' '.join(self.ask('show', 'claim', framed['id']).split())
        self.assertIn('%s ("%s")' % (framed['actor']['name'], framed['actor']['text']), told)
        self.assertIn('its words "%s"' % framed['framing'][0]['word'], told)
        self.assertNotIn('levant:', told)

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
