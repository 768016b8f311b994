#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""kill -9 in the middle of build, again and again: the store opens, is whole, and a rerun gives the same answers.

    kill_build.py [ROUNDS]      HEARSAY and HEARSAY_SOURCE as the command tests set them; default 50 rounds
"""
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

from program import EXAMPLES, PROGRAM, hearsay, json_lines

COPIES = 12   # each example this many times under other ids, so that there is a middle to be killed in


def make_reports(folder):
    """The examples, multiplied, as one JSONL file for each copy."""
    whole = json_lines(hearsay('clean', '--format', 'jsonl', EXAMPLES).stdout.decode())
    for copy in range(COPIES):
        with open(os.path.join(folder, f'{copy:02}.jsonl'), 'w', encoding='utf-8') as handle:
            for row in whole:
                handle.write(json.dumps({'id': f"{row['id']}-{copy}", 'text': row['text'].replace('Tuesday', 'Monday', copy % 2),
                                         'outlet': row['outlet'], 'published': row['published']}) + '\n')


def answers(db):
    return [hearsay(command, '--db', db, '--format', 'jsonl').stdout for command in ('events', 'sources', 'republished')]


def remove(db):
    for ending in ('', '-wal', '-shm', '-journal'):
        if os.path.exists(db + ending):
            os.remove(db + ending)


def killed_build(db, reports, after):
    """Start a build and kill it after so many seconds; whether it was still running."""
    build = subprocess.Popen([PROGRAM, 'build', '--quiet', '--db', db, reports], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    running = build.poll() is None
    build.send_signal(signal.SIGKILL)
    build.wait()
    return running


def check_whole(db):
    if os.path.exists(db):
        connection = sqlite3.connect(db)
        result = connection.execute('PRAGMA integrity_check').fetchall()
        connection.close()
        assert result == [('ok',)], result


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    chance = random.Random(20170616)
    with tempfile.TemporaryDirectory() as folder:
        reports, db = os.path.join(folder, 'reports'), os.path.join(folder, 'war.db')
        os.mkdir(reports)
        make_reports(reports)
        begin = time.monotonic()
        assert hearsay('build', '--quiet', '--db', db, reports).returncode == 0
        whole_run = time.monotonic() - begin
        wanted = answers(db)
        assert len(wanted[0]) > 1000
        hits = 0
        for number in range(rounds):
            if number % 3 == 0:
                remove(db)   # some rounds go on from a store that was killed before
            hits += killed_build(db, reports, chance.uniform(0, whole_run))
            check_whole(db)
            if number % 5 == 4 or number == rounds - 1:
                assert hearsay('build', '--quiet', '--db', db, reports).returncode == 0
                check_whole(db)
                assert answers(db) == wanted, f'round {number}: other answers after the rerun'
        print(f'{rounds} rounds, {hits} killed while running, undisturbed run {whole_run:.2f} s')
        assert hits > rounds // 3, 'the build was too quick to be killed'


if __name__ == '__main__':
    main()
