#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-totals.py TESTS.XML STYLE-FAULTS: what was skipped, and how many test functions passed, failed and were skipped.

A test program that is no Qt Test counts as one function; so does one that ended without telling its totals.
"""

import re
import sys
import xml.etree.ElementTree as tree

TOTALS = re.compile(r"^Totals: (\d+) passed, (\d+) failed, (\d+) skipped", re.MULTILINE)
SKIP = re.compile(r"^SKIP\s+: (.*)$", re.MULTILINE)


def main():
    passed = skipped = 0
    failed = int(sys.argv[2])
    for case in tree.parse(sys.argv[1]).getroot().iter("testcase"):
        output = case.findtext("system-out") or ""
        totals = [tuple(map(int, found)) for found in TOTALS.findall(output)]
        status = case.get("status")
        for line in SKIP.findall(output):
            print(f"skipped: {line}")
        passed += sum(t[0] for t in totals)
        skipped += sum(t[2] for t in totals)
        if status == "fail":
            failed += max(1, sum(t[1] for t in totals))
        elif status in ("notrun", "disabled"):
            print(f"skipped: {case.get('name')}")
            skipped += 1
        elif not totals:
            passed += 1
    print(f"{passed} passed, {failed} failed, {skipped} skipped")


main()
