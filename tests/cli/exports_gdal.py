#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The GeoJSON export, read by GDAL. Ends with status 77, which ctest shows as skipped, where GDAL (gdal-bin) is not installed."""
import json
import os
import shutil
import subprocess
import sys
import unittest

from demo_store import DemoStore
from program import hearsay, json_lines


class ReadByGdal(DemoStore):
    def ogr(self, *arguments):
        done = subprocess.run(arguments, capture_output=True, text=True, check=True)
        self.assertEqual(done.stderr, '')
        return done.stdout

    def test_layer_fields_and_features(self):
        file = os.path.join(self.folder, 'war.geojson')
        self.ask('export', '--to', 'geojson', '-o', file)
        claims = json_lines(hearsay('export', '--db', self.db, '--to', 'jsonl').stdout.decode())
        told = self.ogr('ogrinfo', '-ro', '-al', '-so', file)
        self.assertIn("using driver `GeoJSON' successful", told)
        self.assertIn('Feature Count: %d\n' % len(claims), told)
        self.assertIn('Geometry: Point\n', told)
        self.assertIn('GEOGCRS["WGS 84"', told)
        for field in ('radius_km: Real', 'from: Date', 'to: Date', 'anonymous: Integer(Boolean)', 'sentence: String'):
            self.assertIn(field, told)

    def test_points_come_back_where_they_were(self):
        file, back = (os.path.join(self.folder, name) for name in ('there.geojson', 'back.csv'))
        self.ask('export', '--to', 'geojson', '-o', file)
        self.ogr('ogr2ogr', '-f', 'CSV', back, file, '-lco', 'GEOMETRY=AS_XY', '-where', "type = 'ASSAULT' AND radius_km IS NOT NULL")
        with open(back, encoding='utf-8') as handle:
            rows = handle.read().splitlines()
        with open(file, encoding='utf-8') as handle:
            features = [f for f in json.load(handle)['features'] if f['geometry'] and f['properties']['type'] == 'ASSAULT']
        self.assertEqual(len(rows) - 1, len(features))
        self.assertGreater(len(features), 3)
        for row, feature in zip(rows[1:], features):
            for there, own in zip(row.split(',')[:2], feature['geometry']['coordinates']):
                self.assertAlmostEqual(float(there), own, 9)


if __name__ == '__main__':
    if not shutil.which('ogrinfo'):
        print('SKIPPED: GDAL (gdal-bin) is not installed')
        sys.exit(77)
    unittest.main()
