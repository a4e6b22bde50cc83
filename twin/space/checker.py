"""The independent check of a space report: everything recomputed from the problem with exact fractions and plain loops.

Shares no code with solve.py: twin/space/ledger.py walks row by row where the solver uses arrays and evaluates the service
formula from its coefficients; here the figures are compared, and the shown formulas worked out again as a reader would.
"""

from __future__ import annotations

import ast
import math
import operator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from twin.model.words import say
from twin.space.ledger import expected

if TYPE_CHECKING:
    from twin.space.plan import Report
    from twin.space.problem import Problem

__all__ = ["check"]

_NEAR = 1e-7
_SHOWN_TO_M2 = Fraction(2, 100)
"""Formulas show their numbers with two decimals."""


def check(problem: Problem, report: Report) -> list[str]:
    """Give every place where the report differs from what the problem says; empty = sound."""
    found = report.record()
    faults: list[str] = []
    for name, figures in expected(problem).items():
        _compare(name, figures, found.get(name), faults)
    for line in found["departments"]:
        for step in line["steps"]:
            shown = _worth(step["formula"])
            if (shown is None) != (step["m2"] is None) or (
                shown is not None and abs(shown - Fraction(step["m2"])) > _SHOWN_TO_M2
            ):
                faults.append(_fault(f"{line['department_id']}.{step['part']}.formula", step["m2"], step["formula"]))
    return faults


def _fault(what: str, expected: object, found: object) -> str:
    return str(say("space.differs", what=what, expected=expected, found=found))


def _compare(path: str, due: Any, found: Any, faults: list[str]) -> None:
    """Walk both side by side; numbers may differ by what rounding to nine digits leaves."""
    if isinstance(due, dict) and isinstance(found, dict):
        for key in sorted(set(due) | set(found)):
            if key in due:
                _compare(f"{path}.{key}", due[key], found.get(key), faults)
    elif isinstance(due, list) and isinstance(found, list) and len(due) == len(found):
        for place, (one, other) in enumerate(zip(due, found, strict=True)):
            _compare(f"{path}[{place}]", one, other, faults)
    elif isinstance(due, Fraction) and isinstance(found, int | float):
        if not math.isclose(float(due), found, rel_tol=_NEAR, abs_tol=_NEAR):
            faults.append(_fault(path, float(due), found))
    elif due != found:
        faults.append(_fault(path, due, found))


_SIGNS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def _worth(formula: str) -> Fraction | None:
    """Work a shown formula out; None if it says that a figure is missing."""
    if "?" in formula:
        return None
    text = formula.replace("×", "*").replace("−", "-").replace("%", "/100")
    return _evaluate(ast.parse(text, mode="eval").body)


def _evaluate(node: ast.expr) -> Fraction:
    """Evaluate numbers and the four signs, nothing else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return Fraction(str(node.value))
    if isinstance(node, ast.BinOp) and type(node.op) in _SIGNS:
        return _SIGNS[type(node.op)](_evaluate(node.left), _evaluate(node.right))
    msg = f"not a formula: {ast.unparse(node)}"
    raise ValueError(msg)
