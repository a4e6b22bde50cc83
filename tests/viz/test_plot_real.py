"""Real models of offices on paper."""

from itertools import combinations

import pytest
import shapely
from matplotlib.backends.backend_agg import FigureCanvasAgg

from bim_import import import_ifc
from tests.viz.test_plot import DAY, boxes, said
from twin.model.snapshot import Snapshot
from viz.drawing.compose import Look, draw_floor
from viz.drawing.rooms import sound
from viz.drawing.upright import fit


@pytest.fixture(scope="module", params=["Office_A_20110811", "AC11-Institute-Var-2-IFC"])
def office(request, testdata):
    return Snapshot(import_ifc(testdata / "ifc" / f"{request.param}.ifc").frames, None)


def test_every_floor_of_a_real_office_is_drawn_with_labels_in_their_rooms(office):
    floors = [floor for floor in office.keys("floor") if len(office.on_floor("room", floor))]
    rooms = blank = 0
    for floor in floors:
        figure = draw_floor(office, floor, Look(on=DAY))
        FigureCanvasAgg(figure).draw()
        found = boxes(figure)
        laid = fit(office, floor, office.row("floor", floor)["building_id"])
        on_paper = laid.to_paper(sound(office.column("room", "geometry")))
        shapes = dict(zip(office.keys("room"), on_paper, strict=True))
        assert [key for key, box in found.items() if not shapes[key].contains(box)] == []
        assert [pair for pair in combinations(found.values(), 2) if pair[0].intersects(pair[1])] == []
        assert ("过小" in said(figure)) == (len(found) < len(office.on_floor("room", floor)))
        rooms += len(office.on_floor("room", floor))
        blank += len(office.on_floor("room", floor)) - len(found)
    assert rooms in {99, 82}
    assert blank <= 0.03 * rooms


def test_closing_slits_leaves_the_area_of_every_room(office):
    drawn = shapely.area(sound(office.column("room", "geometry")))
    assert drawn == pytest.approx(office.column("room", "area_m2"), abs=0.02)
