#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Sort the rows of pack tables by their first column in byte order, in place.

Comment lines before the header stay at the top; comments between rows are refused, since they would lose their row.
Rows with the same first column keep their order (class_actors.tsv lists candidates in the order in which they are tried).

Exit codes: 0 sorted, 1 a file could not be sorted, 2 bad arguments.
"""
import argparse
import sys
from pathlib import Path


def sort_table(path: Path) -> None:
    """Rewrite one table; raises ValueError where a comment stands between rows."""
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line]
    head = next(i for i, line in enumerate(lines) if not line.startswith("#")) + 1
    rows = lines[head:]
    if any(row.startswith("#") for row in rows):
        raise ValueError("a comment stands between the rows")
    rows.sort(key=lambda row: row.split("\t", 1)[0].encode("utf-8"))
    path.write_text("\n".join(lines[:head] + rows) + "\n", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", nargs="+", type=Path)
    status = 0
    for table in parser.parse_args().tables:
        try:
            sort_table(table)
        except (OSError, ValueError, StopIteration) as error:
            print(f"{table}: {error or 'has no header row'}", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
