#!/usr/bin/env python3
"""Writes db/sample: the facts of five articles, and made-up rows that fill what the articles only count.

The sums that the articles declare are asserted here and again by the tests of the program. Run it after a change of
any file in this folder; the result is the same every time.
"""
import pathlib

import activities
import aid
import delegations
import evidence
import network
import offices
import partners
from book import Book


def main():
    book = Book()
    for part in (network, partners, aid, delegations, activities, offices, evidence):
        part.build(book)
    for register in {name for name, _ in book.rows}:
        codes = [r["code"] for r in book.of(register)]
        assert len(codes) == len(set(codes)), register
    folder = pathlib.Path(__file__).resolve().parents[2] / "db" / "sample"
    folder.mkdir(parents=True, exist_ok=True)
    book.write(folder)
    made_up = sum(1 for rows in book.rows.values() for r in rows if r.get("illustrative"))
    print(sum(len(rows) for rows in book.rows.values()), "rows,", made_up, "of them made up")


if __name__ == "__main__":
    main()
