#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Completions for bash, zsh and fish, made of --help.

    make_completions.py --program build/release/hearsay --output build/release/completions"""
import argparse
import os

from command_help import all_help

FILES = ('FILE', 'INPUT')


def long_names(help_):
    return [name for entry in help_.entries('Options') for name in entry.names]


def bash_values(one):
    """What may stand after an option that takes a value."""
    for entry in one.entries('Options'):
        if entry.value:
            reply = 'compgen -W "%s" -- "$word"' % ' '.join(entry.choices) if entry.choices else \
                'compgen -f -- "$word"' if entry.value in FILES else ':'
            names = '|'.join('"%s %s"' % (one.path[0], name) for name in entry.names)
            yield '    %s) COMPREPLY=($(%s)); return ;;' % (names, reply)


def bash(pages):
    commands = [one for one in pages if len(one.path) == 1]
    first = [e.head for e in pages[0].entries('Commands')] + long_names(pages[0])
    return '\n'.join([
        '# bash completion of hearsay', '_hearsay() {',
        '  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}',
        '  if [ "$COMP_CWORD" -eq 1 ]; then', '    COMPREPLY=($(compgen -W "%s" -- "$word"))' % ' '.join(first), '    return', '  fi',
        '  case "$command $before" in', *[line for one in commands for line in bash_values(one)], '  esac',
        '  case "$word" in', '    -*) ;;', '    *) COMPREPLY=($(compgen -f -- "$word")); return ;;', '  esac', '  case "$command" in',
        *['    %s) COMPREPLY=($(compgen -W "%s" -- "$word")) ;;' % (one.path[0], ' '.join(long_names(one))) for one in commands],
        '  esac', '}', 'complete -o filenames -F _hearsay hearsay']) + '\n'


def quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"


def zsh_option(entry):
    text = entry.text.replace('[', '(').replace(']', ')').replace(':', ' -')
    action = ''
    if entry.value:
        action = ':%s:%s' % (entry.value.replace('[', '').replace(']', ''),
                             '(%s)' % ' '.join(entry.choices) if entry.choices else '_files' if entry.value in FILES else '')
    return [quoted('%s[%s]%s' % (name, text, action)) for name in entry.names]


def zsh(pages):
    lines = ['#compdef hearsay', '_hearsay() {', '  local -a commands', '  commands=(']
    lines += ['    ' + quoted('%s:%s' % (e.head, e.text.replace(':', ' -'))) for e in pages[0].entries('Commands')]
    lines += ['  )', '  if (( CURRENT == 2 )); then', "    _describe 'command' commands", '    return', '  fi', '  case $words[2] in']
    for one in pages:
        if len(one.path) == 1:
            options = [part for entry in one.entries('Options') for part in zsh_option(entry)]
            lines += ['    %s)' % one.path[0], "      _arguments %s '*:file:_files' ;;" % ' '.join(options)]
    return '\n'.join([*lines, '  esac', '}', '_hearsay "$@"']) + '\n'


def fish(pages):
    lines = ['# fish completion of hearsay']
    for command in pages[0].entries('Commands'):
        lines.append('complete -c hearsay -n __fish_use_subcommand -a %s -d %s' % (command.head, quoted(command.text)))
    for one in pages:
        if len(one.path) != 1:
            continue
        for entry in one.entries('Options'):
            names = ' '.join(('-l ' + n[2:]) if n.startswith('--') else ('-s ' + n[1:]) for n in entry.names)
            value = ' -x -a %s' % quoted(' '.join(entry.choices)) if entry.choices else ' -r' if entry.value else ''
            lines.append("complete -c hearsay -n '__fish_seen_subcommand_from %s' %s%s -d %s" % (one.path[0], names, value, quoted(entry.text)))
    return '\n'.join(lines) + '\n'


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('--program', required=True)
    parser.add_argument('--output', required=True)
    options = parser.parse_args()
    pages = all_help(options.program)
    os.makedirs(options.output, exist_ok=True)
    for name, text in (('hearsay', bash(pages)), ('_hearsay', zsh(pages)), ('hearsay.fish', fish(pages))):
        with open(os.path.join(options.output, name), 'w', encoding='utf-8') as handle:
            handle.write(text)


if __name__ == '__main__':
    main()
