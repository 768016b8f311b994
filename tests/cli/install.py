#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""An installed program finds its packs and models; one without them says so."""
import os
import shutil
import subprocess
import tempfile
import unittest

from program import EXAMPLES, PROGRAM, hearsay


class Install(unittest.TestCase):
    def test_installed_tree_works(self):
        build = os.path.dirname(PROGRAM)
        with tempfile.TemporaryDirectory() as prefix:
            subprocess.run(['cmake', '--install', build, '--prefix', prefix], check=True, capture_output=True)
            program = os.path.join(prefix, 'bin', 'hearsay')
            report = os.path.join(EXAMPLES, '09-second-base.txt')
            there = subprocess.run([program, 'claims', '--format', 'jsonl', report], capture_output=True, cwd=prefix)
            self.assertEqual(there.returncode, 0, there.stderr)
            self.assertEqual(there.stdout, hearsay('claims', '--format', 'jsonl', report).stdout)
            for page in ('man/man1/hearsay.1', 'man/man1/hearsay-timeline.1', 'bash-completion/completions/hearsay',
                         'zsh/site-functions/_hearsay', 'fish/vendor_completions.d/hearsay.fish'):
                self.assertTrue(os.path.exists(os.path.join(prefix, 'share', page)), page)

    def test_without_data_it_says_where_it_looked(self):
        with tempfile.TemporaryDirectory() as folder:
            alone = shutil.copy(PROGRAM, folder)
            done = subprocess.run([alone, 'claims', EXAMPLES], capture_output=True)
            self.assertEqual(done.returncode, 3)
            self.assertIn(b'HEARSAY_DATA', done.stderr)


if __name__ == '__main__':
    unittest.main()
