"""The forms of what the desks ask and are answered, as the OpenAPI description gives them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from api.schemas import AS_OF, SAYABLE, In, Out

__all__ = [
    "BlockMove", "Compare", "Curve", "Exposure", "Lost", "Moved", "MovedNow", "Outage", "Pinned", "Placing", "PlanAsk",
    "Save", "Sight", "SightQuery", "SightState", "Stack", "WishIn",
]  # fmt: skip

Key = Annotated[str, Field(max_length=200, pattern=SAYABLE)]
Name = Annotated[str, Field(min_length=1, max_length=100, pattern=SAYABLE)]
Metre = Annotated[float, Field(ge=-1e8, le=1e8)]
Day = Annotated[str, Field(max_length=10, pattern=r"^(\d{4}-\d\d-\d\d)?$", description="A date; empty = today")]


class SightState(In):
    """In which state of doors, blinds and cameras, on which plane, by which ladder."""

    ladder: Literal["iec2014", "iec2025"] = "iec2014"
    target_z: float = Field(default=1.0, ge=0, le=3, description="Metres above the floor")
    doors_open: bool = True
    close_door: list[Key] = Field(default_factory=list, max_length=200)
    blinds_closed: bool = False
    heights: bool = True
    include_faulty: bool = False
    outage: list[Key] = Field(default_factory=list, max_length=200, description="Cameras taken as dark")
    night: bool = Field(default=False, description="Doors shut, blinds closed, cameras as far as their own light reaches")
    zoom: Literal["", "wide", "tele"] = Field(default="", description="Every lens that can be turned, at this end")
    at: str = Field(default="", max_length=30, pattern=SAYABLE, description="A moment: what is planned to be out of use is dark")


class SightQuery(SightState):
    """The state as a query has it, with what every question takes beside it."""

    as_of: str = AS_OF
    wait: float = Field(default=10.0, ge=0, le=25, description="Seconds to wait before a job is given instead; then ask again")

    def asked(self, **more: Any) -> dict[str, Any]:
        """Give the arguments of a task."""
        every = self.model_dump(exclude={"as_of", "wait"})
        state = {name: every.pop(name) for name in SightState.model_fields}
        return {"state": state, "as_of": self.as_of, **every, **more}


class Sight(Out):
    """An answer about what cameras see: the version and state it holds for, and what was asked."""

    version: int
    state: dict[str, Any]
    ladder: dict[str, Any]


class Outage(In):
    """Cameras that go dark together."""

    cameras: list[Key] = Field(min_length=1, max_length=1000)
    state: SightState = Field(default_factory=SightState)
    as_of: str = AS_OF


class Lost(Sight):
    """What they cost."""

    lost_m2: float
    weighted_m2: float
    covered_m2: float
    reference_m2: float
    ms: float
    places: list[dict[str, Any]]


class Exposure(In):
    """A way that was drawn, or two ends; metres of the district's CRS."""

    floor: Key = ""
    way: list[tuple[Metre, Metre]] = Field(min_length=2, max_length=500)
    least: bool = Field(default=False, description="Also the way between its ends of which least is seen")
    state: SightState = Field(default_factory=SightState)
    as_of: str = AS_OF


class Placing(In):
    """Where further cameras are wanted: on a floor, or in cells (all of them where none is named)."""

    floor: Key = ""
    cells: list[Key] = Field(default_factory=list, max_length=500)
    count: int = Field(default=3, ge=1, le=200, description="How many at most")
    level: Name | Literal[""] = Field(default="", description="Level of the ladder; empty = what each zone requires")
    state: SightState = Field(default_factory=SightState)
    as_of: str = AS_OF


class WishIn(In):
    """One decision of the planner."""

    kind: Literal["close_building", "keep_building", "close_floor", "keep_floor", "bar", "only"]
    place: Key
    department: Key = ""


class PlanAsk(In):
    """What a plan is asked for."""

    on: Day = ""
    buildings: list[Key] = Field(default_factory=list, max_length=500)
    departments: list[Key] = Field(default_factory=list, max_length=1000)
    seat_m2: float = Field(default=7.0, ge=4, le=30)
    reserve: float = Field(default=0.0, ge=0, le=1)
    heads: Literal["established", "present"] = "established"
    horizon_years: float = Field(default=1.0, gt=0, le=100)
    wishes: list[WishIn] = Field(default_factory=list, max_length=500)
    seed: int = Field(default=1, ge=0, lt=2**31)
    iterations: int = Field(default=60_000, ge=0, le=2_000_000)
    budget_s: float | None = Field(default=None, gt=0, le=3600, description="CPU seconds after which it stops with what it has")
    as_of: str = AS_OF


class Curve(PlanAsk):
    """A plan for each of several horizons."""

    years: list[Annotated[float, Field(gt=0, le=100)]] = Field(default_factory=list, max_length=12)


class Pinned(PlanAsk):
    """What it would cost to leave a department where it sits."""

    department: Key


class Compare(In):
    """Two plans that were made by jobs of yours."""

    one: Key
    two: Key
    names: tuple[Name, Name] = ("1", "2")


class Save(In):
    """A plan that a job of yours made, to be kept as a scenario."""

    job: Key
    name: Name
    note: str = Field(default="", max_length=500, pattern=SAYABLE)


class BlockMove(In):
    """People of a department who go from one floor to another, in a scenario."""

    department: Key
    from_floor: Key
    to_floor: Key
    heads: int | None = Field(default=None, ge=1, le=100_000, description="All of them when left out")
    on: Day = ""
    seat_m2: float = Field(default=7.0, ge=4, le=30)
    dry_run: bool = False


class Moved(Out):
    """What became of it."""

    heads: int
    unplaced: int
    ended: list[str]
    begun: list[dict[str, Any]]
    findings: list[dict[str, Any]]
    undo: int


class MovedNow(Out):
    """What became of a move in the model; `set_id` is for undo."""

    heads: int
    unplaced: int
    ended: list[str]
    begun: list[dict[str, Any]]
    findings: list[dict[str, Any]]
    set_id: int | None
    version: int


class Stack(Out):
    """Buildings × floors × departments."""

    version: int
    on: str
    buildings: list[dict[str, Any]]
    departments: list[dict[str, Any]]
