"""The sample office as rows of its registers, written as one tab-separated file a register and load step."""
import pathlib

# Order of loading: links point only backwards. A register with links to itself comes in several steps.
ORDER = ["organisation", "organisation_name", "succession", "membership", "partner", "agreement", "commitment", "aid",
         "aid_value", "aid_beneficiary", "delegation", "activity", "charity", "courtesy", "scholarship", "information",
         "campaign", "award", "meeting", "petition", "evidence", "claim", "evidence_span"]
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
        assert register in ORDER, register
        row = {"code": code, **{k: v for k, v in fields.items() if v not in (None, "", [])}}
        self.rows.setdefault((register, step), []).append(row)
        return row

    def made_up(self, register, code, step=0, **fields):
        """A row that no paper vouches for: it only makes the office look alive."""
        return self.add(register, code, step, illustrative="1", **fields)

    def of(self, register):
        return [r for (name, _), rows in sorted(self.rows.items()) if name == register for r in rows]

    def write(self, folder):
        folder = pathlib.Path(folder)
        for old in folder.glob("*.tsv"):
            old.unlink()
        for (register, step), rows in self.rows.items():
            number = 100 + 10 * ORDER.index(register) + step
            header = []
            for row in rows:
                header += [k for k in row if k not in header]
            lines = ["\t".join(header)]
            lines += ["\t".join(_cell(row.get(k, "")) for k in header) for row in rows]
            (folder / f"{number}_{register}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _cell(value):
    text = "|".join(value) if isinstance(value, (list, tuple)) else str(value)
    assert "\t" not in text and "\n" not in text, text
    return text
