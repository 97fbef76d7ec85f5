import yaml
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from generator.site.document import document, to_yaml

VALUES = st.recursive(
    st.text() | st.integers() | st.booleans() | st.none(), lambda inner: st.lists(inner, max_size=3), max_leaves=5
)


@given(st.dictionaries(st.text(min_size=1, max_size=8), VALUES, max_size=5))
def test_yaml_brings_back_every_value(data: dict[str, object]) -> None:
    assert yaml.safe_load(to_yaml(data)) == data


@given(st.text(), st.text())
def test_the_engine_reads_the_front_matter_that_was_meant(title: str, description: str) -> None:
    text = document(title, {"description": description}, "Body").decode()
    body, meta = get_data(text)
    assert (meta["heading"], meta["description"], body.strip()) == (title, description, "Body")


def test_front_matter_survives_fences_dates_and_words_that_yaml_reads_otherwise() -> None:
    tricky = {"a": "---\nb: c\n---", "b": "2026-11-22", "c": "no", "d": "12:30", "e": "{{ x }}", "f": "'\"", "g": "~"}
    body, meta = get_data(document("t", tricky, "---\nBody\n---").decode())
    assert {key: meta[key] for key in tricky} == tricky
    assert body.strip() == "---\nBody\n---"


def test_the_title_is_escaped_because_the_theme_prints_it_raw() -> None:
    _, meta = get_data(document('<b> & "c"', {}).decode())
    assert (meta["title"], meta["heading"]) == ("&lt;b&gt; &amp; &quot;c&quot;", '<b> & "c"')
