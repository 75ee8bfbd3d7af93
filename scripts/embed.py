#!/usr/bin/env python3
"""Packs files into one blob and writes the C++ table that names them.

embed.py GROUP OUT.cpp SOURCE_DIR
  assets      SOURCE_DIR is assets/dist: manifest.tsv (name, content type, hash) and files/, with .gz and .br beside
  icons       SOURCE_DIR is assets/dist: icons.tsv (name, markup)
  migrations  db/migrations/*.sql
  reference   db/reference/*.tsv
  reading     db/reading/*.tsv
  sample      everything under db/sample
A missing source gives an empty list, so that the C++ part builds without Node.
"""
import hashlib
import pathlib
import sys

EMPTY = (0, 0)


class Blob:
    """The bytes of one group; equal contents are stored once."""

    def __init__(self):
        self.data = bytearray()
        self.seen = {}

    def add(self, content):
        """Returns (offset, size). A zero byte follows each content, so that it can be read as a C string."""
        if not content:
            return EMPTY
        place = self.seen.get(content)
        if place is None:
            place = (len(self.data), len(content))
            self.data += content + b"\0"
            self.seen[content] = place
        return place


def view(place):
    return "{}" if place == EMPTY else "{k_blob + %d, %d}" % place


def text(value):
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"%s"' % escaped


def plain_files(source, pattern):
    if not source.is_dir():
        return []
    found = [p for p in source.glob(pattern) if p.is_file() and p.name != "README.md" and not p.name.startswith(".")]
    return sorted((p.relative_to(source).as_posix(), p.read_bytes()) for p in found)


def table_rows(path):
    if not path.is_file():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line]


def optional_bytes(path):
    return path.read_bytes() if path.is_file() else b""


def asset_rows(source, blob):
    rows = []
    for name, content_type, *_ in sorted(table_rows(source / "manifest.tsv")):
        path = source / "files" / name
        content = path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()[:12]
        packed = [optional_bytes(path.with_name(path.name + end)) for end in (".gz", ".br")]
        views = [view(blob.add(part)) for part in (content, *packed)]
        rows.append("      {%s, \"%s\", %s, %s, %s, %s}," % (text(name), digest, text(content_type), *views))
    return rows


def file_rows(group, source, blob):
    if group == "icons":
        files = sorted((name, markup.encode()) for name, markup in table_rows(source / "icons.tsv"))
    else:
        files = plain_files(source, {"migrations": "*.sql", "reference": "*.tsv", "reading": "*.tsv", "sample": "**/*"}[group])
    return ["      {%s, %s}," % (text(name), view(blob.add(content))) for name, content in files]


def source_text(group, blob_path, rows, blob):
    is_assets = group == "assets"
    element = "Asset" if is_assets else "EmbeddedFile"
    function = "built_in_assets" if is_assets else "embedded_" + group
    symbol = "nc_blob_" + group
    digest = hashlib.sha256(bytes(blob.data)).hexdigest()
    head = ["// Written by scripts/embed.py: %d files of the group %s, blob %s." % (len(rows), group, digest),
            '#include "%s"' % ("html/assets.h" if is_assets else "base/embedded.h"), ""]
    if rows:
        head += ['__asm__(".pushsection .rodata.%s,\\"a\\",@progbits\\n"' % symbol,
                 '        ".hidden %s\\n.global %s\\n.balign 16\\n%s:\\n"' % (symbol, symbol, symbol),
                 '        ".incbin \\"%s\\"\\n.byte 0\\n.popsection\\n");' % blob_path,
                 'extern "C" __attribute__((visibility("hidden"))) const char %s[];' % symbol, ""]
    body = ["namespace nc {", "const std::vector<%s>& %s() {" % (element, function)]
    if rows:
        body += ["  const char* const k_blob = %s;" % symbol,
                 "  static const std::vector<%s> list{" % element, *rows, "  };"]
    else:
        body += ["  static const std::vector<%s> list;" % element]
    body += ["  return list;", "}", "}  // namespace nc", ""]
    return "\n".join(head + body)


def write_if_changed(path, content):
    if not path.is_file() or path.read_bytes() != content:
        path.write_bytes(content)


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    group, out, source = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    blob = Blob()
    rows = asset_rows(source, blob) if group == "assets" else file_rows(group, source, blob)
    out.parent.mkdir(parents=True, exist_ok=True)
    blob_path = out.with_suffix(".bin")
    write_if_changed(blob_path, bytes(blob.data))
    write_if_changed(out, source_text(group, blob_path.resolve().as_posix(), rows, blob).encode())


if __name__ == "__main__":
    main()
