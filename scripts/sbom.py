#!/usr/bin/env python3
"""Software bill of materials (CycloneDX 1.5, JSON) of the built program: its shared libraries by Debian package, and the front end's npm packages.

    scripts/sbom.py [PROGRAM] [OUT]     default: build/nhipcau, standard output
    scripts/sbom.py --check PROGRAM     writes nothing; last line "N passed, N failed"
"""
import hashlib
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def run(*words):
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout


def libraries(program):
    """Files that the program loads."""
    return sorted({found.group(1) for line in run("ldd", str(program)).splitlines() if (found := re.search(r"=> (/\S+)", line))})


def package_of(library):
    """Debian names a library by its path with or without /usr in front."""
    for path in (library, library.removeprefix("/usr"), str(pathlib.Path(library).resolve())):
        owner = run("dpkg", "-S", path).split(": ")[0].split(",")[0].strip()
        if owner:
            return owner
    return None


def debian_components(program):
    packages = {}
    for library in libraries(program):
        owner = package_of(library)
        if owner:
            packages.setdefault(owner, []).append(library)
    components = []
    for owner in sorted(packages):
        name, version, arch, source = (run("dpkg-query", "-W", "-f", "${Package}\t${Version}\t${Architecture}\t${source:Package}", owner).split("\t") + [""] * 4)[:4]
        components.append({"type": "library", "bom-ref": "deb:" + name, "name": name, "version": version, "purl": "pkg:deb/debian/%s@%s?arch=%s" % (name, version, arch),
                           "properties": [{"name": "debian:source", "value": source}] + [{"name": "file", "value": f} for f in packages[owner]]})
    return components


def npm_components():
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    components = []
    for path, entry in sorted(lock["packages"].items()):
        if not path:
            continue
        name = path.split("node_modules/")[-1]
        component = {"type": "library", "bom-ref": "npm:%s@%s" % (name, entry["version"]), "name": name, "version": entry["version"],
                     "purl": "pkg:npm/%s@%s" % (name.replace("@", "%40"), entry["version"]), "scope": "excluded" if entry.get("dev") else "required"}
        if isinstance(entry.get("license"), str):
            component["licenses"] = [{"license": {"id": entry["license"]}} if re.fullmatch(r"[A-Za-z0-9.+-]+", entry["license"]) else {"expression": entry["license"]}]
        components.append(component)
    return components


def bill(program):
    version = re.search(r"project\(nhipcau .*VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")).group(1)
    digest = hashlib.sha256(pathlib.Path(program).read_bytes()).hexdigest()
    components = debian_components(program) + npm_components()
    return {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
            "metadata": {"component": {"type": "application", "bom-ref": "nhipcau", "name": "nhipcau", "version": version, "hashes": [{"alg": "SHA-256", "content": digest}],
                                       "licenses": [{"license": {"id": "GPL-3.0-or-later"}}]}},
            "components": components, "dependencies": [{"ref": "nhipcau", "dependsOn": [c["bom-ref"] for c in components if c.get("scope") != "excluded"]}]}


def check(program):
    made = bill(program)
    names = {c["name"] for c in made["components"]}
    lines = [("libraries are named: " + wanted, any(n.startswith(wanted) for n in names)) for wanted in ("libsqlite3", "libssl", "libsodium", "libpq", "libicu", "libc6")]
    lines.append(("the front end is named", "htmx.org" in names))
    lines.append(("every component has a version", all(c["version"] for c in made["components"])))
    lines.append(("no reference stands twice", len({c["bom-ref"] for c in made["components"]}) == len(made["components"])))
    for what, holds in lines:
        if not holds:
            print("FAILED " + what)
    failed = sum(1 for _, holds in lines if not holds)
    print("%d passed, %d failed" % (len(lines) - failed, failed))
    return 1 if failed else 0


def main():
    words = [w for w in sys.argv[1:] if w != "--check"]
    program = words[0] if words else str(ROOT / "build/nhipcau")
    if not pathlib.Path(program).is_file():
        sys.exit("%s is missing: build it first (./run --prepare)" % program)
    if "--check" in sys.argv:
        return check(program)
    text = json.dumps(bill(program), ensure_ascii=False, indent=2) + "\n"
    if len(words) > 1:
        pathlib.Path(words[1]).write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
