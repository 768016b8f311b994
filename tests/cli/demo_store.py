# SPDX-License-Identifier: Apache-2.0
"""A store of the example reports, made once for the tests of a class, and how they ask it."""
import os
import tempfile
import unittest

from program import EXAMPLES, hearsay, json_lines


class DemoStore(unittest.TestCase):
    """`folder` is a directory of the class's own, `db` the store in it, `built` the run that made it."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = folder.name
        cls.db = os.path.join(cls.folder, 'demo.db')
        cls.built = hearsay('build', EXAMPLES, '--db', cls.db)

    def ask(self, *arguments, status=0):
        """What the command prints about the store; its exit status is `status`."""
        done = hearsay(*arguments, '--db', self.db)
        self.assertEqual(done.returncode, status, done.stderr)
        return done.stdout.decode()

    def lines(self, *arguments):
        return json_lines(self.ask(*arguments, '--format', 'jsonl'))
