import pytest
from hypothesis import given
from hypothesis import strategies as st

from gis.osm_tags import TAGS, barrier_stops, drivable, road_facts, runs
from gis.road_classes import CLASS_SPEED_KMH


def facts(**tags):
    return road_facts({"highway": "primary"} | {key.replace("__", ":"): value for key, value in tags.items()})


@pytest.mark.parametrize(
    ("tags", "sense"),
    [
        ({}, 0),
        ({"oneway": "yes"}, 1),
        ({"oneway": "1"}, 1),
        ({"oneway": "-1"}, -1),
        ({"oneway": "reverse"}, -1),
        ({"junction": "roundabout"}, 1),
        ({"junction": "circular"}, 1),
        ({"junction": "roundabout", "oneway": "no"}, 0),
        ({"junction": "roundabout", "oneway": "-1"}, -1),
        ({"highway": "motorway"}, 1),
        ({"highway": "motorway", "oneway": "no"}, 0),
        ({"highway": "motorway_link"}, 0),
    ],
)
def test_the_sense_of_a_way(tags, sense):
    assert runs({"highway": "primary"} | tags) == sense


@pytest.mark.parametrize(
    ("text", "speed"),
    [
        ("50", 50.0), ("50 km/h", 50.0), ("30 mph", 48.28032), ("30mph", 48.28032), ("CN:urban", 50.0), ("BR:rural", 70.0),
        ("walk", 5.0), ("none", 50.0), ("signals", 50.0), ("", 50.0), ("50;30", 50.0), ("0", 50.0), ("900", 50.0),
        ("fast", 50.0),
    ],
)  # fmt: skip
def test_a_speed_is_read_or_that_of_the_class_is_taken(text, speed):
    assert facts(maxspeed=text)["speed_kmh"] == pytest.approx(speed)


def test_where_the_directions_differ_the_slower_speed_counts():
    assert facts(maxspeed__forward="60", maxspeed__backward="40")["speed_kmh"] == 40.0


@pytest.mark.parametrize(
    ("text", "height"),
    [
        ("3.8", 3.8), ("3,8", 3.8), ("3.8 m", 3.8), ("380 cm", 3.8), ("12'6\"", 3.81), ("12 ft", 3.6576), ("12ft 6in", 3.81),
        ("default", None), ("none", None), ("below_default", None), ("0", None), ("99", None),
    ],
)  # fmt: skip
def test_a_height_limit_is_read_in_every_usual_unit(text, height):
    assert facts(maxheight=text)["height_limit"] == (None if height is None else pytest.approx(height))
    assert facts(maxheight__physical=text)["height_limit"] == facts(maxheight=text)["height_limit"]


@pytest.mark.parametrize(
    ("text", "mass"),
    [
        ("7.5", 7.5),
        ("7.5 t", 7.5),
        ("7500 kg", 7.5),
        ("10000 lbs", 4.5359237),
        ("5 st", 4.5359237),
        ("none", None),
        ("3 elephants", None),
    ],
)
def test_a_weight_limit_is_read_in_every_usual_unit(text, mass):
    assert facts(maxweight=text)["weight_limit_t"] == (None if mass is None else pytest.approx(mass))


@pytest.mark.parametrize(
    ("tags", "access"),
    [
        ({}, "public"),
        ({"access": "no"}, "no"),
        ({"access": "no", "motor_vehicle": "yes"}, "public"),
        ({"access": "yes", "motorcar": "no"}, "no"),
        ({"motor_vehicle": "private"}, "private"),
        ({"vehicle": "delivery"}, "private"),
        ({"access": "destination"}, "public"),
        ({"oneway": "reversible"}, "no"),
    ],
)
def test_the_narrowest_access_tag_counts(tags, access):
    assert facts(**tags)["access"] == access


@pytest.mark.parametrize(
    ("tags", "stops"),
    [
        ({}, False),
        ({"barrier": "bollard"}, True),
        ({"barrier": "bollard", "motor_vehicle": "yes"}, False),
        ({"barrier": "gate"}, False),
        ({"barrier": "lift_gate", "access": "private"}, False),
        ({"barrier": "gate", "access": "no"}, True),
        ({"barrier": "kerb"}, False),
    ],
)
def test_which_barriers_stop_cars(tags, stops):
    assert barrier_stops(tags) == stops


def test_only_roads_for_cars_are_drivable():
    assert all(drivable({"highway": name}) for name in CLASS_SPEED_KMH)
    assert not any(drivable({"highway": name}) for name in ("footway", "track", "cycleway", "construction", "bus_stop"))
    assert not drivable({"highway": "service", "area": "yes"})
    assert not drivable({"railway": "rail"})


@given(tags=st.dictionaries(st.sampled_from(sorted(set(TAGS) - {"highway"})), st.text(max_size=12)))
def test_no_text_that_people_may_type_breaks_a_road_or_leaves_the_table_s_bounds(tags):
    road = road_facts({"highway": "road"} | tags)
    assert 1.0 <= road["speed_kmh"] <= 200.0
    assert road["height_limit"] is None or 0.5 <= road["height_limit"] <= 20.0
    assert road["weight_limit_t"] is None or 0.1 <= road["weight_limit_t"] <= 200.0
    assert road["lanes"] is None or 1 <= road["lanes"] <= 20
    assert road["access"] in {"public", "private", "no"}
    assert runs({"highway": "road"} | tags) in {-1, 0, 1}
