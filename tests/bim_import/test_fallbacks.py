"""What no kernel can make, or not in its time, gets a simpler body; the report names each element, how and why."""

from __future__ import annotations

import ifcopenshell
import numpy as np
import pytest
import shapely

from bim_import import ImportOptions, import_ifc, importing, kernels
from bim_import.bodies import measure
from bim_import.boxes import unclipped
from bim_import.intake import take
from bim_import.reader import How, load
from bim_import.watch import NOTE, Watch, noted
from gis.sandbox import Limits, Verdict, run
from tests.bim_import.models import BLOCK, codes, imported, run_here

DUPLEX = "Duplex_A_20110907_georeferenced.ifc"


def read(path, **how):
    intake = take(path, path.parent, ImportOptions())
    return load(str(intake.path), instances=intake.instances, how=How(**how))


@pytest.fixture(scope="module")
def block(testdata):
    return read(testdata / "ifc" / BLOCK)


def test_a_body_that_is_not_to_be_touched_gets_its_box_in_its_place(block, testdata):
    walls = [wall.step for wall in block.of("wall")]
    boxed = read(testdata / "ifc" / BLOCK, skip=tuple((step, "time") for step in walls))
    assert {(item.step, item.how, item.why) for item in boxed.fallbacks} == {(step, "box", "time") for step in walls}
    true, found = measure(block), measure(boxed)
    for step in walls:
        assert shapely.covers(found.outline[step].buffer(1e-3), true.outline[step]), step
        assert (found.low[step], found.high[step]) == pytest.approx((true.low[step], true.high[step]), abs=1e-6)
        rectangle = shapely.oriented_envelope(true.outline[step])
        assert found.outline[step].area == pytest.approx(rectangle.area, rel=0.02), step


@pytest.mark.parametrize(
    "name", [DUPLEX, "AC20-FZK-Haus.ifc", "3rooms_Heater_AirTerminal_Table_with_SB.ifc", "Ifc4_SampleHouse.ifc"]
)
def test_the_box_of_any_room_holds_the_room(name, testdata):
    """Swept solids, clipped ones, breps and face sets, in metres and millimetres."""
    model = read(testdata / "ifc" / name)
    rooms = [room.step for room in model.of("space")]
    boxed = read(testdata / "ifc" / name, skip=tuple((step, "crash") for step in rooms))
    true, found = measure(model), measure(boxed)
    assert {item.step for item in boxed.fallbacks if item.how == "box"} >= set(rooms)
    for step in rooms:
        assert shapely.covers(found.outline[step].buffer(2e-3), true.outline[step]), step
        assert found.low[step] <= true.low[step] + 1e-3
        assert found.high[step] >= true.high[step] - 1e-3
        assert found.outline[step].area < 6 * true.outline[step].area


def test_what_cannot_be_clipped_stands_as_it_was_before(testdata, monkeypatch):
    path = testdata / "ifc" / DUPLEX
    true = measure(read(path))
    real = kernels.Kernels._one

    def fail(self, entity, kernel, found, *, openings):
        if not kernels._is_boolean(entity):
            real(self, entity, kernel, found, openings=openings)

    monkeypatch.setattr(kernels.Kernels, "_one", fail)
    model = read(path)
    found = measure(model)
    lost = [item for item in model.fallbacks if item.how == "unclipped"]
    assert lost
    assert {item.why for item in lost} == {"none"}
    for item in lost:
        if item.step in true.outline:
            assert shapely.covers(found.outline[item.step].buffer(2e-3), true.outline[item.step])
            assert found.high[item.step] >= true.high[item.step] - 1e-3


def test_unclipped_peels_every_operation(testdata):
    file = ifcopenshell.open(str(testdata / "ifc" / DUPLEX))
    body = unclipped(file.by_type("IfcBooleanResult")[0])
    assert not body.is_a("IfcBooleanResult")


def test_a_room_of_which_only_the_plan_is_drawn_is_a_room_of_that_plan(testdata, tmp_path, monkeypatch):
    file = ifcopenshell.open(str(testdata / "ifc" / BLOCK))
    space = file.by_type("IfcSpace")[0]
    (body,) = [shape for shape in space.Representation.Representations if shape.RepresentationIdentifier == "Body"]
    solid = body.Items[0]
    curve = solid.SweptArea.OuterCurve if solid.SweptArea.is_a("IfcArbitraryClosedProfileDef") else None
    if curve is None:
        x, y = solid.SweptArea.XDim / 2, solid.SweptArea.YDim / 2
        corners = [(-x, -y), (x, -y), (x, y), (-x, y), (-x, -y)]
        curve = file.createIfcPolyline([file.createIfcCartesianPoint(corner) for corner in corners])
    body.RepresentationIdentifier, body.RepresentationType, body.Items = "FootPrint", "Curve2D", [curve]
    path = tmp_path / BLOCK
    file.write(str(path))
    monkeypatch.setattr(importing, "run", run_here)
    model = import_ifc(path, ImportOptions(glb=False))
    assert "ifc.body_outline" in codes(model.report.findings)
    before, after = imported(testdata / "ifc" / BLOCK).frames["room"], model.frames["room"]
    assert after.loc[space.GlobalId, "area_m2"] == pytest.approx(before.loc[space.GlobalId, "area_m2"], rel=1e-6)
    assert after.loc[space.GlobalId, "height"] == pytest.approx(2.8)
    (told,) = [item for item in model.report.fallbacks if item["how"] == "outline"]
    assert (told["key"], told["ifc_class"]) == (space.GlobalId, "IfcSpace")


def test_a_body_of_a_million_triangles_is_boxed(testdata, monkeypatch):
    monkeypatch.setattr(kernels, "_MOST_TRIANGLES", 300)
    model = read(testdata / "ifc" / BLOCK)
    large = [item for item in model.fallbacks if item.why == "size"]
    assert large
    assert {item.how for item in large} == {"box"}


def endless(arguments, workdir):
    """Work on a body for ever, as a kernel in an endless operation does; called in a child."""
    Watch(workdir, arguments["seconds"]).begin(arguments["step"])
    while True:
        np.ones(3).sum()


def test_the_clock_ends_a_body_that_takes_for_ever_and_the_note_tells_which(tmp_path):
    verdict = run(
        "tests.bim_import.test_fallbacks:endless", {"seconds": 0.2, "step": 4711}, workdir=tmp_path, limits=Limits(cpu_s=30)
    )
    assert verdict.status == "crash"
    assert "SIGVTALRM" in verdict.detail
    assert noted(tmp_path) == 4711
    assert verdict.cpu_s < 10


def test_no_note_no_body(tmp_path):
    assert noted(tmp_path) == 0
    (tmp_path / NOTE).write_text("?", encoding="ascii")
    assert noted(tmp_path) == 0
    watch = Watch(tmp_path, 100.0)
    watch.begin(-12)
    assert noted(tmp_path) == -12
    watch.close()
    assert noted(tmp_path) == 0


@pytest.mark.parametrize(("detail", "why"), [("ended by SIGVTALRM", "time"), ("ended by SIGSEGV", "crash")])
def test_the_body_at_which_a_child_ends_is_left_out_of_the_next(detail, why, testdata, monkeypatch):
    wall = next(wall.step for wall in read(testdata / "ifc" / BLOCK).of("wall"))
    asked = []

    def once(target, arguments, *, workdir, limits):
        asked.append(arguments["how"])
        if len(asked) == 1:
            (workdir / NOTE).write_text(str(wall), encoding="ascii")
            return Verdict("crash", None, detail, 1.0, 1.0)
        return run_here(target, arguments, workdir=workdir, limits=limits)

    monkeypatch.setattr(importing, "run", once)
    model = import_ifc(testdata / "ifc" / BLOCK)
    assert [how["skip"] for how in asked] == [[], [(wall, why)]]
    assert [(item["step"], item["how"], item["why"]) for item in model.report.fallbacks] == [(wall, "box", why)]
    assert "ifc.body_box" in codes(model.report.findings)
    assert model.glb
    assert model.report.counts == imported(testdata / "ifc" / BLOCK).report.counts


def test_a_real_child_whose_bodies_have_no_time_ends_as_an_import_with_simpler_bodies(testdata):
    model = import_ifc(testdata / "ifc" / "AC20-FZK-Haus.ifc", ImportOptions(glb=False, body_s=0.004))
    told = [item for item in model.report.fallbacks if item["why"] == "time"]
    assert {item["how"] for item in told} <= {"box", "unclipped"}
    assert told
    assert model.report.counts["rooms"] == 7
    assert model.report.areas["drawn_m2"] > 200
