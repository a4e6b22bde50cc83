"""What is PostGIS's own: typed columns, indexes, a watch nobody slips past, faults in words, and no password anywhere."""

import json
import uuid

import psycopg
import pytest

from tests.scenes import area
from tests.twin.store.sameness import same, scene
from twin.model.errors import DataError, StoreBusyError, StoreError, UsageError
from twin.model.tables import IN_BUILDING, TABLES
from twin.store import create_store, engine, move_store, open_store
from twin.store.address import ServerAddress, redact
from twin.store.distributing import key_by_building, spread_statements
from twin.store.undoing import undo


@pytest.fixture
def filled(filled_database):
    with open_store(filled_database()) as store:
        yield store


@pytest.fixture
def other(filled):
    """A plain connection, as another program has it: it names no schema but the store's."""
    with plain(filled) as connection:
        yield connection


def plain(store, **more):
    url = store.place.address.url
    words = {"host": url.query["host"], "user": url.username, "dbname": url.database, "autocommit": True, **more}
    connection = psycopg.connect(**words)
    connection.cursor().execute(f"SET search_path = {store.place.address.schema}, public")
    return connection


def test_every_layer_is_a_typed_column_in_the_right_crs_with_an_index(filled, other):
    schema = filled.place.address.schema
    found = {
        name: (kind, srid)
        for name, kind, srid in other.execute(
            "SELECT f_table_name, type, srid FROM geometry_columns WHERE f_table_schema = %s AND f_geometry_column = 'geom'",
            (schema,),
        )
    }
    layers = {name: (table.shape, 4544) for name, table in TABLES.items() if table.shape}
    assert found == layers | {f"local_{name}": (TABLES[name].shape, 0) for name in IN_BUILDING if TABLES[name].shape}
    indexed = other.execute(
        "SELECT tablename FROM pg_indexes WHERE schemaname = %s AND indexdef LIKE '%%USING gist%%'", (schema,)
    )
    assert {name for (name,) in indexed} == set(found)
    plan = other.execute("SET enable_seqscan = off; EXPLAIN SELECT 1 FROM room WHERE geom && ST_MakeEnvelope(0, 0, 1, 1, 4544)")
    plan.nextset()
    assert "room_by_geom" in str(plan.fetchall())


def test_the_columns_are_those_of_tables_py(filled, other):
    words = {"text": "text", "float": "double precision", "int": "bigint", "bool": "boolean", "date": "text", "datetime": "text"}
    for name, table in TABLES.items():
        wanted = "SELECT column_name, data_type, collation_name FROM information_schema.columns WHERE table_name = %s"
        rows = other.execute(f"{wanted} AND table_schema = %s", (name, filled.place.address.schema)).fetchall()
        columns = {column: kind for column, kind, _ in rows if column not in {"fid", "geom"}}
        assert columns == {column.name: words[column.kind] for column in table.columns}
        assert {collation for _, kind, collation in rows if kind == "text"} == {"C"}


@pytest.mark.usefixtures("filled")
def test_the_building_stands_first_in_a_unique_index_of_what_is_in_it(other):
    for name in IN_BUILDING[1:]:
        found = other.execute("SELECT indexdef FROM pg_indexes WHERE indexname = %s", (f"{name}_by_building_id",)).fetchone()
        assert f"UNIQUE INDEX {name}_by_building_id" in found[0]
        assert f"(building_id, {name}_id)" in found[0]


def test_a_store_can_be_keyed_by_building_alone_and_goes_on_working(filled, other, tmp_path):
    """PostgreSQL's own partitions know the rule of every machine that spreads: no key without the column."""
    partition = "CREATE TABLE spread_{name} (LIKE {name} INCLUDING ALL) PARTITION BY HASH (building_id)"
    with pytest.raises(psycopg.errors.FeatureNotSupported):
        other.execute(partition.format(name="room"))
    before = filled.tally()
    names = key_by_building(filled.place)
    assert key_by_building(filled.place) == names
    for name in names:
        other.execute(partition.format(name=name))
        other.execute(f"CREATE TABLE spread_{name}_0 PARTITION OF spread_{name} FOR VALUES WITH (MODULUS 1, REMAINDER 0)")
        other.execute(f"INSERT INTO spread_{name} SELECT * FROM {name}")  # noqa: S608 - our own names
    assert [line.count("create_distributed_table") for line in spread_statements(names)] == [1] * len(names)
    assert filled.tally() == before
    with filled.change("tester", "goes on") as work:
        work.put("room", scene().frame("room").assign(name="新"))
        work.bury("door", ["A-F1-101-door"])
    assert undo(filled, 2, "tester") == 3
    assert filled.stray_trees() == filled.unwatched() == []
    move_store(filled.name, tmp_path / "back.gpkg")
    with pytest.raises(UsageError), open_store(tmp_path / "back.gpkg") as file:
        key_by_building(file.place)


def test_a_row_without_a_building_stops_the_keys_and_is_named(filled, other):
    other.execute("UPDATE door SET building_id = NULL WHERE door_id = 'A-F1-101-door'")
    with pytest.raises(DataError) as caught:
        key_by_building(filled.place)
    assert (caught.value.code, caught.value.values["table"]) == ("db.no_building", "door")


@pytest.mark.usefixtures("filled")
def test_spatial_sql_sees_what_the_program_put_in(other):
    found = other.execute(
        "SELECT room_id, ST_Area(geom) FROM room WHERE ST_Covers(geom, ST_SetSRID(ST_Point(409003, 3386003), 4544))"
    )
    rooms = dict(found.fetchall())
    assert rooms.keys() == {"A-F1-101", "A-F2-201"}
    assert rooms["A-F1-101"] == pytest.approx(5.8 * 5.8)


def test_a_shape_edited_by_another_program_is_logged_with_the_shape_it_had(filled, other):
    other.execute("UPDATE room SET geom = ST_Translate(geom, 1, 0) WHERE room_id = 'A-F1-101'")
    assert filled.adopt_external() == {"room": ["A-F1-101"]}
    line = filled.lines(2)[0]
    assert json.loads(line["before"])["geom"] == area(0.1, 0.1, 5.9, 5.9).wkb_hex
    assert json.loads(line["after"])["geom"] != json.loads(line["before"])["geom"]


def test_an_edit_committed_while_others_are_adopted_waits_for_the_next_time(filled, other):
    """Its note has a lower number than one that is adopted, for it began earlier; it must not be forgotten unread."""
    with plain(filled, autocommit=False) as slow:
        slow.execute("UPDATE post SET established = 7 WHERE post_id = 'P1'")
        other.execute("UPDATE post SET established = 8 WHERE post_id = 'P2'")
        assert filled.adopt_external() == {"post": ["P2"]}
        slow.commit()
    assert filled.adopt_external() == {"post": ["P1"]}


@pytest.mark.usefixtures("filled")
def test_the_watch_cannot_be_emptied_past(other):
    with pytest.raises(psycopg.errors.RaiseException):
        other.execute("TRUNCATE room")
    with pytest.raises(psycopg.errors.RaiseException):
        other.execute("TRUNCATE twin_change")


def test_a_role_that_may_only_edit_is_watched_too_and_sees_no_notes(filled):
    """The watch writes as its owner: whoever edits needs no right on it, and cannot take his note back."""
    role = f"editor_{uuid.uuid4().hex[:8]}"
    schema = filled.place.address.schema
    with plain(filled, user="postgres") as admin:
        admin.execute(f"CREATE ROLE {role}")
        admin.execute(f"GRANT USAGE ON SCHEMA {schema} TO {role}")
        admin.execute(f"GRANT SELECT, UPDATE ON {schema}.room TO {role}")
        admin.execute(f"SET ROLE {role}")
        admin.execute(f"SET search_path = {schema}")
        admin.execute("UPDATE room SET name = '改' WHERE room_id = 'A-F1-101'")
        for statement in ("UPDATE twin_writer SET ours = 1", "DELETE FROM twin_external"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                admin.execute(statement)
        admin.execute("RESET ROLE")
        admin.execute(f"DROP OWNED BY {role}; DROP ROLE {role}")
    assert filled.adopt_external() == {"room": ["A-F1-101"]}


def test_a_row_that_another_program_holds_is_not_overwritten(filled, other, monkeypatch):
    monkeypatch.setattr(engine, "BUSY_S", 0.05)
    room = filled.snapshot().frame("room").loc[["A-F1-101"]].assign(name="我们")
    with other.transaction():
        other.execute("UPDATE room SET name = '他们' WHERE room_id = 'A-F1-101'")
        with pytest.raises(StoreBusyError), filled.change("tester", "ours") as work:
            work.put("room", room)
    with pytest.raises(StoreBusyError), filled.change("tester", "ours") as work:  # noqa: PT012 - the edit comes between two steps
        work.put("charger", filled.snapshot().frame("charger").assign(name="x"))
        other.execute("UPDATE room SET name = '又是他们' WHERE room_id = 'A-F1-101'")
        work.put("room", room)
    assert filled.snapshot().row("room", "A-F1-101")["name"] == "又是他们"
    assert filled.snapshot().row("charger", "CH1")["name"] == "1号桩"
    with filled.change("tester", "ours") as work:
        work.put("room", room)
    assert filled.snapshot().row("room", "A-F1-101")["name"] == "我们"


def test_a_server_that_ends_our_session_costs_only_what_was_not_committed(filled, other):
    with pytest.raises(StoreError) as caught, filled.change("tester", "cut off") as work:  # noqa: PT012 - cut off between two steps
        work.remove("room", ["A-F1-101"])
        other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename = 'twin'")
        work.remove("room", ["A-F1-102"])
    assert caught.value.code == "store.unreachable"
    same(filled.snapshot(), scene())
    with filled.change("tester", "goes on by itself") as work:
        work.bury("room", ["A-F1-101"])


def test_without_the_right_it_is_said_so(filled, other):
    other.execute("REVOKE ALL ON room FROM twin")
    try:
        with pytest.raises(StoreError) as caught:
            filled.snapshot()
        assert caught.value.code == "store.not_allowed"
    finally:
        other.execute("GRANT ALL ON room TO twin")


def test_a_layer_without_its_index_is_named(filled, other):
    other.execute("DROP INDEX room_by_geom")
    assert filled.stray_trees() == ["room"]


def test_a_schema_with_something_else_in_it_is_left_alone(filled, other):
    schema = f"t_{uuid.uuid4().hex[:12]}"
    other.execute(f"CREATE SCHEMA {schema}")
    other.execute(f"CREATE TABLE {schema}.theirs (x int)")
    with pytest.raises(UsageError) as caught:
        create_store(f"{filled.name}&schema={schema}")
    assert caught.value.code == "store.exists"
    with pytest.raises(StoreError) as caught:
        open_store(f"{filled.name}&schema={schema}")
    assert caught.value.code == "store.foreign"


def test_an_empty_schema_prepared_for_us_is_taken(filled, other):
    schema = f"t_{uuid.uuid4().hex[:12]}"
    other.execute(f"CREATE SCHEMA {schema}")
    with create_store(f"{filled.name}&schema={schema}") as store:
        assert store.version == 0


def test_a_server_that_is_not_there_is_said_to_be_unreachable(tmp_path):
    with pytest.raises(StoreError) as caught:
        open_store(f"postgresql://twin@/twin?host={tmp_path}")
    assert caught.value.code == "store.unreachable"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("postgresql://u:geheim@h/db", "store.password_in_address"),
        ("postgresql://h/db?password=geheim", "store.password_in_address"),
        ("postgresql://u:geheim@h:port/db", "store.bad_address"),
        ("postgresql://u@h/", "store.bad_address"),
        ("postgresql://u@h/db?schema=Robert'); DROP", "store.bad_address"),
    ],
)
def test_an_address_with_a_password_or_a_fault_is_refused_and_repeats_no_secret(given, code):
    with pytest.raises(UsageError) as caught:
        open_store(given)
    assert caught.value.code == code
    assert "geheim" not in f"{caught.value}{caught.value.values}{caught.value.__cause__}"


def test_the_password_of_the_environment_is_never_shown(filled, monkeypatch):
    monkeypatch.setenv("PGPASSWORD", "geheim")
    with open_store(filled.name) as again:
        assert "geheim" not in f"{again.name}{again._engine}{again.place.address}"
    with pytest.raises(StoreError) as caught:
        open_store("postgresql://twin@127.0.0.1:1/twin")
    assert "geheim" not in str(caught.value)


def test_secrets_are_starred_wherever_they_stand():
    assert redact("see postgresql://u:p@ss/w@h/db?sslpassword=x&a=1") == "see postgresql://u:***@h/db?sslpassword=***&a=1"
    assert redact("postgresql://u@h/db") == "postgresql://u@h/db"


@pytest.mark.parametrize("more", ["", "&schema=other", "&sslmode=require"])
def test_an_address_shown_can_be_given_again(more):
    parsed = ServerAddress.parse(f"postgresql://twin@/twin?host=/run/a b{more}")
    assert ServerAddress.parse(parsed.name) == parsed
