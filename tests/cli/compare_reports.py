#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Two reports side by side."""
import json
import unittest

from demo_store import DemoStore


class CompareReports(DemoStore):
    def pair(self, a, b):
        return json.loads(self.ask('compare', a, b, '--format', 'json'))

    def text(self, doc):
        return json.loads(self.ask('show', doc, '--format', 'jsonl'))

    def test_shared_wording_stands_in_both_texts(self):
        for a, b in (('03-wire-convoy', '04-repost-convoy'), ('04-repost-convoy', '03-wire-convoy')):
            wording = self.pair(a, b)['wording']
            self.assertEqual((wording['from'], wording['directed']), ('03-wire-convoy', True))
            for passage in wording['passages']:
                for doc, where in ((a, 'in_a'), (b, 'in_b')):
                    span = passage[where]
                    found = self.text(doc)['text'][span['begin']:span['end']]
                    self.assertEqual(found.lower().split(), passage['text'].lower().split())
            self.assertGreaterEqual(sum(len(p['text'].split()) for p in wording['passages']), 50)

    def test_two_tellings_of_one_strike(self):
        pair = self.pair('01-state-agency-strike', '02-opposition-site-strike')
        self.assertIsNone(pair['wording'])
        self.assertEqual(len(pair['events']), 1)
        event = pair['events'][0]
        docs = {'01-state-agency-strike', '02-opposition-site-strike'}
        fields = {d['field'] for d in event['differing']}
        self.assertLessEqual({'actor', 'number', 'status'}, fields)
        for differing in event['differing']:
            told = {c['doc'] for value in differing['values'] for c in value['claims']}
            self.assertEqual(told, docs)
        for doc, side, only in (('01-state-agency-strike', 'in_a', 'only_a'), ('02-opposition-site-strike', 'in_b', 'only_b')):
            self.assertEqual({c['doc'] for c in event[side]}, {doc})
            self.assertEqual(len(event[side]) + pair[only], len(self.text(doc)['claims']))

    def test_the_same_either_way_round(self):
        one, other = self.pair('01-state-agency-strike', '02-opposition-site-strike'), self.pair('02-opposition-site-strike', '01-state-agency-strike')
        self.assertEqual([e['event'] for e in one['events']], [e['event'] for e in other['events']])
        self.assertEqual(one['events'][0]['in_a'], other['events'][0]['in_b'])

    def test_reports_with_nothing_in_common(self):
        pair = self.pair('01-state-agency-strike', '03-wire-convoy')
        self.assertEqual((pair['wording'], pair['events']), (None, []))
        self.assertIn('no shared wording', self.ask('compare', '01-state-agency-strike', '03-wire-convoy'))

    def test_differing_actors_are_told_by_name(self):
        text = ' '.join(self.ask('compare', '01-state-agency-strike', '02-opposition-site-strike').split())
        self.assertIn('armed opposition (unspecified) [A] | Syrian government forces [B]', text)
        self.assertNotIn('levant:', text)

    def test_lines_fit_80_columns(self):
        for b in ('02-opposition-site-strike', '03-wire-convoy'):
            self.assertLessEqual(max(map(len, self.ask('compare', '01-state-agency-strike', b).splitlines())), 80)
        self.assertLessEqual(max(map(len, self.ask('compare', '03-wire-convoy', '04-repost-convoy').splitlines())), 80)

    def test_what_cannot_be_compared(self):
        self.ask('compare', '01-state-agency-strike', 'no-such-report', status=1)
        self.ask('compare', '01-state-agency-strike', '01-state-agency-strike', status=1)
        self.ask('compare', '01-state-agency-strike', status=2)


if __name__ == '__main__':
    unittest.main()
