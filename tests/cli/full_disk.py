#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A disk that fills up during build: told in plain words, what was stored stays whole, and a rerun completes it.

The disk is a limit on the size of a file (RLIMIT_FSIZE), which every system has; writing past it fails as on a full disk.
"""
import json
import os
import resource
import signal
import subprocess
import tempfile
import unittest

from program import EXAMPLES, PROGRAM, hearsay


def limited(size):
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)   # else the kernel kills
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return limit


class FullDisk(unittest.TestCase):
    def test_build_ends_with_a_message_and_a_whole_store(self):
        with tempfile.TemporaryDirectory() as folder:
            db, other = os.path.join(folder, 'war.db'), os.path.join(folder, 'other.db')
            self.assertEqual(hearsay('build', '--quiet', EXAMPLES, '--db', other).returncode, 0)
            wanted = hearsay('events', '--db', other, '--format', 'jsonl').stdout
            whole = os.path.getsize(other)
            failed = 0
            for part in range(2, 10, 2):
                done = subprocess.run([PROGRAM, 'build', '--quiet', EXAMPLES, '--db', db], capture_output=True,
                                      preexec_fn=limited(whole * part // 10), timeout=300)
                if done.returncode != 0:
                    failed += 1
                    self.assertEqual(done.returncode, 3, done.stderr)
                    self.assertIn(b'what was stored before is whole', done.stderr)
                    self.assertIn(db.encode(), done.stderr)
                if os.path.exists(db) and os.path.getsize(db):
                    check = hearsay('check', '--db', db, '--format', 'json')
                    if check.returncode == 3:   # not even the tables had room
                        self.assertIn(b'it is empty', check.stderr)
                    else:
                        self.assertEqual(json.loads(check.stdout)['problems'], [], f'{part} tenths')
            self.assertGreater(failed, 1)
            self.assertEqual(hearsay('build', '--quiet', EXAMPLES, '--db', db).returncode, 0)
            self.assertEqual(hearsay('events', '--db', db, '--format', 'jsonl').stdout, wanted)


if __name__ == '__main__':
    unittest.main()
