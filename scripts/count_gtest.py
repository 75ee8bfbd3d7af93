#!/usr/bin/env python3
"""Prints the failures of a GoogleTest run and, as last line, "N passed, N failed".

count_gtest.py REPORT.json LOG: without a report (the program crashed) the end of the log is shown and counted as a failure.
"""
import json
import pathlib
import sys


def results(report):
    for suite in report["testsuites"]:
        for test in suite["testsuite"]:
            yield suite["name"] + "." + test["name"], test


def main():
    report_path, log_path = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    passed = failed = 0
    skipped = []
    if report_path.is_file():
        for name, test in results(json.loads(report_path.read_text(encoding="utf-8"))):
            if test.get("failures"):
                failed += 1
                print("FAILED " + name)
                for failure in test["failures"]:
                    print("    " + failure["failure"].replace("\n", "\n    "))
            elif test.get("result") == "SKIPPED":
                skipped.append(name)
            elif test.get("result") == "COMPLETED":
                passed += 1
    log = log_path.read_text(encoding="utf-8", errors="replace") if log_path.is_file() else ""
    crashed = not report_path.is_file() or "ERROR: LeakSanitizer" in log or "ERROR: AddressSanitizer" in log
    if crashed:
        failed += 1
        start = log.find("ERROR: LeakSanitizer")
        shown = log[start:start + 6000] if start >= 0 else log[-6000:]
        print("FAILED the test program did not end well; its log (%s):\n%s" % (log_path, shown))
    if skipped:
        print("skipped: " + ", ".join(skipped))
    print("%d passed, %d failed" % (passed, failed))


if __name__ == "__main__":
    main()
