# SPDX-License-Identifier: Apache-2.0
"""What the command tests share: running the program and reading its lines."""
import json
import os
import subprocess

PROGRAM = os.environ['HEARSAY']
SOURCE = os.environ['HEARSAY_SOURCE']
EXAMPLES = os.path.join(SOURCE, 'examples', 'reports')


def hearsay(*arguments, stdin=b'', timeout=300, cwd=None):
    """Run the program; standard output and error as bytes."""
    return subprocess.run([PROGRAM, *arguments], input=stdin, capture_output=True, timeout=timeout, cwd=cwd)


def json_lines(text):
    """The values of JSONL. Line feeds alone part them: a string may hold other line separators."""
    return [json.loads(line) for line in text.split('\n') if line]
