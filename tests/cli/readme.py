#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What README.md and the pages in docs/ show under `$ build/release/hearsay ...` is what the program prints."""
import os
import re
import shlex
import shutil
import subprocess
import tempfile
import unittest

from program import PROGRAM, SOURCE

PAGES = ['README.md', *sorted(os.path.join('docs', name) for name in os.listdir(os.path.join(SOURCE, 'docs')) if name.endswith('.md'))]
PROMPT = '$ build/release/hearsay '


def examples(page):
    """Command lines and what stands below each, in the order of the page."""
    with open(os.path.join(SOURCE, page), encoding='utf-8') as handle:
        for block in re.findall(r'^```console\n(.*?)^```', handle.read(), re.S | re.M):
            for part in re.split(r'^(?=\$ )', block, flags=re.M):
                if part.startswith(PROMPT):
                    line, _, shown = part.partition('\n')
                    yield line[len(PROMPT):], shown.rstrip('\n')


class Readme(unittest.TestCase):
    def test_examples_print_what_is_shown(self):
        for page in PAGES:
            with tempfile.TemporaryDirectory() as folder:
                shutil.copytree(os.path.join(SOURCE, 'examples'), os.path.join(folder, 'examples'))
                for line, shown in examples(page):
                    arguments = shlex.split(line.split(' | ')[0], comments=True)   # what follows a pipe is another's
                    done = subprocess.run([PROGRAM, *arguments], capture_output=True, cwd=folder, timeout=120)
                    self.assertEqual(done.returncode, 0, (page, line, done.stderr))
                    if shown and ' | ' not in line:
                        self.assertEqual('\n'.join(s.rstrip() for s in done.stdout.decode().rstrip('\n').split('\n')), shown, (page, line))

    def test_there_are_examples(self):
        self.assertGreater(len(list(examples('README.md'))), 3)


def update():
    """Write what the program prints now; for the author, who then reads it."""
    for page in PAGES:
        path = os.path.join(SOURCE, page)
        with open(path, encoding='utf-8') as handle:
            text = handle.read()
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(os.path.join(SOURCE, 'examples'), os.path.join(folder, 'examples'))
            for line, shown in examples(page):
                arguments = shlex.split(line.split(' | ')[0], comments=True)
                done = subprocess.run([PROGRAM, *arguments], capture_output=True, cwd=folder, timeout=120)
                if shown and ' | ' not in line:
                    told = '\n'.join(s.rstrip() for s in done.stdout.decode().rstrip('\n').split('\n'))
                    text = text.replace(PROMPT + line + '\n' + shown, PROMPT + line + '\n' + told)
        with open(path, 'w', encoding='utf-8') as handle:
            handle.write(text)


if __name__ == '__main__':
    import sys
    if '--update' in sys.argv:
        update()
    else:
        unittest.main()
