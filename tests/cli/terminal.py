#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What people see: tables at every width and in every script, colours, the pager - on a pseudo-terminal."""
import fcntl
import json
import os
import pty
import re
import select
import struct
import subprocess
import tempfile
import termios
import unicodedata
import unittest

from program import EXAMPLES, PROGRAM, hearsay

COLOUR = re.compile(r'\x1b\[\d*m')
REPORTS = [
    {'id': 'unbroken-' + 'x' * 150, 'outlet': 'The ' + 'Very' * 40 + ' Long Herald', 'published': '2017-06-16',
     'text': 'Government forces shelled the town of Maaret on Friday, killing six civilians, a local council said.'},
    {'id': '报道-一', 'outlet': '大马士革新闻社' * 9, 'published': '2017-06-16',
     'text': 'Army troops attacked 德拉城的村庄' + '村' * 60 + ' near Daraa on Thursday, 新华社 said. "恐怖分子" fled, it added.'},
    {'id': 'تقرير', 'outlet': 'وكالة الأنباء الوطنية', 'published': '2017-06-15',
     'text': 'Fighters of قوات سوريا الديمقراطية captured the village of حلب اليوم on Wednesday, قائد ميداني said.'},
    {'id': 'e\u0301' * 60, 'outlet': 'Zhurna\u0301l \U0001F600\U0001F1F8\U0001F1FE \u202Eevil\u202C\x1b[31mred', 'published': '2017-06-14',
     'text': 'The \U0001F468\u200D\U0001F469\u200D\U0001F467 brigade\u2029denied that it shelled Idlib\x1b[2J on Monday, rebels said.'}]


def columns(line):
    """Columns of a terminal, told without the program's own tables: a bound from above for what it may print."""
    width = 0
    for c in unicodedata.normalize('NFC', COLOUR.sub('', line)):
        if unicodedata.category(c) in ('Mn', 'Me', 'Cf') or c in '\U0001F469\U0001F467':   # joined to the man before
            continue
        width += 2 if unicodedata.east_asian_width(c) in 'WF' else 1
    return width


class Terminal(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.reports = cls.path('strange.jsonl')
        with open(cls.reports, 'w', encoding='utf-8') as handle:
            handle.writelines(json.dumps(r, ensure_ascii=False) + '\n' for r in REPORTS)
        cls.db = cls.path('strange.db')
        built = hearsay('build', EXAMPLES, cls.reports, '--db', cls.db)
        assert built.returncode == 0, built.stderr
        events = hearsay('events', '--db', cls.db, '--format', 'jsonl').stdout.decode().splitlines()
        cls.event = max(map(json.loads, events), key=lambda e: len(e['claims']))
        hearsay('review', cls.event['claims'][0]['id'], '--db', cls.db, '--verdict', 'unsure', '--note', '笔记' * 50,
                '--reviewer', 'مراجع')

    @classmethod
    def path(cls, name):
        return os.path.join(cls.folder.name, name)

    def tables(self):
        """Every command that shows people something."""
        store = ['--db', self.db]
        event = self.event
        docs = sorted({c['doc'] for c in event['claims']})
        yield from ([c, *store, '--format', 'table'] for c in ('events', 'timeline', 'sources', 'republished', 'posture', 'review'))
        yield from ([c, *which, *store] for c in ('show', 'why')
                    for which in (['event', event['event']], ['claim', event['claims'][0]['id']], [event['event']]))
        yield from (['show', report['id'], *store] for report in REPORTS)
        yield ['compare', docs[0], docs[-1] if len(docs) > 1 else REPORTS[0]['id'], *store]
        yield ['compare', REPORTS[0]['id'], REPORTS[2]['id'], *store]
        yield from ([c, '--format', 'table', self.reports] for c in ('mentions', 'quotes', 'claims'))
        yield ['check', *store]
        yield ['doctor']

    def run_piped(self, arguments, **environment):
        return subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=120, env={**os.environ, **environment})

    def test_no_line_is_wider_than_asked(self):
        for width in (20, 40, 60, 80, 120, 200):
            for arguments in self.tables():
                done = self.run_piped(arguments, COLUMNS=str(width))
                self.assertEqual(done.returncode, 0, (arguments, done.stderr))
                for line in done.stdout.decode().split('\n'):
                    self.assertLessEqual(columns(line), width, (width, arguments[:2], line))
                    self.assertNotRegex(line, '[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]', arguments[:2])

    def test_right_to_left_names_are_isolated(self):
        shown = self.run_piped(['show', 'تقرير', '--db', self.db]).stdout.decode()
        self.assertIn('\u2068وكالة الأنباء الوطنية\u2069', shown)
        for arguments in self.tables():
            for line in self.run_piped(arguments).stdout.decode().split('\n'):
                self.assertEqual(line.count('\u2068'), line.count('\u2069'), line)

    def test_machines_get_neither_isolates_nor_escapes(self):
        for arguments in (['events', '--format', 'csv'], ['sources', '--format', 'jsonl'], ['sources', '--format', 'csv']):
            plain = self.run_piped([*arguments, '--db', self.db, '--color', 'always'])
            self.assertNotIn('\u2068', plain.stdout.decode())
            self.assertNotIn(b'\x1b[0m', plain.stdout)

    # ---- colours

    def coloured(self, *arguments, terminal=None, **environment):
        command = ['timeline', '--db', self.db, *arguments]
        if terminal:
            return '\x1b[' in self.on_terminal(command, NO_COLOR=environment.pop('NO_COLOR', ''), **environment)[0]
        return b'\x1b[' in self.run_piped(command, **environment).stdout

    def test_colours_are_for_terminals_and_for_who_asks(self):
        self.assertFalse(self.coloured(NO_COLOR=''))
        self.assertTrue(self.coloured('--color', 'always', NO_COLOR=''))
        self.assertTrue(self.coloured('--color=always', NO_COLOR='1'))       # the option is stronger
        self.assertTrue(self.coloured('--no-pager', terminal=True))
        self.assertFalse(self.coloured('--no-pager', terminal=True, NO_COLOR='1'))
        self.assertFalse(self.coloured('--no-pager', '--color', 'never', terminal=True))
        self.assertFalse(self.coloured('--no-pager', terminal=True, TERM='dumb'))
        self.assertEqual(self.run_piped(['timeline', '--db', self.db, '--color', 'sometimes']).returncode, 2)

    def test_colours_tell_the_status_and_do_not_move_columns(self):
        plain = self.run_piped(['events', '--db', self.db, '--format', 'table']).stdout.decode()
        bright = self.run_piped(['events', '--db', self.db, '--format', 'table', '--color', 'always']).stdout.decode()
        self.assertEqual(COLOUR.sub('', bright), plain)
        claims = ['claims', '--format', 'table', '--color', 'always', EXAMPLES]
        self.assertIn('\x1b[31mdenied\x1b[0m', self.run_piped(claims).stdout.decode())

    # ---- the terminal and the pager

    def on_terminal(self, arguments, rows=24, width=80, status=0, **environment):
        """What appears on a pseudo-terminal, and nothing that hangs."""
        child, master = pty.fork()
        if child == 0:
            os.environ.update({'TERM': 'xterm', 'NO_COLOR': '', **environment})
            for name in [n for n, value in environment.items() if value is None]:
                del os.environ[name]
            os.execv(PROGRAM, [PROGRAM, *arguments])
        fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack('HHHH', rows, width, 0, 0))
        seen = b''
        while True:
            ready, _, _ = select.select([master], [], [], 60)
            self.assertTrue(ready, 'nothing for a minute: %r' % seen[-300:])
            try:
                data = os.read(master, 65536)
            except OSError:   # Linux: the other end is closed
                break
            if not data:
                break
            seen += data
        os.close(master)
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), status, seen[-300:])
        return seen.decode().replace('\r\n', '\n'), arguments

    def paged(self, arguments, **more):
        """What went to the pager, None where none was started."""
        file = self.path('paged')
        if os.path.exists(file):
            os.remove(file)
        self.on_terminal(arguments, PAGER='cat > %s; echo "LESS=$LESS" >> %s' % (file, file), **more)
        if not os.path.exists(file):
            return None
        with open(file, encoding='utf-8') as handle:
            return handle.read()

    def test_long_lists_are_paged_and_short_ones_are_not(self):
        timeline = ['timeline', '--db', self.db]
        long = self.paged(timeline)
        self.assertIn('contested', long)
        self.assertIn('\x1b[', long)
        self.assertTrue(long.endswith('LESS=FRX\n'))
        self.assertTrue(self.paged(timeline, LESS='S').endswith('LESS=S\n'))
        self.assertIsNone(self.paged(timeline, rows=2000))
        self.assertIsNone(self.paged([*timeline, '--no-pager']))
        self.assertIsNone(self.paged(timeline, TERM='dumb'))
        self.assertIsNone(self.paged([*timeline, '--since', '2090-01-01']))
        self.assertIsNone(self.paged(['check', '--db', self.db]))
        self.assertIsNotNone(self.paged(['claims', EXAMPLES]))

    def test_a_pipe_is_not_paged(self):
        file = self.path('never')
        self.run_piped(['timeline', '--db', self.db], PAGER='cat > ' + file)
        self.assertFalse(os.path.exists(file))

    def test_without_a_pager_all_is_shown(self):
        whole = self.on_terminal(['events', '--db', self.db, '--no-pager'])[0]
        self.assertGreater(whole.count('\n'), 24)
        for pager in ('', 'cat', '/no/such/pager', 'no-such-pager-anywhere -R', ' '):
            self.assertEqual(self.on_terminal(['events', '--db', self.db], PAGER=pager)[0], whole, pager)

    def test_a_pager_that_leaves_early_or_fails_is_no_error(self):
        for pager in ('head -1 > /dev/null', 'true', 'false', 'exec 0<&-; sleep 0.2', 'kill -9 $$'):
            self.on_terminal(['timeline', '--db', self.db], PAGER=pager)
            self.on_terminal(['claims', '--format', 'jsonl', *[EXAMPLES] * 30], PAGER=pager)   # more than a pipe holds

    def test_a_reader_that_leaves_is_no_error(self):
        for command in (['timeline', '--db', self.db], ['claims', '--format', 'jsonl', *[EXAMPLES] * 30]):
            run = subprocess.Popen([PROGRAM, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            run.stdout.close()
            self.assertEqual((run.stderr.read(), run.wait(60)), (b'', 0))
            run.stderr.close()

    def test_the_terminal_says_how_wide(self):
        for width in (40, 133):
            shown = self.on_terminal(['events', '--db', self.db, '--no-pager'], width=width, COLUMNS='77')[0]
            widest = max(columns(line) for line in shown.split('\n'))
            self.assertLessEqual(widest, width)
            self.assertGreater(widest, width // 2)


if __name__ == '__main__':
    unittest.main()
