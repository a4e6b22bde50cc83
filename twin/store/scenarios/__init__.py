"""Named sets of changes over a version of the store: what if, without a copy of the database."""

from twin.store.scenarios.book import Scenarios
from twin.store.scenarios.difference import CellChange, RowChange
from twin.store.scenarios.records import Edit, Scenario
from twin.store.scenarios.threeway import Conflict
from twin.store.scenarios.variant import Variant

__all__ = ["CellChange", "Conflict", "Edit", "RowChange", "Scenario", "Scenarios", "Variant"]
