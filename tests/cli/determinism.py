#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The same inputs give the same bytes, whatever --jobs, their order, and how they are handed in."""
import os
import tempfile
import unittest

from program import EXAMPLES, hearsay


def example_files():
    return [os.path.join(EXAMPLES, name) for name in sorted(os.listdir(EXAMPLES))]


class Determinism(unittest.TestCase):
    def test_jobs_and_order(self):
        files = example_files()
        for command in ('clean', 'mentions', 'quotes', 'claims'):
            with self.subTest(command):
                one = hearsay(command, '--format', 'jsonl', '--jobs', '1', *files)
                two = hearsay(command, '--format', 'jsonl', '--jobs', '2', *reversed(files))
                self.assertEqual(one.returncode, 0, one.stderr)
                self.assertGreater(len(one.stdout), 100)
                self.assertEqual(one.stdout, two.stdout)

    def test_parse(self):
        files = example_files()
        one = hearsay('parse', '--jobs', '1', *files)
        self.assertGreater(len(one.stdout), 1000)
        self.assertEqual(one.stdout, hearsay('parse', '--jobs', '2', *reversed(files)).stdout)

    def test_store(self):
        answers = []
        with tempfile.TemporaryDirectory() as folder:
            for number, order in enumerate((example_files(), example_files()[::-1])):
                db = os.path.join(folder, f'{number}.db')
                batches = [order] if number == 0 else [[name] for name in order]
                for batch in batches:
                    self.assertEqual(hearsay('build', '--db', db, '--jobs', str(number + 1), *batch).returncode, 0)
                answers.append([hearsay(command, '--db', db, '--format', 'jsonl').stdout
                                for command in ('events', 'timeline', 'sources', 'republished')])
        self.assertGreater(len(answers[0][0]), 100)
        self.assertEqual(answers[0], answers[1])


if __name__ == '__main__':
    unittest.main()
