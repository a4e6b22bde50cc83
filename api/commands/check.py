"""`twin check`: every fault of the data at once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from api.grouping import grouped
from api.naming import described
from api.opening import as_of, find_building, looked_at
from twin.model.checks import check, tell_gone
from twin.model.findings import SEVERITIES, Finding, sort_findings
from twin.model.words import say
from twin.store import Store

if TYPE_CHECKING:
    import argparse

    from api.console import Console
    from twin.model.snapshot import Snapshot
    from twin.store.past import Past


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    as_of(parser)
    parser.add_argument("--building", default="", help=str(say("cli.help.building")))
    parser.add_argument("--all", action="store_true", help=str(say("cli.help.all")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Check the district and every building that is not placed yet, or one building."""
    findings: list[Finding] = []
    with looked_at(args, console) as store:
        held = _snapshots(store, args.building)
        for snapshot in held:
            found = check(snapshot)
            if isinstance(store, Store) and snapshot.crs is not None and any(one.code == "check.broken_key" for one in found):
                found = tell_gone(found, store.snapshot(gone=True))
            findings += found
        if isinstance(store, Store):
            findings += [Finding("error", "check.stray_tree", layer) for layer in store.stray_trees()]
            findings += [Finding("error", "check.unwatched", table) for table in store.unwatched()]
    findings = sort_findings(findings)
    counts = Counter(finding.severity for finding in findings)
    console.findings(findings, len(findings) if args.all else 30, each=args.all, where=lambda one: described(held, one))
    console.say("cli.check_done", errors=counts["error"], warnings=counts["warning"], infos=counts["info"])
    console.result(
        {
            "counts": {name: counts[name] for name in SEVERITIES},
            "groups": [group.record() for group in grouped(findings)],
            "findings": [finding.record() for finding in findings],
        }
    )
    return 1 if counts["error"] else 0


def _snapshots(store: Store | Past, building: str) -> list[Snapshot]:
    """Read one building, or the district and each building that is not placed yet."""
    if building:
        return [store.building(find_building(store, building)[0])]
    return [store.snapshot(), *(store.building(key) for key in store.local_frame("building")["building_id"])]
