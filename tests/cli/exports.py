#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What `hearsay export` writes, read with other people's readers: Python's csv and json."""
import csv
import io
import json
import os
import re
import unittest

from demo_store import DemoStore
from program import EXAMPLES, hearsay, json_lines

ACLED = ('event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 '
         'assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude '
         'geo_precision source source_scale notes fatalities tags timestamp').split()
GDELT = ('GLOBALEVENTID SQLDATE MonthYear Year FractionDate {0} {1} IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale '
         'NumMentions NumSources NumArticles AvgTone {2} {3} {4} DATEADDED SOURCEURL').format(
             *(' '.join('Actor%d%s' % (n, part) for part in ('Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code '
                                                            'Type1Code Type2Code Type3Code').split()) for n in (1, 2)),
             *(' '.join('%sGeo_%s' % (who, part) for part in 'Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID'.split())
               for who in ('Actor1', 'Actor2', 'Action'))).split()
GDELT_MENTIONS = ('GLOBALEVENTID EventTimeDate MentionTimeDate MentionType MentionSourceName MentionIdentifier SentenceID Actor1CharOffset '
                  'Actor2CharOffset ActionCharOffset InRawText Confidence MentionDocLen MentionDocTone MentionDocTranslationInfo Extras').split()
# https://www.gdeltproject.org/data/lookups/CAMEO.type.txt
ACTOR_TYPES = ('COP GOV INS JUD MIL OPP REB SEP SPY UAF AGR BUS CRM CVL DEV EDU ELI ENV HLH HRI LAB LEG MED REF MOD RAD AMN IRC GRP UNO PKO UIS '
               'IGO IMG INT MNC NGM NGO SET').split()
PLOVER = 'id date enddate actor recipient event has_event mode quad_code event_text event_loc size text text_info cite_info coder'.split()
EVENT_LOC = ('extracted_place resolved_place geonameid lat lon city district province country country_code feature_class feature_code '
             'resolution').split()
QUADS = {'AGREE': 1, 'CONSULT': 1, 'SUPPORT': 1, 'CONCEDE': 1, 'COOPERATE': 2, 'AID': 2, 'RETREAT': 2, 'REQUEST': 3, 'ACCUSE': 3,
         'REJECT': 3, 'THREATEN': 3, 'PROTEST': 4, 'SANCTION': 4, 'MOBILIZE': 4, 'COERCE': 4, 'ASSAULT': 4}


def tab_rows(text):
    return list(csv.reader(io.StringIO(text, newline=''), delimiter='\t', quoting=csv.QUOTE_NONE))


class Exports(DemoStore):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.claims = json_lines(hearsay('export', '--db', cls.db, '--to', 'jsonl').stdout.decode())

    def export(self, to, *arguments):
        return self.ask('export', '--to', to, *arguments)

    def test_jsonl_is_what_claims_prints(self):
        direct = json_lines(hearsay('claims', EXAMPLES).stdout.decode())
        order = lambda claim: (claim['doc'], claim['id'])   # noqa: E731
        self.assertEqual(sorted(self.claims, key=order), sorted(direct, key=order))

    def test_csv_has_the_columns_and_claims_of_claims(self):
        rows = list(csv.DictReader(io.StringIO(self.export('csv'), newline='')))
        self.assertEqual([r['id'] for r in rows], [c['id'] for c in self.claims])
        direct = hearsay('claims', EXAMPLES, '--format', 'csv').stdout.decode()
        self.assertCountEqual(rows, list(csv.DictReader(io.StringIO(direct, newline=''))))

    def test_geojson_points(self):
        features = json.loads(self.export('geojson'))['features']
        self.assertEqual(len(features), len(self.claims))
        for feature, claim in zip(features, self.claims):
            place = claim['place']
            if place and place['lat'] is not None:
                lon, lat = feature['geometry']['coordinates']
                self.assertAlmostEqual(lon, place['lon'], 4)
                self.assertAlmostEqual(lat, place['lat'], 4)
                self.assertAlmostEqual(feature['properties']['radius_km'], place['radius_km'], 0)
            else:
                self.assertIsNone(feature['geometry'])
        self.assertEqual(json.loads(self.export('geojson', '--since', '2090-01-01')), {'type': 'FeatureCollection', 'features': []})

    def test_plover(self):
        records = json_lines(self.export('plover'))
        ours = {c['doc'] + '#' + c['id']: c for c in self.claims}
        kept = [c for c in self.claims if c['type'] != 'STATE' and c['status'] != 'denied']
        self.assertEqual(len(records), len(kept))
        for record in records:
            claim = ours[record['id']]
            self.assertEqual(record['event'], [claim['plover']])
            self.assertEqual(record['quad_code'], QUADS[record['event'][0]])
            self.assertTrue(record['actor'])
            self.assertRegex(record['date'] or '0000-00-00', r'^\d{4}-\d\d-\d\d$')
            if not claim['actor']:
                self.assertEqual(record['actor'][0]['entity_text'], 'unstated')
            if claim['mode'] == 'shelling':
                self.assertEqual(record['mode'], ['heavy-weapons'])
        self.assertTrue(any(r['actor'][0].get('code') == 'SYR' for r in records))

    def test_plover_has_the_manual_s_fields(self):
        for record in json_lines(self.export('plover')):
            self.assertLessEqual(set(PLOVER), set(record))
            self.assertTrue(record['id'] and record['event'] and record['actor'])
            for who in record['actor'] + record['recipient']:
                self.assertLessEqual({'code', 'sector', 'entity_text'}, set(who))
            where = record['event_loc']
            if where:
                self.assertLessEqual(set(EVENT_LOC), set(where))
                self.assertEqual(where['city'] is not None, where['feature_class'] == 'P')
                self.assertIn(where['resolution'], (None, 1, 2, 3, 4, 5))
            text = record['text_info']
            self.assertEqual(text['end'] - text['start'], len(record['text']))
            self.assertLessEqual({'citation', 'url', 'title', 'language', 'publication', 'version'}, set(record['cite_info']))

    def test_gdelt_columns_are_the_codebook_s(self):
        self.assertEqual((len(GDELT), len(set(GDELT)), len(GDELT_MENTIONS)), (61, 61, 16))
        events = [dict(zip(GDELT, row)) for row in tab_rows(self.export('gdelt'))]
        mentions = [dict(zip(GDELT_MENTIONS, row)) for row in tab_rows(self.export('gdelt-mentions'))]
        claims = {c['doc'] + str(c['begin']): c for c in self.claims}
        for event in events:
            told = [m for m in mentions if m['GLOBALEVENTID'] == event['GLOBALEVENTID']]
            self.assertEqual(int(event['NumArticles']), len({m['MentionIdentifier'] for m in told}))
            for n in ('1', '2'):
                self.assertIn(event['Actor%sType1Code' % n], [*ACTOR_TYPES, ''])
                self.assertEqual(event['Actor%sCode' % n], event['Actor%sCountryCode' % n] + event['Actor%sType1Code' % n])
                self.assertEqual(event['Actor%sGeo_Type' % n], '0')
            self.assertEqual({event[name] for name in GDELT if re.search('Ethnic|Religion|KnownGroup|Type[23]|ADM2|FeatureID|AvgTone', name)}, {''})
            self.assertRegex(event['DATEADDED'], r'^\d{14}$')
            self.assertIn(event['ActionGeo_Type'], '012345')
            self.assertTrue(event['SOURCEURL'])
        for mention in mentions:
            claim = claims[mention['MentionIdentifier'] + mention['ActionCharOffset']]
            for column, side in (('Actor1CharOffset', 'actor'), ('Actor2CharOffset', 'recipient')):
                self.assertEqual(int(mention[column]), claim[side]['begin'] if claim[side] else -1)
            self.assertGreater(int(mention['MentionDocLen']), claim['end'] - 1)
            self.assertIn(mention['MentionType'], '12')
            self.assertEqual(mention['InRawText'], '1')
            self.assertTrue(0 <= int(mention['Confidence']) <= 100)

    def test_gdelt_events_and_mentions(self):
        events = tab_rows(self.export('gdelt'))
        mentions = tab_rows(self.export('gdelt-mentions'))
        self.assertEqual({len(row) for row in events}, {61})
        self.assertEqual({len(row) for row in mentions}, {16})
        self.assertEqual({row[0] for row in events}, {row[0] for row in mentions})
        self.assertEqual(len({row[0] for row in events}), len(events))
        for row in events:
            self.assertRegex(row[1], r'^\d{8}$')
            self.assertEqual((row[1][:6], row[1][:4], str(int(float(row[4])))), (row[2], row[3], row[3]))
            self.assertEqual((row[27], row[28]), (row[26][:3], row[26][:2]))
            self.assertIn(row[29], '1234')
            self.assertTrue(-10 <= float(row[30]) <= 10)
            self.assertEqual(int(row[31]), sum(m[0] == row[0] for m in mentions))
            self.assertRegex(row[59], r'^\d{8}000000$')
        shelling = [row for row in events if row[26] == '194']
        self.assertTrue(shelling)
        placed = [row for row in events if row[51] != '0']
        self.assertIn('SY', {row[53] for row in placed})
        for row in placed:
            self.assertTrue(-90 <= float(row[56]) <= 90 and -180 <= float(row[57]) <= 180)
        events_of_store = self.lines('events')
        states = {e['event'] for e in events_of_store if e['type'] == 'STATE'}
        self.assertLessEqual(len(events), len(events_of_store) - len(states))

    def test_acled(self):
        rows = list(csv.DictReader(io.StringIO(self.export('acled'), newline='')))
        self.assertEqual(list(rows[0]), ACLED)
        for row in rows:
            self.assertRegex(row['event_date'], r'^\d{4}-\d\d-\d\d$')
            self.assertIn(row['time_precision'], '123')
            self.assertRegex(row['interaction'], r'^([1-8][0-8]|0)$')
            self.assertGreaterEqual(int(row['fatalities']), 0)
            self.assertEqual(bool(row['latitude']), bool(row['geo_precision']))
        strike = [r for r in rows if 'fatalities=6..' in r['tags']]
        self.assertEqual([r['fatalities'] for r in strike], ['6'])   # the least told; all of them in the tags
        self.assertEqual(strike[0]['sub_event_type'], 'Shelling/artillery/missile attack')
        self.assertEqual(strike[0]['civilian_targeting'], 'Civilian targeting')
        self.assertEqual((strike[0]['iso'], strike[0]['country'], strike[0]['region']), ('760', 'Syria', 'Middle East'))

    def test_gold_is_what_was_reviewed_as_right(self):
        self.assertEqual(self.export('gold'), '')
        one, two, three = self.claims[0], self.claims[1], self.claims[2]
        for claim, verdicts in ((one, ['right']), (two, ['right', 'wrong']), (three, ['unsure', 'right'])):
            for verdict in verdicts:
                hearsay('review', claim['id'], '--db', self.db, '--verdict', verdict, '--reviewer', 'Ann')
        gold = json_lines(self.export('gold'))
        self.assertEqual([g['id'] for g in gold], [one['id'], three['id']])
        self.assertEqual((gold[0]['doc'], gold[0]['type'], gold[0]['status'], gold[0]['reviewer']),
                         (one['doc'], one['type'], one['status'], 'Ann'))
        site = gold[0]['sites'][0]
        self.assertEqual(site['trigger'], [one['begin'], one['end']])
        self.assertEqual((site['begin'], site['end']), (one['sentence']['begin'], one['sentence']['end']))
        self.assertEqual([r['verdict'] for r in json_lines(self.export('jsonl'))[1]['reviews']], ['right', 'wrong'])

    def test_filters_apply(self):
        some = json_lines(self.export('jsonl', '--type', 'ASSAULT'))
        self.assertEqual({c['type'] for c in some}, {'ASSAULT'})

    def test_a_file_is_there_whole_or_not_at_all(self):
        file = os.path.join(self.folder, 'out.csv')
        with open(file, 'w') as handle:
            handle.write('before')
        done = hearsay('export', '--db', os.path.join(self.folder, 'none.db'), '--to', 'csv', '-o', file)
        self.assertEqual(done.returncode, 3)
        with open(file) as handle:
            self.assertEqual(handle.read(), 'before')
        self.assertEqual(self.export('csv', '-o', file), '')
        with open(file, newline='') as handle:
            self.assertEqual(handle.read(), self.export('csv'))
        self.assertFalse([name for name in os.listdir(self.folder) if re.search(r'\.part\d', name)])
        nowhere = hearsay('export', '--db', self.db, '--to', 'csv', '-o', os.path.join(self.folder, 'no', 'out.csv'))
        self.assertEqual(nowhere.returncode, 3)


if __name__ == '__main__':
    unittest.main()
