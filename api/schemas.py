"""The forms of what goes in and out, as the OpenAPI description gives them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = [
    "AccountIn",
    "AccountPatch",
    "Accounts",
    "AuditPage",
    "Changes",
    "Claim",
    "Edited",
    "Finding",
    "GrantIn",
    "Health",
    "In",
    "KeyIn",
    "Keys",
    "Link",
    "Log",
    "LogSet",
    "NewAccount",
    "NewKey",
    "NewPassword",
    "OneEdit",
    "Out",
    "Page",
    "Patch",
    "Problem",
    "RowAnswer",
    "SignIn",
    "Story",
    "Undo",
    "Undone",
]  # fmt: skip

Value = str | float | int | bool | None
Row = dict[str, Any]
SAYABLE = r"^[^\x00]*$"
MOMENT = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"


class Out(BaseModel):
    """What goes out may grow; a client passes over what it does not know."""

    model_config = ConfigDict(extra="allow")


class In(BaseModel):
    """What comes in may hold nothing that is not known."""

    model_config = ConfigDict(extra="forbid")


class Problem(Out):
    """RFC 9457 problem details."""

    type: str
    title: str
    status: int
    detail: str
    advice: str
    code: str
    id: str


class Finding(Out):
    """One fault of the data."""

    severity: str
    code: str
    message: str
    where: str
    remedy: str
    zh: str = Field(description="The message in Chinese alone")
    en: str = Field(description="The message in English alone")
    remedy_zh: str
    remedy_en: str


class Health(Out):
    """That the service answers."""

    status: str
    version: str


class Page(Out):
    """Some rows of a table."""

    table: str
    version: int
    total: int
    rows: list[Row]
    next: str | None = Field(description="Where the next page begins: pass it on as cursor")


class RowAnswer(Out):
    """One row."""

    table: str
    key: str
    version: int
    row: Row
    geometry: dict[str, Any] | None = Field(description="GeoJSON in metres of the district's CRS")
    edit: bool = Field(description="Whether you may change it")


class Patch(In):
    """Columns to change, and the shape where it is given."""

    values: dict[str, str | float | int | bool | None] = Field(default_factory=dict, max_length=100)
    geometry: dict[str, Any] | None = Field(
        default=None, description="GeoJSON in metres of the district's CRS; left out = as it is"
    )
    reason: str = Field(default="", max_length=500, description="Why, for the log")


class OneEdit(In):
    """One of several edits."""

    op: Literal["put", "remove"] = "put"
    table: str = Field(max_length=40)
    key: str = Field(default="", max_length=200, description="Empty for a new row whose key is to be made")
    new: bool = Field(default=False, description="The row must not be there yet")
    values: dict[str, str | float | int | bool | None] = Field(default_factory=dict, max_length=100)
    geometry: dict[str, Any] | None = None
    if_match: str = Field(default="", max_length=200)


class Changes(In):
    """Edits that are made, and undone, as one."""

    reason: str = Field(min_length=1, max_length=500)
    edits: list[OneEdit] = Field(min_length=1, max_length=500)


class Edited(Out):
    """What became of an edit."""

    set_id: int | None = Field(description="The change set it made, for /api/undo; null where nothing was changed")
    version: int
    findings: list[Finding]
    rows: list[dict[str, Any]]


class Undo(In):
    """Which change set to take back."""

    set_id: int = Field(ge=1, lt=2**53)


class Undone(Out):
    """The change set that took another one back."""

    set_id: int
    undone: int
    version: int


class Log(Out):
    """Change sets."""

    entries: list[dict[str, Any]]
    next: int | None = Field(description="Pass on as before")


class LogSet(Out):
    """One change set with its lines."""

    entry: dict[str, Any]
    lines: list[dict[str, Any]]


class Story(Out):
    """What happened to one row."""

    table: str
    key: str
    lines: list[dict[str, Any]]


class SignIn(In):
    """Name and password."""

    name: str = Field(min_length=1, max_length=200, pattern=SAYABLE)
    password: str = Field(min_length=1, max_length=1000)


class Claim(In):
    """What the one-time link carries, and the password chosen."""

    token: str = Field(min_length=10, max_length=200)
    password: str = Field(min_length=1, max_length=1000)
    name: str = Field(default="", max_length=100, pattern=SAYABLE)


class NewPassword(In):
    """The password one has, and the one to be."""

    old: str = Field(min_length=1, max_length=1000)
    new: str = Field(min_length=1, max_length=1000)


class AccountIn(In):
    """An account to be made."""

    login: str = Field(min_length=2, max_length=64, pattern=r"^[\w.@-]+$")
    name: str = Field(default="", max_length=100, pattern=SAYABLE)
    kind: Literal["person", "device"] = "person"


class AccountPatch(In):
    """What to change of an account."""

    name: str | None = Field(default=None, min_length=1, max_length=100, pattern=SAYABLE)
    status: Literal["active", "inactive"] | None = None


class Accounts(Out):
    """Accounts."""

    accounts: list[dict[str, Any]]
    roles: list[str]


class NewAccount(Out):
    """An account with its link, shown once."""

    account: dict[str, Any]
    claim: str | None


class Link(Out):
    """A one-time link."""

    claim: str


class GrantIn(In):
    """A role to be given."""

    role: Literal[
        "viewer", "facility_manager", "space_planner", "security_officer", "dispatcher", "device",
        "system_admin", "security_admin", "auditor",
    ]  # fmt: skip
    department_id: str = Field(default="", max_length=200)
    site_id: str = Field(default="", max_length=200)
    expires_at: str | None = Field(default=None, pattern=MOMENT)


class KeyIn(In):
    """A key to be made."""

    account_id: str = Field(max_length=100)
    name: str = Field(min_length=1, max_length=100, pattern=SAYABLE)
    permissions: list[str] = Field(min_length=1, max_length=50)
    expires_at: str = Field(pattern=MOMENT)


class NewKey(Out):
    """A key, shown once."""

    key_id: str
    key: str


class Keys(Out):
    """Keys, without their secrets."""

    keys: list[dict[str, Any]]


class AuditPage(Out):
    """Lines of the audit."""

    entries: list[dict[str, Any]]


class Found(Out):
    """What a search understood and found."""

    q: str
    understood: list[dict[str, str]]
    ignored: list[str]
    total: int
    area_m2: float = Field(description="Net area of the rooms among all that was found")
    results: list[dict[str, Any]]


class Under(Out):
    """What is under a point."""

    version: int
    room: dict[str, Any] | None
    floor_id: str | None
    building_id: str | None
    floors: list[str]


Key = Annotated[str, Field(max_length=200)]
AS_OF = Field(default="", max_length=120, description="A version number, a date or a time in UTC; empty = now")


class AskSpace(In):
    """What to hold against the standard."""

    building: Key = Field(default="", description="Only this building, placed or not")
    departments: list[Key] = Field(default_factory=list, max_length=500)
    on: str = Field(default="", max_length=10, description="A date; empty = today")
    tolerance_m2: float = Field(default=0.1, ge=0, le=10)
    as_of: str = AS_OF


class AskSecurity(In):
    """What to look over, and in which state."""

    building: Key = ""
    floors: list[Key] = Field(default_factory=list, max_length=500)
    cells: list[Key] = Field(default_factory=list, max_length=500)
    doors_open: bool = True
    target_z: float = Field(default=1.0, ge=0, le=3)
    outages: list[Key] = Field(default_factory=list, max_length=1000, description="Cameras taken as dark")
    include_faulty: bool = False
    geometry: bool = Field(default=False, description="With views and blind areas as GeoJSON in metres")
    as_of: str = AS_OF


class AskFleet(In):
    """From where to where, with what."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    origin: str = Field(alias="from", min_length=1, max_length=200, description="A key, or lon,lat")
    target: str = Field(alias="to", min_length=1, max_length=200)
    vehicle: Key = ""
    height: float | None = Field(default=None, gt=0, le=20)
    mass_t: float | None = Field(default=None, gt=0, le=200)
    as_of: str = AS_OF


class Answer(Out):
    """An answer that passed its independent check: the result, and the run that made it."""

    result: dict[str, Any]
    run: dict[str, Any]
    cached: bool


class Job(Out):
    """A piece of work that takes its time."""

    job_id: str
    kind: str
    title: str
    state: Literal["queued", "running", "done", "failed", "cancelled"]
    step: str
    done: int
    total: int
    figures: dict[str, Any] = Field(description="What it has come to so far: of a plan its value, bound and gap")
    made_at: str
    ended_at: str | None
    problem: dict[str, Any] | None
    result: Any = None


class JobAnswer(Out):
    """A job instead of an answer."""

    job: Job


class JobList(Out):
    """Jobs."""

    jobs: list[Job]


class Import(Out):
    """A file on its way in."""

    import_id: str
    name: str
    size: int
    state: Literal["reading", "ready", "refused", "accepting", "accepted", "dropped"]
    job_id: str | None
    report: dict[str, Any] | None = Field(description="As `twin import --json` prints it; `changes` says what it would change")
    buildings: list[dict[str, Any]]
    set_id: int | None = Field(description="Once accepted: the change set, for /api/undo")


class Imports(Out):
    """Files on their way in."""

    imports: list[Import]


class ImportBegun(Out):
    """A file that is being read or taken."""

    import_id: str
    job: Job


Metre = Annotated[float, Field(ge=-1e8, le=1e8, allow_inf_nan=False)]
Lon = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
Lat = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]


class ControlPoint(In):
    """A point of the model, in its own metres, and where it is: in metres of the district's CRS or in degrees."""

    x: Metre
    y: Metre
    e: Metre | None = None
    n: Metre | None = None
    lon: Lon | None = None
    lat: Lat | None = None


class PlaceIn(In):
    """Where a building goes."""

    points: list[ControlPoint] = Field(default_factory=list, max_length=100)
    at: tuple[Lon, Lat] | None = Field(default=None, description="Instead of points: longitude and latitude of its middle")
    heading: float | None = Field(
        default=None, ge=-360, le=360, description="With at: of the model's y axis, clockwise from grid north"
    )
    z: float | None = Field(default=None, ge=-1000, le=10000)
    dry_run: bool = False
    reason: str = Field(default="", max_length=500)


class Placement(Out):
    """How a building was, or would be, put on the ground."""

    building_id: str
    crs: str
    residuals_m: list[float]
    outline: dict[str, Any] | None
    findings: list[Finding]
    set_id: int | None


class Scenarios(Out):
    """Scenarios."""

    scenarios: list[dict[str, Any]]


class ScenarioIn(In):
    """A scenario to begin."""

    name: str = Field(min_length=1, max_length=100, pattern=SAYABLE)
    note: str = Field(default="", max_length=500, pattern=SAYABLE)
    base: int | None = Field(default=None, ge=0, lt=2**53)


class ScenarioRow(In):
    """Columns to change in a scenario."""

    values: dict[str, str | float | int | bool | None] = Field(min_length=1, max_length=100)


class Difference(Out):
    """What a scenario changes."""

    name: str
    rows: list[dict[str, Any]]
    hidden: int = Field(description="Rows of tables that you may not see")


class Findings(Out):
    """What is to be said of an edit."""

    findings: list[Finding]


class Rebase(In):
    """Who wins where both changed the same."""

    take: Literal["", "live", "scenario"] = ""


class Conflicts(Out):
    """Contradictions that were settled."""

    settled: int
    version: int


class Merge(In):
    """Why."""

    reason: str = Field(default="", max_length=500, pattern=SAYABLE)


class Merged(Out):
    """The change set that a scenario became."""

    set_id: int
    version: int
