"""The published schemas, to hold documents against."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

DOCS = Path(__file__).parents[2] / "docs"
SCHEMAS = {
    path.name.partition(".")[0]: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((DOCS / "schemas").glob("*.json"))
}
REGISTRY = Registry().with_resources(
    (schema["$id"], Resource.from_contents(schema)) for schema in SCHEMAS.values()
)


def faults(name: str, plain: object) -> list[str]:
    """Return where a document does not keep to a schema, and why."""
    validator = Draft202012Validator(SCHEMAS[name], registry=REGISTRY)
    return [
        f"{fault.json_path}: {fault.message}" for fault in validator.iter_errors(plain)
    ]
