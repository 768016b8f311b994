#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How the relations between claims that people coded are shown: same event, contradiction, repetition, furniture.

Builds a store of the reports, finds for each coded claim the claims of ours that stand on its words, and prints one line
a relation with what the program shows of it. The data is read from HEARSAY_EVAL_DATA (see eval/README.md).
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
from collections import Counter


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def run(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"{program} {' '.join(arguments)}: {done.stderr}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def overlaps(ours, begin, end):
    return ours["begin"] < end and begin < ours["end"]


class Shown:
    """What the program shows of the reports."""

    def __init__(self, program, articles, folder):
        reports = folder / "reports.jsonl"
        reports.write_text("".join(json.dumps(one) + "\n" for one in articles), encoding="utf-8")
        db = str(folder / "relations.db")
        subprocess.run([program, "build", "--quiet", str(reports), "--db", db], check=True)
        self.claims = run(program, "claims", "--format", "jsonl", str(reports))
        self.marks = {one["id"]: one["marks"] for one in run(program, "clean", "--format", "jsonl", str(reports))}
        self.events = run(program, "events", "--format", "jsonl", "--db", db)
        self.event_of = {(c["doc"], c["id"]): e for e in self.events for c in e["claims"]}

    def match(self, gold):
        """Ids of our claims of the coded type whose trigger or sentence is one of the coded sites."""
        sites = gold.get("sites") or []
        found = []
        for claim in self.claims:
            if claim["doc"] != gold["doc"] or claim["type"] not in [gold["type"], *gold.get("also_type", [])]:
                continue
            spans = [claim, *claim.get("sites", [])]
            if any(overlaps(span, *(site.get("trigger") or (site["begin"], site["end"]))) for span in spans for site in sites):
                found.append((claim["doc"], claim["id"]))
        return found

    def events_with(self, claims):
        return {id(self.event_of[c]): self.event_of[c] for c in claims if c in self.event_of}

    def together(self, one, other):
        both = self.events_with(one).keys() & self.events_with(other).keys()
        return [self.events_with(one)[key] for key in both]


def fields(event):
    return ", ".join(f"{c['field']}/{c['kind']}" for c in event["contested"]) or "nothing contested"


def verdict(relation, shown, gold, texts):
    """(held or None where it cannot be told, what is shown)"""
    kind = relation["kind"]
    claims = [shown.match(gold[c]) if c in gold else [] for c in relation.get("claims", [])]
    missing = [c for c, found in zip(relation.get("claims", []), claims) if not found]
    if kind in ("same_event", "part_of", "contradiction", "consistent_denial", "cross_doc_negative", "cross_doc_series",
                "cross_doc_evolution", "cross_doc_same_place") and len(claims) == 2:
        if missing:
            return False, f"no claim of ours for {', '.join(missing)}"
        events = shown.together(*claims)
        if kind in ("same_event", "part_of"):
            return bool(events), "one event" if events else "two events"
        if kind == "contradiction":
            held = any(e["contested"] for e in events)
            return held, fields(events[0]) if events else "two events"
        if kind == "consistent_denial":
            clash = any(c["field"] in ("status", "number") for e in events for c in e["contested"])
            return not clash, fields(events[0]) if events else "two events"
        return not events, "one event" if events else "two events"
    if kind in ("duplicate_paragraph", "partial_duplicate", "boilerplate", "kept_caption"):
        lines = texts[relation["doc"]].split("\n")
        numbers = [relation["repeat_line"]] if "repeat_line" in relation else relation.get("lines", [])
        if kind == "partial_duplicate":  # a cut-off teaser above the full sentence: the teaser goes
            numbers = [relation["line"]]
        held, seen = bool(numbers), []
        for number in numbers:
            begin = sum(len(line) + 1 for line in lines[: number - 1])
            end = begin + len(lines[number - 1])
            kinds = sorted({m["kind"] for m in shown.marks[relation["doc"]] if m["begin"] < end and begin < m["end"]})
            seen += kinds
            wanted = {"duplicate_paragraph": "duplicate", "partial_duplicate": "duplicate"}.get(kind)
            held &= (wanted in kinds or "boilerplate" in kinds) if wanted else (
                "caption" in kinds if relation.get("remove") == "caption" else bool(kinds))
        return held, ", ".join(seen) or "not marked"
    if kind == "numeric_vague" and claims and claims[0]:
        found = [q for c in shown.claims if (c["doc"], c["id"]) in claims[0] for q in c["quantities"]]
        return any(q["max"] is None and q["min"] for q in found), str([(q["min"], q["max"]) for q in found])
    if kind == "numeric_distance":
        return bool(claims and claims[0]), "coded" if claims and claims[0] else "no claim of ours"
    return None, "not measured"


def measure(program, data):
    """Every relation that can be measured with whether it is shown and what is; the events of all development articles."""
    articles = rows(data / "articles/seeds.jsonl")
    gold = {one["id"]: one for one in rows(data / "gold/claims-seeds-dev.jsonl")}
    texts = {one["id"]: one["text"] for one in articles}
    found = []
    with tempfile.TemporaryDirectory() as folder:
        shown = Shown(program, articles, pathlib.Path(folder))
        for relation in rows(data / "gold/relations-seeds-dev.jsonl"):
            good, what = verdict(relation, shown, gold, texts)
            if good is not None:
                found.append((relation, good, what))
    return found


def contested_events(program, data):
    """Of the other development articles: events of several claims, those contested, and how often each kind is."""
    kinds = Counter()
    with tempfile.TemporaryDirectory() as folder:
        db = str(pathlib.Path(folder) / "articles.db")
        others = sorted(str(one) for one in (data / "articles").glob("*.jsonl") if one.name != "seeds.jsonl")
        subprocess.run([program, "build", "--quiet", *others, "--db", db], check=True)
        events = [one for one in run(program, "events", "--format", "jsonl", "--db", db) if len(one["claims"]) > 1]
    for event in events:
        kinds.update({f"{one['field']}/{one['kind']}" for one in event["contested"]})
    return len(events), sum(1 for one in events if one["contested"]), kinds


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hearsay", default="build/release/hearsay")
    parser.add_argument("--data", default=os.environ.get("HEARSAY_EVAL_DATA"))
    parser.add_argument("--all", action="store_true", help="print also what holds")
    options = parser.parse_args()
    if not options.data:
        sys.exit("name the folder of the annotated data in HEARSAY_EVAL_DATA")
    data = pathlib.Path(options.data)
    held, all_of = Counter(), Counter()
    for relation, good, what in measure(options.hearsay, data):
        all_of[relation["kind"]] += 1
        held[relation["kind"]] += good
        if options.all or not good:
            print(f"{'holds' if good else 'FAILS'}  {relation['id']}  {relation['kind']}  "
                  f"{' '.join(relation.get('claims', []))}: {what}  ({relation.get('note', '')})")
    for kind, count in sorted(all_of.items()):
        print(f"{kind:<22} {held[kind]:>3} of {count}")
    several, contested, kinds = contested_events(options.hearsay, data)
    print(f"other articles: {contested} of {several} events of several claims are contested: "
          + ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())))


if __name__ == "__main__":
    main()
