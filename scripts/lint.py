#!/usr/bin/env python3
"""Rules of the house that a compiler does not check. Each rule is one check; last line "N passed, N failed".

A place where a rule is broken for a good reason stands in scripts/lint_allowed.tsv: rule, file (or folder/), how often at most, why.
"""
import collections
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
ALLOWED = ROOT / "scripts/lint_allowed.tsv"
REGISTER_LINES = 5000   # lines of code, without comments: the register engine stays a size one person can know
FILE_LINES = 900        # aim for 400

# Written in pieces so that this file does not break its own rule.
FORBIDDEN = ["registry.npm" + "js.org", "registry.yarn" + "pkg.com", "py" + "pi.org", "crates" + ".io", "deb.debian" + ".org",
             "proxy.golang" + ".org", "/wo" + "rk/", "/ro" + "ot/", "TO" + "DO", "FIX" + "ME"]
LOCALE = re.compile(r"(?<![\w.>])(?:std::)?(setlocale|localeconv|strtod|strtof|strtold|atof|stod|stof|stold|strftime|mktime|localtime|"
                    r"localtime_r|isalpha|isalnum|isdigit|isspace|isupper|islower|isprint|ispunct|tolower|toupper|strcoll|strcasecmp)\s*\(")
CPP_PATTERNS = {
    "raw-sql": (re.compile(r"Sql::built\s*\("), "SQL built at run time: from descriptions and literals only, never from input"),
    "trusted-markup": (re.compile(r"\.trusted\s*\("), "markup that is not escaped"),
    "locale": (LOCALE, "depends on the locale of the machine: use base/number.h, base/date.h, base/fold.h"),
    "exceptions-as-flow": (re.compile(r"\bstd::(stoi|stol|stoll|stoul|stoull)\s*\("), "throws on what people type: use parse_int of base/number.h"),
    "using-std": (re.compile(r"using\s+namespace\s+std\s*;"), "name what is used"),
    "stdout": (re.compile(r"std::(cout|cerr)\b"), "only main.cpp talks to the terminal; elsewhere use base/log.h"),
}
MARKUP_PATTERNS = {
    "inline-style": (re.compile(r"""\bstyle\s*=\s*\\?["']"""), "the content security policy refuses style attributes: use a class"),
    "inline-script": (re.compile(r"""<script(?![^>]*\b(src|type=\\?"application/json)[\s=\\"])|\bon(click|load|change|submit|input|error)\s*=\s*\\?["']"""),
                      "the content security policy refuses inline scripts: put it in assets/js"),
    "javascript-address": (re.compile(r"javascript:", re.I), "scripts live in assets/js"),
    "tone": (re.compile(r"vui lòng", re.I), "say what to do, without vui lòng"),
}

Finding = collections.namedtuple("Finding", "rule path line text why")


def tracked_files():
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False)
    names = listed.stdout.splitlines() if listed.returncode == 0 else [
        p.relative_to(ROOT).as_posix() for p in ROOT.rglob("*") if p.is_file() and "node_modules" not in p.parts and ".git" not in p.parts]
    return [name for name in sorted(names) if (ROOT / name).is_file()]


def read(name):
    return (ROOT / name).read_text(encoding="utf-8", errors="replace")


def strip_comments(code):
    keep_literals = r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\''
    pattern = keep_literals + r"|//[^\n]*|/\*.*?\*/"
    return re.sub(pattern, lambda m: m.group(0) if m.group(0)[0] in "\"'" else re.sub(r"[^\n]", " ", m.group(0)), code, flags=re.S)


def strip_literals(code):
    return re.sub(r'"(?:\\.|[^"\\\n])*"', '""', code)


def search_lines(name, text, patterns):
    for number, line in enumerate(text.splitlines(), 1):
        for rule, (pattern, why) in patterns.items():
            for _ in pattern.finditer(line):
                yield Finding(rule, name, number, line.strip(), why)


def cpp_findings(name, text):
    if name.endswith("_test.cpp") or name.startswith("tests/"):
        return
    code = strip_comments(text)
    bare = strip_literals(code)
    for finding in search_lines(name, bare, CPP_PATTERNS):
        if finding.rule == "stdout" and name == "src/main.cpp":
            continue
        yield finding
    yield from search_lines(name, code, MARKUP_PATTERNS)
    for found in re.finditer(r"catch\s*\(\s*\.\.\.\s*\)\s*\{", bare):
        # Undoing something and throwing on is fine; swallowing everything is not.
        if not re.search(r"\bthrow;|rethrow_exception|current_exception", bare[found.end():found.end() + 300]):
            line = bare.count("\n", 0, found.start()) + 1
            yield Finding("catch-all", name, line, found.group(0), "catch what can be handled, let the rest pass")
    if "co_await" in bare and name != "src/web/beast_server.cpp":
        yield Finding("coroutines", name, 1, "co_await", "coroutines live in web/beast_server.cpp only")
    if name.endswith(".h") and "#pragma once" not in text:
        yield Finding("headers", name, 1, text.splitlines()[0] if text else "", "start headers with #pragma once")


def first_comment(name, text):
    """The first line (after a shebang) says what the file is for."""
    lines = text.splitlines()
    if lines and lines[0].startswith("#!"):
        lines = lines[1:]
    first = lines[0].strip() if lines else ""
    marks = {".cpp": "//", ".h": "//", ".mjs": "//", ".js": "//", ".css": "/*", ".sql": "--", ".sh": "#", ".py": '"""', ".cmake": "#"}
    mark = marks.get(pathlib.PurePosixPath(name).suffix)
    if mark and not (first.startswith(mark) and len(first) > len(mark) + 8):
        yield Finding("first-line", name, 1, first[:60], "the first line is a comment that says what the file is for")


def text_findings(name, text):
    for number, line in enumerate(text.splitlines(), 1):
        for word in FORBIDDEN:
            if word in line:
                yield Finding("forbidden-words", name, number, line.strip()[:100], "must not name " + word)


def shape_findings(name, text):
    if text and not text.endswith("\n"):
        yield Finding("shape", name, text.count("\n") + 1, "", "end the file with a newline")
    for number, line in enumerate(text.splitlines(), 1):
        if line != line.rstrip() and not name.endswith((".md", ".tsv")):
            yield Finding("shape", name, number, "", "blanks at the end of the line")
        if "\t" in line and name.endswith((".cpp", ".h")):
            yield Finding("shape", name, number, "", "a tab; indent with blanks")
    lines = text.count("\n")
    if name.endswith((".cpp", ".h", ".mjs", ".js", ".py")) and lines > FILE_LINES:
        yield Finding("size", name, lines, "", "%d lines: split it (at most %d)" % (lines, FILE_LINES))


def register_size(names):
    engine = [n for n in names if n.startswith("src/register/") and n.endswith((".cpp", ".h")) and not n.endswith("_test.cpp")]
    lines = sum(1 for n in engine for line in read(n).splitlines() if line.strip() and not line.strip().startswith("//"))
    if lines > REGISTER_LINES:
        yield Finding("register-size", "src/register", lines, "", "the register engine has %d lines, at most %d" % (lines, REGISTER_LINES))


def icon_findings(names):
    icons = ROOT / "node_modules/@tabler/icons/icons/outline"
    if not icons.is_dir():
        return
    for name in names:
        if not name.startswith("src/") or name.endswith("_test.cpp"):
            continue
        for number, line in enumerate(strip_comments(read(name)).splitlines(), 1):
            for found in re.finditer(r'\bicon\("([a-z0-9-]+)"', line):
                if not (icons / (found.group(1) + ".svg")).is_file():
                    yield Finding("icons", name, number, found.group(1), "Tabler has no such outline icon")


def guide_findings(names):
    """Every picture a journey takes for the guides exists and stands in both; every picture a guide shows is taken by a journey."""
    taken = {found for n in names if n.startswith("tests/e2e/journeys/") for found in re.findall(r"\.guide\(\w+, '([\w-]+)'\)", read(n))}
    for language in ("vi", "en"):
        folder = "docs/guide-%s/" % language
        shown = {found for n in names if n.startswith(folder) for found in re.findall(r"\.\./guide-pictures/([\w-]+)\.png", read(n))}
        for name in sorted(taken ^ shown):
            yield Finding("guide-pictures", folder, 0, name, "a picture is taken by a journey and not shown here, or shown and not taken")
    for name in sorted(taken):
        if "docs/guide-pictures/%s.png" % name not in names:
            yield Finding("guide-pictures", "docs/guide-pictures", 0, name, "run scripts/guide_pictures.sh and commit the picture")


def sample_findings():
    """db/sample is what scripts/sample writes; rows kept by hand stay beside it."""
    checked = subprocess.run([sys.executable, "scripts/sample/make_sample.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    for line in checked.stdout.splitlines() + (checked.stderr.splitlines()[-1:] if checked.returncode else []):
        yield Finding("sample", "scripts/sample", 0, line, "change the rows there and run scripts/sample/make_sample.py")


def findings():
    names = tracked_files()
    for name in names:
        suffix = pathlib.PurePosixPath(name).suffix
        if suffix not in (".cpp", ".h", ".py", ".sh", ".mjs", ".js", ".css", ".sql", ".cmake", ".md", ".txt", ".json", ".tsv", "") or \
                name.startswith(("tests/fixtures/", "tests/golden/")):
            continue
        text = read(name)
        if name != "LICENSE":
            yield from text_findings(name, text)
        if suffix in (".cpp", ".h"):
            yield from cpp_findings(name, text)
        if suffix in (".cpp", ".h", ".py", ".sh", ".mjs", ".js", ".css", ".sql", ".cmake"):
            yield from first_comment(name, text)
            yield from shape_findings(name, text)
    yield from register_size(names)
    yield from icon_findings(names)
    yield from guide_findings(names)
    yield from sample_findings()


def allowances():
    """{(rule, file): most}; a row without a reason is refused."""
    result = {}
    for line in ALLOWED.read_text(encoding="utf-8").splitlines()[1:]:
        rule, name, most, why = line.split("\t")
        if len(why) < 10:
            sys.exit("scripts/lint_allowed.tsv: say why for %s %s" % (rule, name))
        result[rule, name] = int(most)
    return result


def fold_folders(by_place, allowed):
    """Counts findings below an allowed folder ("src/register/") together."""
    folders = [(rule, path) for rule, path in allowed if path.endswith("/")]
    for rule, path in list(by_place):
        for folder_rule, folder in folders:
            if rule == folder_rule and path.startswith(folder) and path != folder:
                by_place[rule, folder].extend(by_place.pop((rule, path)))
                break


def main():
    rules = list(CPP_PATTERNS) + list(MARKUP_PATTERNS) + ["catch-all", "coroutines", "headers", "first-line", "forbidden-words", "shape", "size",
                                                          "register-size", "icons", "guide-pictures", "sample", "allowances"]
    by_place = collections.defaultdict(list)
    for finding in findings():
        by_place[finding.rule, finding.path].append(finding)
    broken = set()
    allowed = allowances()
    fold_folders(by_place, allowed)
    for (rule, path), found in sorted(by_place.items()):
        most = allowed.get((rule, path), 0)
        if len(found) <= most:
            continue
        broken.add(rule)
        for finding in found:
            print("FAILED %s: %s:%d %s\n    %s" % (rule, finding.path, finding.line, finding.why, finding.text))
        if most:
            print("    (allowed: %d)" % most)
    for (rule, path), most in allowed.items():
        if not path.endswith("/") and len(by_place.get((rule, path), [])) < most:
            broken.add("allowances")
            print("FAILED allowances: %s %s is allowed %d times and used less: lower it in %s" % (rule, path, most, ALLOWED.name))
    print("%d passed, %d failed" % (len(rules) - len(broken), len(broken)))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
