"""The vocabulary of layers: stable, plain, and free of pydeck's traps."""

import inspect
import json

import pytest

from viz import layers
from viz.embed import deck_bundle

RECORDS = [
    {
        "polygon": [[[0, 0], [1, 0], [1, 1]]],
        "path": [[0, 0], [1, 1]],
        "position": [0, 0],
        "fill": [1, 2, 3, 255],
        "line": [1, 2, 3, 255],
    }
]


def spec(builder, data="rooms"):
    return json.loads(builder(data).to_json())


@pytest.mark.parametrize("name", layers.VOCABULARY)
def test_a_layer_has_the_name_of_its_builder_as_id(name):
    assert spec(layers.VOCABULARY[name])["id"] == name
    assert spec(layers.VOCABULARY[name]) == spec(layers.VOCABULARY[name])


@pytest.mark.parametrize("name", [*layers.VOCABULARY, "points"])
def test_words_of_deck_gl_are_no_expressions_and_every_expression_is_a_field(name):
    found = spec(getattr(layers, name))
    words = {key: value for key, value in found.items() if isinstance(value, str) and key not in {"@@type", "id", "data"}}
    for key, value in words.items():
        if key.startswith("get"):
            assert value.removeprefix("@@=") in {
                "polygon", "path", "position", "fill", "line", "height", "width", "edge", "text", "size", "angle", "icon",
            }  # fmt: skip
        else:
            assert not value.startswith("@@"), (name, key, value)


def test_records_given_as_a_list_stand_in_the_layer_and_a_name_stays_a_name():
    assert spec(layers.rooms, RECORDS)["data"] == RECORDS
    assert spec(layers.rooms, "rooms")["data"] == "rooms"


def test_every_kind_of_layer_is_in_the_bundle():
    bundle = deck_bundle()
    kinds = {found["@@type"] for found in layers.vocabulary()}
    assert kinds
    assert [kind for kind in kinds if f'layerName="{kind}"' not in bundle] == []


def test_the_rooms_layer_is_what_it_was():
    assert spec(layers.rooms) == {
        "@@type": "SolidPolygonLayer",
        "id": "rooms",
        "data": "rooms",
        "getPolygon": "@@=polygon",
        "getFillColor": "@@=fill",
        "getElevation": "@@=height",
        "extruded": False,
        "material": {"ambient": 0.6, "diffuse": 0.4, "shininess": 1, "specularColor": [0, 0, 0]},
        "pickable": True,
    }


def test_every_public_builder_says_what_it_draws():
    public = [getattr(layers, name) for name in layers.__all__ if inspect.isfunction(getattr(layers, name))]
    assert all(builder.__doc__ for builder in public)
