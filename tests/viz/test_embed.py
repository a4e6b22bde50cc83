"""Data and programs in a page: neither becomes the other."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.embed import deck_bundle, escaped_json, part, policy, render, script_text
from viz.page import PARTS


class Elements(HTMLParser):
    """Collects scripts and every other element as a browser's tokenizer would find them."""

    def __init__(self):
        super().__init__()
        self.scripts, self.names, self.inside = [], [], False

    def handle_starttag(self, tag, attrs):
        self.names.append((tag, *dict(attrs)))
        self.inside = tag == "script"
        if self.inside:
            self.scripts.append("")

    def handle_endtag(self, _):
        self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.scripts[-1] += data


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=10))
def test_any_text_in_the_data_comes_back_and_opens_no_element(value):
    text = escaped_json(value)
    assert json.loads(text) == value
    assert not re.search("[<>&\u2028\u2029]", text)


def test_a_number_that_json_does_not_know_is_refused():
    with pytest.raises(ValueError, match="not JSON"):
        escaped_json({"area": float("nan")})


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ('x = "</script>";', 'x = "\\x3c/script>";'),
        ('x = "<!-- <script>";', 'x = "\\x3c!-- \\x3cscript>";'),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\n//# sourceMappingURL=index.js.map\n", "a\n"),
        ("if (a < b) c();", "if (a < b) c();"),
    ],
)
def test_a_script_is_made_fit_to_stand_in_a_page(source, made):
    assert script_text(source) == made


def test_the_bundle_is_whole_and_cannot_end_its_element():
    bundle = deck_bundle()
    assert len(bundle) > 4_000_000
    assert not re.search(r"</script|<!--|<script", bundle, re.IGNORECASE)
    assert "sourceMappingURL" not in bundle.rsplit("\n", 3)[-1]


def test_the_policy_lets_run_what_stands_in_the_page_and_nothing_else():
    scripts = {"before": "let a = 1;", "bundle": "let b = 2;", "start": "let c = 3;"}
    hostile = "</script><script>alert(1)</script>"
    text = render("deck.html", data={"name": hostile}, scripts=scripts, style="p { margin: 0 }", title=hostile)
    found = Elements()
    found.feed(text)
    assert [name for name, *_ in found.names].count("script") == 4
    allowed = set(re.findall(r"'sha256-([^']+)'", policy([*scripts.values()], "p { margin: 0 }")))
    programs = [script for script in found.scripts if not script.startswith("{")]
    assert {base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in programs} < allowed


@pytest.mark.parametrize("name", [*(f"{name}.js" for name in PARTS), "deck.js"])
def test_the_pages_own_program_parses_no_markup_and_runs_no_text(name):
    markup = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser"
    texts = r"\beval\b|new Function|setTimeout\(\s*['\"`]|https?://(?!www\.w3\.org/2000/svg)"
    assert re.findall(f"{markup}|{texts}", part(name)) == []
