#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""--help, the man pages and the completions of shells: they say the same, and what they say works."""
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

from program import EXAMPLES, PROGRAM, SOURCE, hearsay

sys.path.insert(0, os.path.join(SOURCE, 'tools'))
from command_help import all_help   # noqa: E402

PROSE = os.path.join(SOURCE, 'docs', 'man')


class Manual(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.pages = all_help(PROGRAM)
        cls.man, cls.completions = (os.path.join(cls.folder.name, name) for name in ('man', 'completions'))
        for tool, arguments in (('man_pages', ['--prose', PROSE, '--output', cls.man]), ('completions', ['--output', cls.completions])):
            subprocess.run([sys.executable, os.path.join(SOURCE, 'tools', 'make_%s.py' % tool), '--program', PROGRAM, *arguments], check=True)

    def commands(self):
        return [one for one in self.pages if one.path]

    # ---- --help

    def test_help_fits_80_columns_and_tells_status_and_examples(self):
        self.assertGreater(len(self.pages), 20)
        for one in self.pages:
            shown = hearsay(*one.path, '--help').stdout.decode()
            self.assertLessEqual(max(map(len, shown.split('\n'))), 80, one.path)
            self.assertTrue(one.example_lines[0], one.path)
            if one.path:
                self.assertEqual([e.head for e in one.entries('Exit status')][:1], ['0'], one.path)

    def test_examples_are_right_command_lines(self):
        folder = os.path.join(self.folder.name, 'examples')
        shutil.copytree(EXAMPLES, os.path.join(folder, 'reports'))
        for name in ('report.txt', 'page.html', 'tokens.conllu'):
            shutil.copy(os.path.join(EXAMPLES, '09-second-base.txt'), os.path.join(folder, name))
        shutil.copy(os.path.join(EXAMPLES, 'april.jsonl'), os.path.join(folder, 'reports.jsonl'))
        hearsay('build', EXAMPLES, '--db', os.path.join(folder, 'war.db'))
        for one in self.commands():
            for line in one.example_lines:
                part = next(p for p in line.split(' | ') if 'hearsay' in p)
                words = shlex.split(re.split(r' > | && ', part)[0])
                self.assertEqual(words[:2], ['hearsay', one.path[0]], line)
                done = hearsay(*words[1:], cwd=folder)
                self.assertNotEqual(done.returncode, 2, (line, done.stderr))

    # ---- man pages

    def page(self, name):
        with open(os.path.join(self.man, name + '.1'), encoding='utf-8') as handle:
            return handle.read()

    def test_a_page_for_every_command(self):
        names = {one.name + '.1' for one in self.pages}
        self.assertEqual(set(os.listdir(self.man)), names)
        self.assertEqual({name.replace('.md', '') for name in os.listdir(PROSE)}, {n.replace('hearsay-', '')[:-2] for n in names})
        for one in self.pages:
            page = self.page(one.name).replace('\\-', '-').replace('\\e', '\\')
            for entry in one.entries('Options') + one.entries('Arguments') + one.entries('Exit status'):
                self.assertIn(entry.text, page, one.path)
                self.assertIn(entry.head, page, one.path)
            for line in one.example_lines:
                self.assertIn(line, page)
            for title in ('NAME', 'SYNOPSIS', 'DESCRIPTION', 'OPTIONS', 'EXAMPLES', 'SEE ALSO'):
                self.assertIn('.SH %s\n' % title, page, one.path)

    def test_prose_names_no_option_that_is_not_there(self):
        known = {name for one in self.pages for entry in one.entries('Options') for name in entry.names}
        for file in os.listdir(PROSE):
            with open(os.path.join(PROSE, file), encoding='utf-8') as handle:
                self.assertLessEqual(set(re.findall(r'(?<![\w-])--[a-z][\w-]+', handle.read())), known, file)

    @unittest.skipUnless(shutil.which('groff'), 'groff is not installed')
    def test_pages_have_no_warnings(self):
        for name in os.listdir(self.man):
            done = subprocess.run(['groff', '-man', '-Tutf8', '-ww', os.path.join(self.man, name)], capture_output=True)
            self.assertEqual((done.returncode, done.stderr), (0, b''), name)
            self.assertIn(b'hearsay', done.stdout)

    # ---- completions

    @unittest.skipUnless(shutil.which('bash'), 'bash is not installed')
    def test_bash_completes(self):
        def completed(*words):
            script = '. %s; COMP_WORDS=(%s); COMP_CWORD=%d; _hearsay; printf "%%s\\n" "${COMPREPLY[@]}"' % (
                os.path.join(self.completions, 'hearsay'), ' '.join(map(shlex.quote, words)), len(words) - 1)
            return subprocess.run(['bash', '-c', script], capture_output=True, text=True, check=True, cwd=self.folder.name).stdout.split()
        self.assertEqual(completed('hearsay', 'time'), ['timeline'])
        self.assertEqual(set(completed('hearsay', '')) & {'build', 'why', '--version'}, {'build', 'why', '--version'})
        self.assertEqual(completed('hearsay', 'events', '--form'), ['--format'])
        self.assertEqual(completed('hearsay', 'events', '--format', ''), ['table', 'jsonl', 'json', 'csv'])
        self.assertEqual(completed('hearsay', 'export', '--to', 'gd'), ['gdelt', 'gdelt-mentions'])
        self.assertEqual(completed('hearsay', 'timeline', '--db', 'ma'), ['man'])
        for one in self.commands():
            for entry in one.entries('Options'):
                if len(one.path) == 1:
                    self.assertIn(entry.names[-1], completed('hearsay', one.path[0], '--'))

    def test_zsh_and_fish_completions_parse(self):
        for shell, file in (('zsh', '_hearsay'), ('fish', 'hearsay.fish')):
            if shutil.which(shell):
                done = subprocess.run([shell, '-n', os.path.join(self.completions, file)], capture_output=True)
                self.assertEqual((done.returncode, done.stderr), (0, b''), shell)
            with open(os.path.join(self.completions, file), encoding='utf-8') as handle:
                text = handle.read()
            for one in self.commands():
                self.assertIn(one.path[0], text)


if __name__ == '__main__':
    unittest.main()
