#!/usr/bin/env python3
"""Measures the contrast of the colours in assets/css/10-tokens.css (WCAG 2.2) in both themes; last line "N passed, N failed"."""
import pathlib
import re
import sys

TOKENS = pathlib.Path(__file__).resolve().parent.parent / "assets/css/10-tokens.css"
# Text needs 4.5, marks and borders of controls 3.
TEXT_PAIRS = [("ink", "surface"), ("ink", "bg"), ("ink-2", "surface"), ("ink-2", "bg"), ("ink-2", "sunken"), ("ink-2", "surface-2"),
              ("ink-3", "surface"), ("ink-3", "bg"), ("ink-3", "song-tint"), ("song", "surface"), ("song", "bg"),
              ("on-song", "song"), ("song", "song-tint"), ("nghe", "surface"), ("nghe", "nghe-tint"), ("son", "surface"),
              ("son", "son-tint"), ("lua", "surface"), ("lua", "lua-tint"), ("cuc", "surface"), ("cuc", "cuc-tint")]
MARK_PAIRS = [("line-input", "surface"), ("song-fill", "surface"), ("nghe-fill", "surface"),
              ("c1", "surface"), ("c2", "surface"), ("c3", "surface"), ("c4", "surface"), ("c5", "surface"), ("c6", "surface")]


def luminance(hex_color):
    parts = [int(hex_color[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def themes():
    """{"light": {"ink": "#1B262E"}, "dark": {...}}: the first block of each selector."""
    css = TOKENS.read_text(encoding="utf-8")
    for name, selector in (("light", r":root,\s*\[data-bs-theme=light\]"), ("dark", r"\n\[data-bs-theme=dark\]")):
        block = re.search(selector + r"\s*\{([^}]*)\}", css).group(1)
        yield name, dict(re.findall(r"--nc-([\w-]+):\s*(#[0-9A-Fa-f]{6})", block))


def main():
    passed = failed = 0
    for theme, colors in themes():
        for pairs, least in ((TEXT_PAIRS, 4.5), (MARK_PAIRS, 3.0)):
            for front, ground in pairs:
                ratio = contrast(colors[front], colors[ground])
                if ratio >= least:
                    passed += 1
                else:
                    failed += 1
                    print("FAILED %s: %s on %s has %.2f, needs %.1f" % (theme, front, ground, ratio, least))
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
