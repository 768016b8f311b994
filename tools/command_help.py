# SPDX-License-Identifier: Apache-2.0
"""What a command says of itself in --help, taken apart: man pages and completions are made of it."""
import re
import subprocess

SECTION = re.compile(r'^(Arguments|Commands|Options|Exit status|Examples):\n', re.M)


class Entry:
    """One paragraph of a section: "-o, --output FILE" and what it does."""

    def __init__(self, head, text):
        self.head, self.text = head, text

    @property
    def names(self):
        return re.findall(r'(?<!\S)(-[\w-]+)', self.head.replace(',', ' '))

    @property
    def value(self):
        words = self.head.split()
        return '' if words[-1].startswith('-') else words[-1]

    @property
    def choices(self):
        """The words that may stand as the value; [] where any may."""
        found = re.search(r'(?:^|: )((?:[\w-]+, )*[\w-]+ or [\w-]+)(?: \(default|$)', self.text)
        return re.split(', | or ', found.group(1)) if self.value and found else []


class Help:
    """`path` is [] for the program itself, ['doctor', 'pack'] for a command of a command."""

    def __init__(self, program, path):
        run = subprocess.run([program, *path, '--help'], capture_output=True, text=True, check=True)
        self.path = path
        head, *parts = SECTION.split(run.stdout)
        self.sections = dict(zip(parts[::2], parts[1::2]))
        before, _, usage = head.partition('\nUsage: ')
        self.description, self.usage = join(before), join(usage)
        self.examples, _, self.note = self.sections.get('Examples', '').partition('\n\n')
        self.example_lines = [line.strip() for line in self.examples.strip().split('\n')]

    @property
    def name(self):
        return '-'.join(['hearsay', *self.path[:1]])

    def entries(self, section):
        """Heads stand two columns in, their text further in, beside or below."""
        found = []
        for line in self.sections.get(section, '').split('\n'):
            head = re.match(r'  (\S.*?)(?:  +(.*))?$', line)
            if head:
                found.append(Entry(head.group(1), head.group(2) or ''))
            elif line.strip():
                found[-1].text = join(found[-1].text + ' ' + line)
        return found


def join(text):
    return ' '.join(text.split())


def all_help(program):
    """The program, then its commands, then theirs."""
    waiting, done = [[]], []
    while waiting:
        help_ = Help(program, waiting.pop(0))
        done.append(help_)
        waiting += [[*help_.path, command.head] for command in help_.entries('Commands')]
    return done
