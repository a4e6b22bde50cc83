"""`twin people` and `twin serve` from the command line."""

import json

from api.main import main
from tests.api.service.serving import make_store


def said(capsys):
    """Give the JSON that a command printed last."""
    return json.loads(capsys.readouterr().out.strip().splitlines()[-1])


def test_people_are_invited_and_listed_and_officers_kept_apart(tmp_path, capsys):
    store = str(make_store(tmp_path / "twin.gpkg"))
    assert main(["people", "invite", "li.ming", "--role", "facility_manager", "--store", store, "--json"]) == 0
    assert "/claim#" in said(capsys)["claim"]
    assert main(["people", "list", "--store", store, "--json"]) == 0
    assert said(capsys)["accounts"] == [{"login": "li.ming", "kind": "person", "status": "invited", "roles": "facility_manager"}]
    both = ["--role", "auditor", "--role", "viewer"]
    assert main(["people", "invite", "other", *both, "--store", store, "--json"]) == 2
    assert said(capsys)["error"]["code"] == "service.roles_apart"
    assert main(["people", "link", "nobody", "--store", store, "--json"]) == 2


def test_a_demo_listens_to_nobody_but_this_machine(tmp_path, capsys):
    store = str(make_store(tmp_path / "twin.gpkg"))
    assert main(["serve", "--demo", "--host", "0.0.0.0", "--store", store, "--json"]) == 2  # noqa: S104 - that it is refused
    assert said(capsys)["error"]["code"] == "serve.demo_only_here"
