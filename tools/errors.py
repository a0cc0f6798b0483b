"""Write ``docs/errors.md`` from the code: every error code with its sentence.

``python tools/errors.py`` rewrites the page; ``--check`` exits 1 when it is out of date
or one code stands for two sentences.
"""

import ast
import re
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "errors.md"
CODE = re.compile(r"[A-Z]-\d{3}")
AREAS = {
    "F": "Files",
    "Q": "Questionnaire files",
    "S": "Consultation files",
    "X": "Packets and invitations",
    "C": "Consultation",
    "R": "Report",
    "L": "Command line",
    "D": "Window",
}


def sentences() -> dict[str, set[str]]:
    """Return the sentences told under each code, found in the syntax trees.

    A code counts where it is written beside its sentence: as neighbouring arguments,
    tuple elements or a mapping's key and value, the sentence within ``N_``.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted((ROOT / "spf_assess").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for code, sentence in _pairs(node):
                found[code].add(sentence)
    return found


def _pairs(node: ast.AST) -> list[tuple[str, str]]:
    if isinstance(node, ast.Call):
        named = [keyword.value for keyword in node.keywords]
        return _neighbours([*node.args, *named])
    if isinstance(node, (ast.Tuple, ast.List)):
        return _neighbours(node.elts)
    if isinstance(node, ast.Dict):
        return [
            pair
            for key, value in zip(node.keys, node.values, strict=True)
            if key is not None
            for pair in _neighbours([key, value])
        ]
    return []


def _neighbours(nodes: list[ast.expr]) -> list[tuple[str, str]]:
    codes = [
        one.value
        for one in nodes
        if isinstance(one, ast.Constant)
        and isinstance(one.value, str)
        and CODE.fullmatch(one.value)
    ]
    told = [
        call.args[0].value
        for call in nodes
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "N_"
        and call.args
        and isinstance(call.args[0], ast.Constant)
    ]
    return [(codes[0], str(told[0]))] if len(codes) == 1 and told else []


def page() -> str:
    """Return the page as Markdown."""
    found = sentences()
    lines = [
        "# Error codes",
        "",
        "Every refusal is a sentence in the person's language with one of these codes.",
        "Words in braces are filled in. Written by `python tools/errors.py`.",
    ]
    for letter, area in AREAS.items():
        codes = sorted(code for code in found if code.startswith(letter))
        if not codes:
            continue
        lines += ["", f"## {area}", "", "| Code | What is told |", "|---|---|"]
        lines += [
            f"| {code} | {' / '.join(sorted(found[code]))} |".replace("\n", " ")
            for code in codes
        ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write or check the page."""
    if "--check" not in sys.argv:
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    faults = [
        f"{code} stands for {len(told)} sentences"
        for code, told in sorted(sentences().items())
        if len(told) > 1
    ]
    if PAGE.read_text(encoding="utf-8") != page():
        faults.append("docs/errors.md is out of date: run python tools/errors.py")
    print("\n".join(faults) or "docs/errors.md is up to date")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
