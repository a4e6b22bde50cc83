"""Coming in and taking out, as a person does it: sign in, switch a published layer on, download files, sign out."""

from __future__ import annotations

import asyncio
import io
import zipfile

import pydeck
import pytest
import shapely

from api.passwords import Passwords
from gis.crs import to_crs
from tests.scenes import tiny_district
from tests.viz.web.desk import chrome, served, store_of
from twin.model.errors import UsageError
from twin.store import open_store
from twin.store.layout import now
from twin.store.secrets import Account, RoleGrant, Secrets
from viz import publish
from viz.published import published

pytestmark = pytest.mark.browser

PASSWORD = "一个很长的通行短语 42"  # noqa: S105 - made up here
HYDRANTS = [{"place": [409010.0, 3386007.0], "colour": [198, 40, 40, 255], "note": "甲楼消火栓"}]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("doors")
    path = store_of(folder / "twin.gpkg", tiny_district())
    with Secrets.open(str(path)) as held:
        hashed = asyncio.run(Passwords().hash(PASSWORD, "manager"))
        held.create(
            Account(account_id="m", login="manager", name="设施", status="active", created_at=now(), password_hash=hashed)
        )
        held.create(RoleGrant(grant_id="g", account_id="m", role="facility_manager", granted_by="test", granted_at=now()))
    layer = pydeck.Layer("ScatterplotLayer", HYDRANTS, get_position="place", get_fill_color="colour", get_radius=3)
    with open_store(path) as store:
        publish(store, "hydrants", [layer], title=("消火栓", "Hydrants"), metres=True)
    with served(path, folder / "service", demo=False) as url:
        yield url


def test_signing_in_a_published_layer_files_out_and_signing_out(chromium, address):
    with chrome(chromium) as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="zh-CN", accept_downloads=True)
        page.set_default_timeout(60_000)
        errors = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address)
        page.get_by_label("用户名").fill("manager")
        page.get_by_label("密码").fill("不是这个密码")
        page.get_by_role("button", name="登录").click()
        page.locator(".fault").wait_for()
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="登录").click()
        page.wait_for_selector("body[data-ready=true]")

        page.get_by_role("button", name="图层").click()
        page.locator('#published [data-deck="hydrants"]').check()
        page.evaluate("twin.settled()")
        assert page.evaluate("twin.layers()")["published-hydrants-0"] == 1
        assert "x.layers=hydrants" in page.url

        page.get_by_role("button", name="导出").click()
        found = {}
        for form in ("xlsx", "csv", "geojson", "gpkg", "png"):
            with page.expect_download() as waiting:
                page.locator(f"#export-{form}").click()
            found[form] = waiting.value.path().read_bytes()
        assert b"A-F1-101" in found["csv"]
        assert zipfile.ZipFile(io.BytesIO(found["xlsx"])).namelist()
        assert found["gpkg"].startswith(b"SQLite format 3")
        assert found["png"].startswith(b"\x89PNG")
        assert b'"FeatureCollection"' in found["geojson"]

        page.get_by_role("button", name="退出").click()
        page.get_by_label("密码").wait_for()
        assert page.request.get(f"{address}api/district").status == 401
        assert not errors


def test_what_is_published_is_in_metres_and_without_code(tmp_path):
    path = store_of(tmp_path / "twin.gpkg", tiny_district())
    with open_store(path) as store:
        east, north = 409010.0, 3386007.0
        (there,) = to_crs([shapely.Point(east, north)], store.crs, "EPSG:4326")
        rows = [{"way": [[there.x, there.y], [there.x, there.y, 5.0]]}]
        publish(store, "way", [pydeck.Layer("PathLayer", rows, get_path="way", get_width=2)])
        (deck,) = published(store.name)
        (layer,) = deck["layers"]
        at_e, at_n = pytest.approx(east, abs=0.002), pytest.approx(north, abs=0.002)
        assert layer["data"][0]["way"] == [[at_e, at_n], [at_e, at_n, 5.0]]
        for wrong in (
            pydeck.Layer("GeoJsonLayer", rows, get_path="way"),
            pydeck.Layer("PathLayer", rows, get_path="way.map(alert)"),
        ):
            with pytest.raises(UsageError):
                publish(store, "wrong", [wrong])
        with pytest.raises(UsageError):
            publish(store, "../wrong", [])
