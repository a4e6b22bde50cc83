"""`twin space register|violations|entitlement|indicators|report --year|reorganise`, as a facility manager works with them."""

import json

import pytest

from twin.store import open_store

DAY = ("--on", "2026-11-22")


@pytest.fixture
def desk(twin, store_path):
    """Run `twin space …` on the sample's store."""

    def run(*words):
        return twin("space", *words, "--store", str(store_path))

    return run


def test_a_certificate_is_issued_printed_verified_and_revoked(desk, twin, store_path, tmp_path):
    code, made, _ = desk("register", "issue", "市行政审批局", "示机管凭〔2026〕101号", *DAY, "--json")
    assert code == 0
    paper = made["rows"]["certificate"][0]
    assert (len(made["rows"]["certificate_room"]), paper["number"]) == (10, "示机管凭〔2026〕101号")
    code, told, _ = desk("register", "print", paper["number"], "--out", tmp_path / "paper.pdf", "--json")
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    _, found, _ = desk("register", "verify", told["payload"], *DAY, "--json")
    assert (found["outcome"], found["certificate"]["certificate_id"]) == ("sound", paper["certificate_id"])
    assert desk("register", "verify", told["payload"] + "0", *DAY, "--json")[1]["outcome"] == "altered"
    assert desk("register", "issue", "市行政审批局", "再一份", *DAY)[0] == 2
    assert desk("register", "revoke", paper["number"], "--reason", "换发", *DAY)[0] == 0
    code, found, _ = desk("register", "verify", told["payload"], *DAY, "--json")
    assert (code, found["outcome"]) == (1, "revoked")
    assert twin("undo", "--store", str(store_path))[0] == 0
    assert desk("register", "verify", told["payload"], *DAY, "--json")[1]["outcome"] == "sound"


def test_a_case_goes_from_the_request_to_other_hands_and_back_by_undo(desk, twin, store_path):
    with open_store(store_path) as store:
        before = store.snapshot().frame("occupancy")
    _, asked, _ = desk("register", "request", "vacate", "--room", "综合办公楼 202", "--from-department", "D01", *DAY, "--json")
    case = asked["rows"]["adjustment"][0]["adjustment_id"]
    assert desk("register", "done", case, *DAY)[0] == 2
    assert desk("register", "decide", case, "approved", "--document", "文1", *DAY)[0] == 0
    code, out, _ = desk("register", "done", case, "--on", "2026-11-30", "--lang", "zh")
    assert code == 0
    assert "腾退" in out
    with open_store(store_path) as store:
        after = store.snapshot().frame("occupancy")
    assert set(after.loc[(after["valid_to"] != before["valid_to"]) & after["valid_to"].notna(), "valid_to"]) == {"2026-11-29"}
    assert twin("undo", "--store", str(store_path))[0] == 0
    with open_store(store_path) as store:
        assert store.snapshot().frame("occupancy").equals(before)


def test_what_is_broken_is_told_with_clause_and_remedy(desk):
    code, out, _ = desk("violations", *DAY, "--lang", "zh")
    assert code == 0
    for words in ("一人一处", "两个月", "一个月", "有效期", "先调剂", "按期整改", "依据"):
        assert words in out
    _, record, _ = desk("violations", *DAY, "--json")
    rules = [one["rule"] for one in record["violations"]]
    assert rules.count("over_standard") == len(record["result"]["over_standard"])
    assert {"one_office", "second_office", "leaver", "certificate_expired", "order", "case_overdue", "unregistered"} <= set(rules)
    _, part, _ = desk("violations", *DAY, "--building", "政务服务楼", "--json")
    assert {one["rule"] for one in part["violations"]} <= {"over_standard", "certificate_missing"}


def test_entitlements_rest_on_the_users_own_table_and_refuse_a_faulty_one(desk, tmp_path):
    table = tmp_path / "mine.toml"
    table.write_text(
        '[standard]\nvalid_from = "2026-01-01"\n[figures]\nequipment_share = 0.05\nclause = "第一条"\n', encoding="utf-8"
    )
    _, shipped, _ = desk("entitlement", *DAY, "--json")
    _, own, _ = desk("entitlement", *DAY, "--standards", table, "--json")
    for one, other in zip(shipped["result"]["departments"], own["result"]["departments"], strict=True):
        both = one["entitled"]["office"] + one["entitled"]["service"]
        assert (one["entitled"]["equipment"], other["entitled"]["equipment"]) == (
            pytest.approx(both * 0.09),
            pytest.approx(both * 0.05),
        )
    held = {one["department_id"]: one for one in own["holdings"]}
    for line in own["result"]["departments"]:
        assert held[line["department_id"]]["classes"] == pytest.approx(
            {key: value for key, value in line["held"].items() if key != "basic"}
        )
    table.write_text('[[office_ceiling]]\nlevel = "city"\nm2 = { "科长" = -1 }\n', encoding="utf-8")
    code, _, err = desk("entitlement", *DAY, "--standards", table)
    assert code == 1
    assert "3 处" in err


def test_indicators_and_the_yearly_report_say_the_same(desk, tmp_path):
    _, whole, _ = desk("indicators", *DAY, "--json")
    measures = whole["result"]["total"]["measures"]
    files = [tmp_path / "year.xlsx", tmp_path / "year.pdf"]
    code, report, _ = desk("report", "--year", "2026", *DAY, "--out", files[0], "--out", files[1], "--json")
    assert code == 0
    assert all(file.stat().st_size > 5_000 for file in files)
    rows = report["result"]["tables"]["summary"]["rows"]
    vacancy = next(row for row in rows if row[0] == "办公室空置率")
    assert vacancy[2] == pytest.approx(100 * measures["vacancy"]["value"], abs=0.01)
    _, months, _ = desk("indicators", *DAY, "--by", "quarter", "--since", "2025-12-31", "--json")
    assert [line["key"] for line in months["result"]["lines"]][-1] == DAY[1]
    assert months["result"]["lines"][-1]["measures"]["vacancy"] == measures["vacancy"]


def test_a_reorganisation_is_a_step_of_a_scenario(desk, twin, store_path):
    words = ("reorganise", "merge", "市行政审批局", "--into", "市财政局", "--scenario", "改革", "--on", "2027-01-01")
    code, made, _ = desk(*words, "--json")
    assert (code, made["set"]) == (0, 0)
    assert made["due"]["before"] == pytest.approx(made["due"]["after"])
    _, live, _ = desk("report", "--on", "2027-02-01", "--json")
    _, planned, _ = desk("report", "--on", "2027-02-01", "--scenario", "改革", "--json")
    assert len(planned["result"]["departments"]) == len(live["result"]["departments"]) - 1
    assert planned["result"]["totals"]["entitled"]["office"] == live["result"]["totals"]["entitled"]["office"]
    assert twin("scenario", "merge", "改革", "--store", str(store_path))[0] == 0
    _, merged, _ = desk("report", "--on", "2027-02-01", "--json")
    assert json.dumps(merged["result"]["departments"]) == json.dumps(planned["result"]["departments"])


def test_the_register_is_listed_in_the_words_of_people(desk):
    code, out, _ = desk("register", "list", "adjustment", "--lang", "zh")
    assert code == 0
    assert "市财政局" in out
    assert "腾退" in out
    _, record, _ = desk("register", "list", "--json")
    assert record["tables"]["certificate"] == 7
    code, record, _ = desk("register", "inspect", "XJ004", "--score", "101", *DAY, "--json")
    assert code == 1
    assert desk("register", "list", "inspection", "--json")[1]["inspection"][3]["score"] is None
