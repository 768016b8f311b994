#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Print rows for a pack's places.tsv out of a GeoNames table (19 columns, plain or .gz), for a person to look over.

Names lose their diacritics and take the article of English-language reporting ("Ar Raqqah" -> "al-Raqqa"); well-known towns
want their usual spelling by hand afterwards. The radius follows the population. Container and country are arguments:

    tools/geonames_rows.py --country SY --admin1 04 --container place/raqqa-governorate SY.txt

GeoNames is CC BY 4.0: name it in the pack's SOURCES.md.  Exit codes: 0 printed, 1 no row fits, 2 bad arguments.
"""
import argparse
import gzip
import re
import sys
import unicodedata

RADIUS_KM = ((4_000_000, 20), (1_500_000, 15), (700_000, 12), (300_000, 9), (150_000, 7), (60_000, 5), (20_000, 4), (0, 3))
ARTICLE = re.compile(r"\b(Al|Ar|As|Ash|At|Ad|Az|An|Ath|Adh)[ -](?=[A-Z])", re.IGNORECASE)


def english(name: str) -> str:
    """The name without diacritics, with "al-" for any assimilated article and -a for a final -ah."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    bare = re.sub("[‘’ʼ'`]", "", bare)
    return re.sub(r"(?<=[a-z])ah\b", "a", ARTICLE.sub("al-", bare))


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"^al-", "", name.lower())).strip("-")


def radius_km(population: int) -> int:
    return next(radius for least, radius in RADIUS_KM if population >= least)


def rows(lines, country: str, admin1: str, container: str):
    for line in lines:
        cell = line.rstrip("\n").split("\t")
        if len(cell) < 19 or cell[6] != "P" or cell[8] != country or (admin1 and cell[10] != admin1):
            continue
        name, population = english(cell[1]), int(cell[14] or 0)
        yield [f"place/{slug(name)}", name, cell[7], cell[4], cell[5], str(radius_km(population)), container, country,
               str(population or ""), cell[0], "", "", "geonames", ""]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", help="GeoNames table")
    parser.add_argument("--country", required=True, help="ISO 3166-1 alpha-2")
    parser.add_argument("--admin1", default="", help="first-level division code, all when absent")
    parser.add_argument("--container", default="", help="id of the place around them")
    args = parser.parse_args()
    opener = gzip.open if args.table.endswith(".gz") else open
    with opener(args.table, "rt", encoding="utf-8") as lines:
        found = sorted(rows(lines, args.country, args.admin1, args.container), key=lambda row: row[0].encode())
    for row in found:
        print("\t".join(row))
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
