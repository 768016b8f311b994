#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Man pages: what the program says in --help, and the prose of docs/man/COMMAND.md. --help is the only place where options,
exit status and examples are written, so that a page cannot say anything else.

    make_man_pages.py --program build/release/hearsay --prose docs/man --output build/release/man"""
import argparse
import os
import re
import subprocess

from command_help import all_help


def escaped(text):
    """Text as it is: no escapes, hyphens that can be copied, no line that looks like a request."""
    text = text.replace('\\', '\\e').replace('-', '\\-')
    return re.sub(r"^([.'])", r'\\&\1', text, flags=re.M)


def inline(text):
    """Markdown's **bold**, *italic* and `code`."""
    text = escaped(text)
    text = re.sub(r'\*\*(.+?)\*\*|`(.+?)`', lambda m: '\\fB%s\\fR' % (m.group(1) or m.group(2)), text)
    return re.sub(r'\*(.+?)\*', r'\\fI\1\\fR', text)


def prose(path):
    """Headings, paragraphs, lists and indented examples of a page in docs/man."""
    with open(path, encoding='utf-8') as handle:
        for block in re.split(r'\n\n+', handle.read().strip()):
            if block.startswith('# '):
                yield '.SH ' + block[2:]
            elif block.startswith('    '):
                yield '.PP\n.RS 4\n.EX\n%s\n.EE\n.RE' % escaped(re.sub(r'^    ', '', block, flags=re.M))
            elif block.startswith('- '):
                for item in re.split(r'\n?^- ', block, flags=re.M)[1:]:
                    yield '.IP \\(bu 2\n' + inline(' '.join(item.split()))
            else:
                yield '.PP\n' + inline(' '.join(block.split()))


def listed(entries):
    return '\n'.join('.TP\n\\fB%s\\fR\n%s' % (escaped(entry.head), escaped(entry.text)) for entry in entries)


def example(lines):
    return '.PP\n.RS 4\n.EX\n%s\n.EE\n.RE' % '\n'.join(escaped(line) for line in lines)


def page(help_, inner, prose_folder, version, others):
    """`inner`: help of the commands of this command."""
    out = ['.TH %s 1 "" "%s" "hearsay manual"' % (help_.name.upper().replace('-', '\\-'), version), '.SH NAME',
           '%s \\- %s' % (escaped(help_.name), escaped(help_.description[0].lower() + help_.description[1:])
                          if help_.path else 'attributed claims out of open news reports'),
           '.SH SYNOPSIS']
    out += ['\\fB%s\\fR\n.br' % escaped(one.usage) for one in [help_, *inner]]
    out += prose(os.path.join(prose_folder, help_.name.replace('hearsay-', '') + '.md'))
    for title, section in (('ARGUMENTS', 'Arguments'), ('COMMANDS', 'Commands'), ('OPTIONS', 'Options')):
        if help_.entries(section):
            out += ['.SH ' + title, listed(help_.entries(section))]
    for one in inner:
        out += ['.SH %s' % escaped(' '.join(one.path).upper()), escaped(one.description),
                listed(one.entries('Arguments') + [e for e in one.entries('Options') if '--help' not in e.names])]
    if help_.entries('Exit status'):
        out += ['.SH EXIT STATUS', listed(help_.entries('Exit status'))]
    out += ['.SH EXAMPLES', example(dict.fromkeys(line for one in [help_, *inner] for line in one.example_lines))]
    out += ['.PP\n' + escaped(one.note.strip().replace('\n', ' ')) for one in [help_, *inner] if one.note.strip()]
    out += ['.SH SEE ALSO', ',\n'.join('.BR %s (1)' % escaped(name) for name in others if name != help_.name)]
    return '\n'.join(out) + '\n'


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('--program', required=True)
    parser.add_argument('--prose', required=True)
    parser.add_argument('--output', required=True)
    options = parser.parse_args()
    pages = all_help(options.program)
    version = subprocess.run([options.program, '--version'], capture_output=True, text=True, check=True).stdout.strip()
    os.makedirs(options.output, exist_ok=True)
    outer = [one for one in pages if len(one.path) < 2]
    for help_ in outer:
        inner = [one for one in pages if len(one.path) == 2 and one.path[:1] == help_.path]
        others = [one.name for one in outer] if not help_.path else ['hearsay']
        with open(os.path.join(options.output, help_.name + '.1'), 'w', encoding='utf-8') as handle:
            handle.write(page(help_, inner, options.prose, version, others))


if __name__ == '__main__':
    main()
