"""A password of PostgreSQL is nowhere to be read: words, JSON, logs, files, the database, programs that we start."""

import json
import subprocess

import psycopg
import pytest
from sqlalchemy.engine import make_url

from api import main as program
from tests.conftest import ROOT

WORD = "Geheim-7391-Qz"
SMALL = ROOT / "sample_buildings" / "small"


@pytest.fixture
def started(monkeypatch):
    """Watch every program that is started: its words and its environment."""
    held = []
    plain = subprocess.Popen.__init__

    def watched(self, args, *more, **options):
        held.append((args if isinstance(args, (list, tuple)) else [args], options.get("env")))
        plain(self, args, *more, **options)

    monkeypatch.setattr(subprocess.Popen, "__init__", watched)
    return held


@pytest.fixture
def state(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("PGPASSWORD", WORD)
    return tmp_path


def walk(store, out):
    """Give commands that read, write, fail, copy and keep."""
    return (
        ("init", store, "--crs", "EPSG:4544"),
        ("import", SMALL / "site.geojson", SMALL / "department.csv", "--store", store),
        ("show", "--log", "5", "--store", store),
        ("check", "--store", store),
        ("space", "report", "--store", store),
        ("scenario", "new", "s", "--store", store),
        ("scenario", "show", "none", "--store", store),
        ("export", out / "out.gpkg", "--store", store),
        ("backup", out / "kept.gpkg", "--store", store),
        ("log", "verify", "--store", store),
        ("init", store),
        ("space", "report", "--store", f"{store}_none"),
        ("show", "--store", "postgresql://nobody@127.0.0.1:9/none"),
    )


def everything(store):
    """Give all that the database holds of a store, as text."""
    url = make_url(store)
    with psycopg.connect(host=url.query["host"], user="twin", dbname=url.database) as connection:
        names = connection.execute("SELECT schemaname, tablename FROM pg_tables WHERE schemaname LIKE 'pw_%'").fetchall()
        assert len(names) > 30
        said = []
        for place in names:
            query = psycopg.sql.SQL("SELECT t::text FROM {}.{} t").format(*map(psycopg.sql.Identifier, place))
            said += [text for (text,) in connection.execute(query)]
        return said


def test_the_password_of_the_environment_leaves_no_trace(twin, postgis, state, started):
    store = f"{postgis}&schema=pw_walk"
    said = []
    for words in walk(store, state):
        for form in ((), ("--json",)) if words[0] not in {"init", "import", "export", "backup", "scenario"} else (("--json",),):
            _, out, error = twin(*words, *form)
            said += [json.dumps(out, ensure_ascii=False) if form else out, error]
    assert any("postgresql://" in text for text in said)
    assert any('"store": "postgresql://' in text for text in said)
    assert started
    said += [str(word) for words, _ in started for word in words]
    said += [value for words, env in started for value in (env or {}).values()]
    assert all(env is not None for words, env in started), "a program that is started with all of our environment"
    said += everything(store)
    said += [file.read_bytes().decode("latin-1") for file in state.rglob("*") if file.is_file()]
    assert len([file for file in state.rglob("*") if file.is_file()]) >= 3
    assert not [text[:200] for text in said if WORD in text]


def test_a_fault_of_our_own_writes_no_password_down(twin, state, monkeypatch, capsys):
    def broken(_):
        raise RuntimeError(f"could not connect: host=h password={WORD} and {WORD} and postgresql://u:other-secret@h/d")

    monkeypatch.setattr(program, "_module", broken)
    monkeypatch.setattr(program.tempfile, "gettempdir", lambda: str(state))
    monkeypatch.setattr(program, "_parser", lambda _: _Parsed())
    code, _, error = twin("show", "--store", "postgresql://h/d")
    assert code == 3
    (log,) = state.glob("twin-fault-*.log")
    text = log.read_text(encoding="utf-8") + error + capsys.readouterr().out
    assert "could not connect" in text
    assert not any(word in text for word in (WORD, "other-secret"))


class _Parsed:
    """A parser that takes anything."""

    command, json, lang = "show", False, ""

    def parse_args(self, _):
        return self


@pytest.mark.parametrize(
    "address",
    [
        f"postgresql://u:{WORD}@127.0.0.1/d",
        f"postgresql://127.0.0.1/d?password={WORD}",
        f"postgresql://127.0.0.1/d?sslpassword={WORD}",
    ],
)
def test_a_password_in_an_address_is_refused_by_every_command_and_repeated_by_none(twin, tmp_path, monkeypatch, address):
    monkeypatch.setenv("TWIN_STORE", address)
    for words in (
        ("show",), ("check", "--json"), ("init", address), ("log", "--json"), ("db", "copy", address, "x.gpkg"), ("undo",),
        ("space", "report", "--json"), ("export", "x.csv", "--json"), ("backup", "x.gpkg"), ("scenario", "list", "--json"),
    ):  # fmt: skip
        code, out, error = twin(*words)
        assert code == 2, words
        assert WORD not in json.dumps(out, ensure_ascii=False) + error
        assert "PGPASS" in error
    assert list(tmp_path.iterdir()) == []
