"""Rooms and devices get their class from codes and words in Chinese, English and German."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from bim_import.classify import device_class, omniclass_codes, room_class
from bim_import.elements import Element
from twin.model.tables import ROOM_CLASSES, TABLES


def data(name):
    return tomllib.loads(files("bim_import").joinpath(name).read_text(encoding="utf-8"))


def space(long_name="", **more):
    return Element(1, "K", "IfcSpace", "space", long_name=long_name, **more)


NAMES = {
    "office": ["局长办公室", "开敞办公区", "财务科", "办公室201", "OPEN OFFICE", "Director's Office", "Buero Meier"],
    "meeting": ["第一会议室", "多功能厅", "报告厅", "洽谈室", "CONFERENCE RM", "Meeting Room 3", "Besprechungsraum I"],
    "reception": ["信访接待室", "贵宾室"],
    "archive": ["综合档案室", "图书阅览室", "机要室"],
    "duty": ["值班室", "门卫"],
    "service": ["开水间", "文印室", "医务室", "母婴室"],
    "equipment": ["空调机房", "变配电室", "消防水泵房", "电梯机房", "消防控制室", "MECH RM", "Technikraum"],
    "machine": ["信息机房", "网络机房", "UPS及服务器间", "Server Room"],
    "corridor": ["内走廊", "走道", "Corridor", "Flur Süd"],
    "hall": ["门厅", "电梯厅", "合用前室", "中庭", "Elevator Lobby"],
    "stair": ["1号楼梯间", "Stair 2", "Treppenhaus"],
    "lift": ["消防电梯", "电梯井", "ELEV"],
    "shaft": ["强电井", "排烟竖井", "Pipe Shaft"],
    "toilet": ["男卫生间", "无障碍卫生间", "MENS RR", "Restrooms", "WC Damen"],
    "storage": ["储藏室", "保洁间", "Storage", "Abstellraum"],
    "canteen": ["职工食堂", "Küche"],
    "garage": ["地下车库"],
    "ancillary": ["职工活动室"],
    "technical": ["化验室", "应急指挥中心", "Labor K3"],
    "other": ["屋面", "Room", "203", "", "Storeyless", "Offset"],
}


@pytest.mark.parametrize(("name", "expected"), [(name, room) for room, names in NAMES.items() for name in names])
def test_a_room_is_known_by_its_name(name, expected):
    assert room_class(space(name)) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("13-15 11 34 17: Open Office Space", "office"),
        ("13-11 21 17", "meeting"),
        ("13-85 11 11: Corridor", "corridor"),
        ("13-85 21 11: Stairway", "stair"),
        ("13-81 21 31: Elevator Shaft", "lift"),
        ("13-81 21 24", "machine"),
        ("13-81 21 17", "equipment"),
        ("13-41 11 14 11", "toilet"),
        ("13-75 11 11", "storage"),
        ("13-85 31 11: Entry Vestibule", "hall"),
    ],
)
def test_a_code_of_omniclass_comes_before_a_name(code, expected):
    assert room_class(space("会议室", psets={"Identity Data": {"OmniClass Table 13 Category": code}})) == expected
    assert room_class(space("", codes=(code,))) == expected


def test_the_property_that_names_the_use_comes_before_the_name():
    assert room_class(space("Flur Keller Treppe", psets={"Pset_SpaceCommon": {"Category": "Flur"}})) == "corridor"
    assert room_class(space("会议室", psets={"X": {"Category": "Rooms"}})) == "meeting"


def test_dates_and_phone_numbers_are_no_codes():
    assert omniclass_codes(["2013-15 11", "tel 213-85 11 11", "13-85 11 11"]) == ["13851111"]


def test_the_words_lead_only_to_classes_that_the_model_has():
    assert set(data("room_classes.toml")) == set(ROOM_CLASSES)
    allowed = set(TABLES["device"].by_name["device_class"].allowed)
    assert set(data("device_classes.toml")) - {"weak"} | {"other"} == allowed


def test_no_word_stands_in_two_classes():
    for kind in ("codes", "zh", "words", "parts"):
        seen: dict[str, str] = {}
        for name, entry in data("room_classes.toml").items():
            for word in entry[kind]:
                assert word not in seen, (word, name, seen[word])
                seen[word] = name
                assert word == word.lower()


def test_every_pattern_of_the_device_names_is_one():
    for name, entry in data("device_classes.toml").items():
        for pattern in entry.get("names", ()):
            assert re.compile(pattern), name


def device(ifc_class, **more):
    return Element(1, "K", ifc_class, "device", **more)


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        (device("IfcFlowTerminal", type_class="IfcOutletType"), "outlet"),
        (device("IfcFlowTerminal", type_class="IfcLightFixtureType"), "lighting"),
        (device("IfcFlowController", type_class="IfcProtectiveDeviceType", name="Smoke Detector:1"), "fire"),
        (device("IfcFlowController", type_class="IfcProtectiveDeviceType", name="Panelboard"), "electrical"),
        (device("IfcAudioVisualAppliance", predefined="CAMERA"), "camera"),
        (device("IfcAudioVisualAppliance", type_predefined="CAMERA"), "camera"),
        (device("IfcAudioVisualAppliance", name="投影仪"), "electrical"),
        (device("IfcBuildingElementProxy", name="半球摄像机"), "camera"),
        (device("IfcElectricAppliance", name="7kW交流充电桩"), "charger"),
        (device("IfcFlowMeter"), "meter"),
        (device("IfcFlowMeter", predefined="WATERMETER"), "meter"),
        (device("IfcBuildingElementProxy", name="智能电表-03"), "meter"),
        (device("IfcSensor", predefined="SMOKESENSOR"), "fire"),
        (device("IfcSensor", predefined="TEMPERATURESENSOR"), "sensor"),
        (device("IfcPipeSegment", name="Pump pipe"), "pipe"),
        (device("IfcValve"), "valve"),
        (device("IfcPump"), "pump"),
        (device("IfcSpaceHeater"), "hvac"),
        (device("IfcSanitaryTerminal", name="sensor tap"), "sanitary"),
        (device("IfcCommunicationsAppliance", name="核心交换机"), "network"),
        (device("IfcCommunicationsAppliance"), "network"),
        (device("IfcFireSuppressionTerminal"), "fire"),
        (device("IfcTransportElement", predefined="ELEVATOR"), "lift_machine"),
        (device("IfcFurniture"), "furniture"),
        (device("IfcBuildingElementProxy", name="Man Standing with Turban"), "other"),
        (device("IfcBuildingElementProxy", name="parameter set"), "other"),
    ],
)
def test_a_device_is_known_by_type_predefined_type_class_or_name(element, expected):
    assert device_class(element) == expected
