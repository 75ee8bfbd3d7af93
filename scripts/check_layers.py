#!/usr/bin/env python3
"""Checks which part of the program includes which (ARCHITECTURE.md): one check a rule, last line "N passed, N failed"."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SRC = ROOT / "src"

# Each layer and the layers it may include directly; what those may include is allowed too.
ARROWS = {
    "base": [],
    "db": ["base"],
    "html": ["base"],
    "file": ["html"],
    "web": ["html", "file"],
    "net": ["base"],
    "auth": ["web", "db", "net"],
    "ledger": ["auth"],
    "register": ["ledger"],
    "flow": ["register"],
    "intake": ["flow"],
    "figure": ["flow"],
    "document": ["figure"],
    "sheets": ["flow"],
    "app": ["document", "intake", "sheets"],
    "portal": ["document", "intake"],
    "main": ["app", "portal"],
}
# Reading articles and office files is a pure function: it never touches a database.
NEVER = {"intake": {"db"}}
# Folders of app/ that are no modules: words and rules that all modules share. They name no module themselves.
SHARED = {"common", "reference"}
# Folders of app/ that put the modules together, as the files of app/ itself do: they may name all of them; no module names these.
COMPOSERS = {"commands", "site"}
BEAST = re.compile(r"boost/(beast|asio)")
DRIVERS = re.compile(r"^(sqlite3\.h|libpq-fe\.h|libpq/.*)$")
DOMAIN_TYPE = re.compile(
    r"\b(Delegation|Partner|Aid|AidProject|Award|Agreement|Petition|Scholarship|Charity|Membership|Occasion|Activity)\b")


def allowed_layers(layer):
    reached = {layer}
    waiting = [layer]
    while waiting:
        for below in ARROWS[waiting.pop()]:
            if below not in reached:
                reached.add(below)
                waiting.append(below)
    return reached - NEVER.get(layer, set())


def layer_of(relative):
    """"app/aid/figures.cpp" -> "app", "main.cpp" -> "main"."""
    return relative.parts[0] if len(relative.parts) > 1 else "main"


def includes(text):
    for number, line in enumerate(text.splitlines(), 1):
        found = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
        if found:
            yield number, found.group(1), found.group(2)


def code_only(text):
    """The text without comments and literals."""
    pattern = r'//[^\n]*|/\*.*?\*/|R"([^(]*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"'
    return re.sub(pattern, lambda m: re.sub(r"[^\n]", " ", m.group(0)), text, flags=re.S)


def check(files):
    """Yields (rule, complaint)."""
    for path in files:
        relative = path.relative_to(SRC)
        layer = layer_of(relative)
        text = path.read_text(encoding="utf-8")
        if layer not in ARROWS:
            yield "arrows", "src/%s: the folder %s is no layer; add it to ARROWS in scripts/check_layers.py" % (relative, layer)
            continue
        allowed = allowed_layers(layer)
        for number, mark, name in includes(text):
            where = "src/%s:%d includes %s" % (relative, number, name)
            if DRIVERS.match(name) and layer != "db":
                yield "drivers", where + ": only db/ sees the database libraries"
            if BEAST.match(name) and relative.as_posix() != "web/beast_server.cpp":
                yield "beast", where + ": only web/beast_server.cpp sees Beast and Asio"
            if mark != '"':
                continue
            target = pathlib.PurePosixPath(name)
            if ".." in target.parts:
                yield "arrows", where + ": name files from src/, not with .."
                continue
            other = target.parts[0] if len(target.parts) > 1 else None
            if other is None or other not in ARROWS:
                if not path.name.endswith("_test.cpp"):
                    yield "arrows", where + ": name files from src/"
                continue
            if other not in allowed:
                yield "arrows", where + ": %s may include %s" % (layer, ", ".join(sorted(allowed - {layer})) or "nothing")
            composer = layer == "app" and (len(relative.parts) == 2 or relative.parts[1] in COMPOSERS)
            if layer == other == "app" and not composer and len(target.parts) > 2 and target.parts[1] != relative.parts[1]:
                if target.name != "public.h" and target.parts[1] not in SHARED:
                    yield "modules", where + ": modules of app meet only through public.h"
        if layer in ("register", "html") and not path.name.endswith("_test.cpp"):
            for number, line in enumerate(code_only(text).splitlines(), 1):
                found = DOMAIN_TYPE.search(line)
                if found:
                    yield "domain", "src/%s:%d names the domain type %s" % (relative, number, found.group(1))


def main():
    files = sorted(p for p in SRC.rglob("*") if p.suffix in (".h", ".cpp"))
    rules = ["arrows", "modules", "drivers", "beast", "domain"]
    broken = {}
    for rule, complaint in check(files):
        broken.setdefault(rule, []).append(complaint)
    for rule in rules:
        for complaint in broken.get(rule, []):
            print("FAILED %s: %s" % (rule, complaint))
    print("%d passed, %d failed" % (len(rules) - len(broken), len(broken)))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
