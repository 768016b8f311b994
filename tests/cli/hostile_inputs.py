#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Whatever is thrown at it: named on standard error, the rest of the run done, exit status 1, never a crash."""
import gzip
import json
import os
import random
import subprocess
import tempfile
import unittest

from program import PROGRAM, hearsay, json_lines

GOOD = 'The army shelled the town of Maaret on Monday, activists said.\n'


class HostileInputs(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.good = self.write('good.txt', GOOD.encode())

    def tearDown(self):
        self.folder.cleanup()

    def write(self, name, data):
        path = os.path.join(self.folder.name, name)
        with open(path, 'wb') as handle:
            handle.write(data)
        return path

    def check(self, bad, command='claims'):
        """The bad input is named, the good one is done."""
        done = hearsay(command, '--format', 'jsonl', bad, self.good)
        self.assertEqual(done.returncode, 1, done.stderr[-300:])
        self.assertIn(os.path.basename(bad.rstrip('/')).encode(), done.stderr)
        clean = hearsay('clean', '--format', 'jsonl', bad, self.good)
        self.assertEqual(clean.returncode, 1)
        ids = [row['id'] for row in json_lines(clean.stdout.decode())]
        self.assertIn('good', ids)
        return done

    def test_empty_file(self):
        self.check(self.write('empty.txt', b''))

    def test_folder_without_reports(self):
        path = os.path.join(self.folder.name, 'hollow')
        os.mkdir(path)
        self.check(path)

    def test_missing_file(self):
        self.check(os.path.join(self.folder.name, 'missing.txt'))

    def test_random_bytes(self):
        self.check(self.write('noise.txt', random.Random(1).randbytes(100_000)))

    def test_random_bytes_named_as_other_kinds(self):
        for ending in ('html', 'jsonl', 'gz', 'json'):
            with self.subTest(ending):
                self.check(self.write('noise.' + ending, random.Random(2).randbytes(50_000)))

    def test_one_line_of_50_mb(self):
        path = self.write('line.txt', b'a shelled town and ' * 2_700_000)
        done = hearsay('clean', '--format', 'jsonl', path, self.good)
        self.assertIn(done.returncode, (0, 1))
        self.check(path)

    def test_invalid_utf8(self):
        done = self.check(self.write('broken.txt', b'The army shelled \xff\xfe\xc3( the town of Idlib \xe2\x82 on Monday.\n' * 3))
        self.assertIn(b'U+FFFD', done.stderr)

    def test_truncated_gzip(self):
        whole = gzip.compress((GOOD * 500).encode())
        self.check(self.write('cut.txt.gz', whole[:len(whole) // 2]))

    def test_html_nested_100000_deep(self):
        self.check(self.write('deep.html', b'<html><body>' + b'<div>' * 100_000 + b'The army shelled a town.'))

    def test_a_bad_line_in_jsonl_leaves_the_others(self):
        path = self.write('rows.jsonl', (json.dumps({'id': 'a', 'text': GOOD}) + '\n{"id": "b", \n' +
                                         json.dumps({'id': 'c', 'text': GOOD}) + '\n').encode())
        done = hearsay('clean', '--format', 'jsonl', path)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b'rows.jsonl, line 2', done.stderr)
        self.assertEqual([row['id'] for row in json_lines(done.stdout.decode())], ['a', 'c'])

    def test_full_disk_is_told(self):
        done = hearsay('clean', '--format', 'jsonl', self.good)
        self.assertEqual(done.returncode, 0)
        with open('/dev/full', 'wb') as full:
            run = subprocess.run([PROGRAM, 'clean', '--format', 'jsonl', self.good], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(run.returncode, 3)
        self.assertIn(b'No space left', run.stderr)


if __name__ == '__main__':
    unittest.main()
