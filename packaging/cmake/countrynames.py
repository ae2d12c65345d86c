#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the table countrynames.tsv from the lists of states of Debian's package iso-codes.

countrynames.py iso_3166-1.json iso_3166-3.json OUTPUT

ISO files a name under its noun and sets parts aside in brackets ("Korea, Republic of"; "Holy See (Vatican City State)");
the table holds the names as a text spells them, the short one first.
"""

import json
import re
import sys

# Former entries that would read as something else in a text of today.
LEFT_OUT = {
    "CSXX": "Serbia and Montenegro: two states",
    "PCHH": "Pacific Islands: a region",
    "NTHH": "Neutral Zone: any such zone",
    "FXFR": "Metropolitan France: of France",
}


def spelled(name):
    """The spellings behind one name of ISO, and whether its first part alone may stand for it."""
    inside = re.findall(r"\(([^)]*)\)", name)
    outside = re.sub(r"\s+", " ", re.sub(r"\([^)]*\)", "", name)).strip()
    extra = [part for part in inside if part.endswith(" State")]
    parts = [part.strip() for part in outside.split(",")]
    if len(parts) == 1:
        return [outside] + extra, None
    last = parts[-1]
    if re.search(r" of( the)?$", last):
        return [f"{last} {parts[0]}"] + extra, parts[0]
    if last in ("British", "U.S."):
        return [f"{last} {parts[0]}"], None
    if parts[0] in last or parts[0].isupper() or last.split()[-1] == "Republic":
        return parts, None
    return [outside], None


def without_article(name):
    return re.sub(r"^[Tt]he ", "", name)


def names_of(entry):
    """Short names first, and first parts that stand for the state if no other state has them too."""
    names, bases = [], []
    if "common_name" in entry:
        names.append(entry["common_name"])
    for key in ("name", "official_name"):
        if key in entry:
            found, base = spelled(entry[key])
            names += found
            bases += [base] if base else []
    return list(dict.fromkeys(map(without_article, names))), bases


def main(current_file, former_file, output):
    with open(current_file, encoding="utf-8") as file:
        current = json.load(file)["3166-1"]
    with open(former_file, encoding="utf-8") as file:
        former = [entry for entry in json.load(file)["3166-3"] if entry["alpha_4"] not in LEFT_OUT]
    codes = {entry["alpha_2"] for entry in current}
    rows = [(entry["alpha_2"], "", *names_of(entry)) for entry in current]
    for entry in former:
        successor = entry["alpha_4"][2:]
        own = "" if entry["alpha_2"] in codes else entry["alpha_2"]
        rows.append((own, successor if successor in codes else "", *names_of(entry)))
    owners = {}
    for number, (_, _, names, bases) in enumerate(rows):
        for name in names + bases:
            owners.setdefault(name.replace("-", " "), set()).add(number)
    with open(output, "w", encoding="utf-8") as file:
        file.write("# Made from iso-codes by countrynames.py. Columns: code; of a former state its successor's; names.\n")
        for code, successor, names, bases in rows:
            if not code and not successor:
                continue
            single = [base for base in bases if len(owners[base.replace("-", " ")]) == 1]
            file.write(f"{code}\t{successor}\t{'|'.join(dict.fromkeys(single + names))}\n")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
