#!/usr/bin/env python3
"""Writes db/sample: the facts of five articles, and made-up rows that fill what the articles only count.

The sums that the articles declare are asserted here and again by the tests of the program. Run it after a change of
any file in this folder; the result is the same every time. Files of db/sample that no script writes are kept by hand and
stay as they are. With --check nothing is written: it says whether db/sample is what these scripts write.
"""
import collections
import pathlib
import sys

import activities
import aid
import compatriots
import delegations
import evidence
import network
import offices
import partners
from book import Book, codes_of

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "db" / "sample"


def made():
    book = Book()
    for part in (network, compatriots, partners, aid, delegations, activities, offices, evidence):
        part.build(book)
    return book


def differences(files):
    """What --check complains of: files that differ, and codes that a register has twice (in rows by hand as well)."""
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.tsv")}
    for name, text in files.items():
        if name not in kept:
            yield f"{name} is missing"
        elif kept[name] != text:
            rows = set(kept[name].splitlines()) ^ set(text.splitlines())
            yield f"{name} differs in {len(rows)} lines, for example: {min(rows)[:100]}"
    of_register = collections.defaultdict(list)
    for name, text in kept.items():
        of_register[name.split("_", 1)[1]] += codes_of(text)
    for name, codes in of_register.items():
        twice = sorted(code for code, n in collections.Counter(codes).items() if n > 1)
        if twice:
            yield f"{name}: the code {twice[0]} stands twice"


def main():
    book = made()
    files = book.files()
    if "--check" in sys.argv[1:]:
        found = list(differences(files))
        for line in found:
            print(line)
        return 1 if found else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    made_up = sum(1 for rows in book.rows.values() for r in rows if r.get("illustrative"))
    print(sum(len(rows) for rows in book.rows.values()), "rows,", made_up, "of them made up")
    for line in differences(files):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
