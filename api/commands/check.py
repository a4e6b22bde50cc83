"""`twin check`: every fault of the data at once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from api.opening import find_building, opened
from twin.model.checks import check
from twin.model.findings import SEVERITIES, Finding, sort_findings
from twin.model.words import say

if TYPE_CHECKING:
    import argparse

    from api.console import Console


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--building", default="", help=str(say("cli.help.building")))
    parser.add_argument("--all", action="store_true", help=str(say("cli.help.all")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Check the district and every building that is not placed yet, or one building."""
    with opened(args, console) as store:
        if args.building:
            findings = check(store.building(find_building(store, args.building)[0]))
        else:
            findings = check(store.snapshot())
            for building in store.local_frame("building")["building_id"]:
                findings += check(store.building(building))
        findings += [Finding("error", "check.stray_tree", layer) for layer in store.stray_trees()]
        findings += [Finding("error", "check.unwatched", table) for table in store.unwatched()]
    findings = sort_findings(findings)
    counts = Counter(finding.severity for finding in findings)
    console.findings(findings, most=len(findings) if args.all else 30)
    console.say("cli.check_done", errors=counts["error"], warnings=counts["warning"], infos=counts["info"])
    console.result(
        {"counts": {name: counts[name] for name in SEVERITIES}, "findings": [finding.record() for finding in findings]}
    )
    return 1 if counts["error"] else 0
