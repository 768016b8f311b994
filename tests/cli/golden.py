#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Golden tests: each folder under golden/ holds `arguments` (one a line), and what the program must print and return:
`stdout`, `stderr` and `status` (missing: empty, empty, 0). Run with --update to write what it prints now."""
import os
import sys
import unittest

from program import hearsay

GOLDEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'golden')


def read(folder, name, default):
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        return default
    with open(path, 'rb') as handle:
        return handle.read()


def run(folder):
    arguments = read(folder, 'arguments', b'').decode().split('\n')
    return hearsay(*[a for a in arguments if a], stdin=read(folder, 'stdin', b''), cwd=folder)


class Golden(unittest.TestCase):
    def test_every_folder(self):
        names = sorted(os.listdir(GOLDEN))
        self.assertGreater(len(names), 5)
        for name in names:
            with self.subTest(name):
                folder = os.path.join(GOLDEN, name)
                done = run(folder)
                self.assertEqual(done.stderr.decode(), read(folder, 'stderr', b'').decode())
                self.assertEqual(done.stdout.decode(), read(folder, 'stdout', b'').decode())
                self.assertEqual(done.returncode, int(read(folder, 'status', b'0')))


def update():
    for name in sorted(os.listdir(GOLDEN)):
        folder = os.path.join(GOLDEN, name)
        done = run(folder)
        for part, value in (('stdout', done.stdout), ('stderr', done.stderr), ('status', b'%d\n' % done.returncode)):
            path = os.path.join(folder, part)
            if value and value != b'0\n':
                with open(path, 'wb') as handle:
                    handle.write(value)
            elif os.path.exists(path):
                os.remove(path)


if __name__ == '__main__':
    if '--update' in sys.argv:
        update()
    else:
        unittest.main()
