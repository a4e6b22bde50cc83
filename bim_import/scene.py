"""What every builder of a table needs: the model, its bodies, its floors, and the buildings' keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bim_import.storeys import Floor, floor_below

if TYPE_CHECKING:
    from bim_import.bodies import Bodies
    from bim_import.elements import Element, Model

__all__ = ["Scene"]


@dataclass(frozen=True, slots=True)
class Scene:
    """One file on its way into tables.

    `building_of` gives the key of each building by its step, `name` is the file's name, `classes` are the user's own pairs of
    a room's name and class.
    """

    model: Model
    bodies: Bodies
    floors: list[Floor]
    building_of: dict[int, str]
    name: str
    classes: tuple[tuple[str, str], ...] = ()

    def floor_of(self, element: Element, low: float) -> Floor:
        """Give the floor of the element's storey, or where the file names none the floor below its foot `low`, metres."""
        for floor in self.floors:
            if floor.step and floor.step == element.storey:
                return floor
        return floor_below(self.floors, low)

    def others(self, home: Floor) -> list[Floor]:
        """Give the other floors of the same building; of levels that share a number only one, with rooms if there is one."""
        found: dict[int, Floor] = {}
        own = [floor for floor in self.floors if floor.building == home.building]
        for floor in sorted(own, key=lambda floor: (floor.elevation, -floor.rooms)):
            if floor.number != home.number:
                known = found.get(floor.number)
                if known is None or (floor.rooms and not known.rooms):
                    found[floor.number] = floor
        return list(found.values())
