"""Run in ifctester's own environment: hold one IFC file against one IDS file and print the outcome as JSON.

Every table that ifctester reports is kept to its counts: what applies, what fails, and the first reason of each requirement.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import ifcopenshell
from ifctester import ids


def outcome(ids_path: str, model_path: str) -> dict[str, Any]:
    """Validate the IDS against its XSD, then the model against the IDS."""
    rules = ids.open(ids_path, validate=True)
    try:
        model = ifcopenshell.open(model_path)
    except Exception as error:  # noqa: BLE001 - whatever the peer raises is its outcome
        return {"opened": False, "why": f"{type(error).__name__}: {error}"[:160], "rules": []}
    rules.validate(model, should_filter_version=True)
    found = []
    for rule in rules.specifications:
        applies = model.schema_identifier.startswith(tuple(rule.ifcVersion))
        failures = [
            {"count": len(requirement.failures), "why": str(requirement.failures[0]["reason"])}
            for requirement in rule.requirements
            if requirement.failures
        ]
        found.append(
            {
                "name": rule.name,
                "status": "passed" if rule.status else "failed" if applies else "other version",
                "applicable": len(rule.applicable_entities),
                "failures": failures,
            }
        )
    return {"opened": True, "schema": model.schema_identifier, "rules": found}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(outcome(*sys.argv[1:3]), ensure_ascii=False))
