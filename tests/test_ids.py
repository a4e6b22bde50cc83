"""The IDS that contractors check against: well formed as IDS 1.0, and every requirement true of the sample we ship."""

from __future__ import annotations

import re

import ifcopenshell
import ifcopenshell.util.element
import pytest
from defusedxml.ElementTree import parse

from tests.conftest import ROOT

IDS = ROOT / "docs" / "ids" / "district-twin.ids"
NS = {"i": "http://standards.buildingsmart.org/IDS", "x": "http://www.w3.org/2001/XMLSchema"}
FACETS = {"entity", "attribute", "property", "partOf", "classification"}


@pytest.fixture(scope="module")
def rules():
    return parse(IDS).getroot().findall("i:specifications/i:specification", NS)


@pytest.fixture(scope="module", params=["affairs", "logistics", "main"])
def model(request):
    return ifcopenshell.open(ROOT / "sample_buildings" / "small" / f"{request.param}.ifc")


def kind(element):
    return element.tag.rpartition("}")[2]


def test_the_file_is_ids_1_0_in_form(rules):
    root = parse(IDS).getroot()
    assert kind(root) == "ids"
    assert [kind(child) for child in root] == ["info", "specifications"]
    assert root.find("i:info/i:title", NS).text
    names = [rule.get("name") for rule in rules]
    assert len(set(names)) == len(names) >= 12
    for rule in rules:
        assert set(rule.get("ifcVersion").split()) <= {"IFC2X3", "IFC4", "IFC4X3_ADD2"}
        assert [kind(child) for child in rule] == ["applicability", "requirements"]
        assert rule.find("i:applicability", NS).get("maxOccurs") == "unbounded"
        assert rule.find("i:applicability", NS).get("minOccurs") in {"0", "1"}
        facets = [*rule.find("i:applicability", NS), *rule.find("i:requirements", NS)]
        assert {kind(facet) for facet in facets} <= FACETS
        for word in rule.iterfind(".//i:entity//i:simpleValue", NS):
            assert re.fullmatch(r"IFC[A-Z0-9]+", word.text)


def test_every_requirement_is_said_in_both_languages(rules):
    for rule in rules:
        for words in (rule.get("name"), rule.get("description")):
            assert re.search(r"[\u4e00-\u9fff]", words)
            assert " / " in words or "/ " in words


def test_entities_attributes_and_sets_are_those_of_the_schemas(rules):
    for rule in rules:
        for version in rule.get("ifcVersion").split():
            schema = ifcopenshell.schema_by_name(version)
            for name in choices(rule.find("i:applicability/i:entity/i:name", NS)):
                if name == "IFCWALLSTANDARDCASE" and version == "IFC4X3_ADD2":
                    continue  # gone there; walls are walls
                declaration = schema.declaration_by_name(name)
                attributes = {attribute.name() for attribute in declaration.all_attributes()}
                for facet in rule.findall("i:requirements/i:attribute", NS):
                    assert set(choices(facet.find("i:name", NS))) <= attributes


def test_the_sample_meets_every_requirement(rules, model):
    judged = 0
    for rule in rules:
        if model.schema not in {version.removesuffix("_ADD2") for version in rule.get("ifcVersion").split()}:
            continue
        elements = [
            element
            for name in choices(rule.find("i:applicability/i:entity/i:name", NS))
            for element in model.by_type(name, include_subtypes=False)
        ]
        assert len(elements) >= int(rule.find("i:applicability", NS).get("minOccurs")), rule.get("name")
        for facet in rule.find("i:requirements", NS):
            failing = [element for element in elements if not MEETS[kind(facet)](element, facet)]
            assert failing == [], rule.get("name")
            judged += len(elements)
    assert judged > 100


def test_the_judge_finds_what_is_missing(rules):
    model = ifcopenshell.open(ROOT / "sample_buildings" / "small" / "logistics.ifc")
    room, door = model.by_type("IfcSpace")[0], model.by_type("IfcDoor")[0]
    crs = model.by_type("IfcProjectedCRS")[0]
    room.LongName, door.OverallWidth, crs.Name = None, None, "CGCS2000"
    faults = {
        rule.get("identifier")
        for rule in rules
        for facet in rule.find("i:requirements", NS)
        for element in (room, door, crs)
        if element.is_a().upper() in choices(rule.find("i:applicability/i:entity/i:name", NS))
        and "IFC4" in rule.get("ifcVersion").split()
        and not MEETS[kind(facet)](element, facet)
    }
    assert faults == {"DT-04", "DT-10", "DT-12"}


def choices(holder):
    """Give the words that a value allows; a pattern has none."""
    return [node.text for node in holder.findall("i:simpleValue", NS)] + [
        node.get("value") for node in holder.iterfind(".//x:enumeration", NS)
    ]


def fits(value, holder):
    """Hold a value against what a facet asks of it; nothing asked, anything but nothing will do."""
    if value is None or value == "":
        return False
    if holder is None:
        return True
    patterns = [node.get("value") for node in holder.iterfind(".//x:pattern", NS)]
    least = holder.find(".//x:minExclusive", NS)
    if least is not None:
        return float(value) > float(least.get("value"))
    return any(re.fullmatch(pattern, str(value)) for pattern in patterns) if patterns else str(value) in choices(holder)


def has_attribute(element, facet):
    (name,) = choices(facet.find("i:name", NS))
    return fits(getattr(element, name), facet.find("i:value", NS))


def has_property(element, facet):
    sets = ifcopenshell.util.element.get_psets(element)
    (name,) = choices(facet.find("i:baseName", NS))
    return any(fits(sets.get(one, {}).get(name), facet.find("i:value", NS)) for one in choices(facet.find("i:propertySet", NS)))


def is_part(element, facet):
    wanted = choices(facet.find("i:entity/i:name", NS))
    if facet.get("relation") == "IFCRELCONTAINEDINSPATIALSTRUCTURE":
        whole = ifcopenshell.util.element.get_container(element)
    else:
        whole = ifcopenshell.util.element.get_aggregate(element)
    return whole is not None and whole.is_a().upper() in wanted


def is_classified(element, facet):
    systems = choices(facet.find("i:system", NS))
    links = [link for link in element.HasAssociations if link.is_a("IfcRelAssociatesClassification")]
    found = [link.RelatingClassification.ReferencedSource for link in links]
    return any(source is not None and source.Name in systems for source in found)


MEETS = {"attribute": has_attribute, "property": has_property, "partOf": is_part, "classification": is_classified}
