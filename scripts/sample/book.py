"""The sample office as rows of its registers, written as one tab-separated file a register and load step."""
# Order of loading: links point only backwards. A register with links to itself comes in several steps.
ORDER = ["organisation", "organisation_name", "succession", "membership", "partner", "agreement", "commitment", "aid",
         "aid_value", "aid_beneficiary", "delegation", "activity", "charity", "courtesy", "scholarship", "information",
         "campaign", "award", "meeting", "petition", "evidence", "claim", "evidence_span"]
# The number before a file's name: loading goes by it. Registers between two of the order have a number of their own.
FIRST = {register: 100 + 10 * n for n, register in enumerate(ORDER)} | {"diaspora_estimate": 133, "support_case": 253}
WORDS = {"exact": "", "nearly": "gần ", "more_than": "hơn ", "about": "khoảng ", "at_least": "ít nhất "}


def count(n, qualifier="exact"):
    """A number as a person types it; an unknown one says so."""
    return "chưa rõ" if n is None else WORDS[qualifier] + str(n)


def money(n, qualifier="exact", currency="VND"):
    """`n` in whole units, or a string with a decimal comma."""
    return "chưa rõ" if n is None else f"{WORDS[qualifier]}{n} {currency}"


class Book:
    def __init__(self):
        self.rows = {}  # (register, step) -> list of dicts

    def add(self, register, code, step=0, **fields):
        assert register in FIRST, register
        row = {"code": code, **{k: v for k, v in fields.items() if v not in (None, "", [])}}
        self.rows.setdefault((register, step), []).append(row)
        return row

    def made_up(self, register, code, step=0, **fields):
        """A row that no paper vouches for: it only makes the office look alive."""
        return self.add(register, code, step, illustrative="1", **fields)

    def of(self, register):
        return [r for (name, _), rows in sorted(self.rows.items()) if name == register for r in rows]

    def files(self):
        """{name: text} of the files that these scripts write."""
        result = {}
        for (register, step), rows in self.rows.items():
            header = []
            for row in rows:
                header += [k for k in row if k not in header]
            lines = ["\t".join(header)]
            lines += ["\t".join(_cell(row.get(k, "")) for k in header) for row in rows]
            result[f"{FIRST[register] + step}_{register}.tsv"] = "\n".join(lines) + "\n"
        return result


def codes_of(text):
    """Codes of the rows of a file; none where the program gives them."""
    header, *rows = [line.split("\t") for line in text.splitlines()]
    return [row[header.index("code")] for row in rows] if "code" in header else []


def _cell(value):
    text = "|".join(value) if isinstance(value, (list, tuple)) else str(value)
    assert "\t" not in text and "\n" not in text, text
    return text
