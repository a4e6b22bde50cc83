"""A seeded slice of `tests.soak.schemathesis_roles`: the OpenAPI description called as some of the roles."""

import pytest

pytest.importorskip("schemathesis")

from tests.api.service.serving import make_store
from tests.soak.schemathesis_roles import hammer, listening

CASES = 2


@pytest.mark.filterwarnings("default")  # schemathesis and what it stands on warn as they like
def test_no_operation_breaks_its_own_description(tmp_path):
    store = make_store(tmp_path / "twin.gpkg")
    (tmp_path / "private").mkdir()
    with listening(store, tmp_path / "private") as (url, caller):
        for role in ("facility_manager", "security_admin"):
            caller.let_in(role, role)
            tally = hammer(caller, url, role, CASES, 7, closed=False)
            assert sum(tally.values()) > 20, role
            assert not [status for status in tally if status.startswith("5")], tally
        assert not caller.service.faults.entries
