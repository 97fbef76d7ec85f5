"""The words of an answer are those that its page shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site import visible
from generator.text import plain, words_of

MARKDOWN = st.text(st.sampled_from("ab *_`[]()#-|:\n1.>~\\&;ž"), max_size=60)


def test_what_the_page_shows_as_text_is_text() -> None:
    assert visible.words("a <b>bold</b> move") == "a <b>bold</b> move"
    assert visible.words("<script>\nalert(1)\n</script>") == "<script> alert(1) </script>"
    assert visible.words("Text {: .note }") == "Text {: .note }"
    assert visible.words("## About C# {#c-sharp}") == "About C#"


def test_what_the_page_does_not_show_is_not() -> None:
    assert visible.words("## Costs {#costs}\n\nH~2~O<br>next") == "Costs\n\nH~2~O\nnext"
    assert visible.words('!!! note "Mind"\n    The dog.') == "Mind\n\nThe dog."


def test_tables_lists_and_code_are_words_in_their_order() -> None:
    table = "| a | b |\n|---|---|\n| 1 | [two](https://x.example/) |"
    assert visible.words(table) == "a  b\n1  two"
    assert visible.words("- one\n    1. `two {x}`\n- three") == "• one\n1. two {x}\n\n• three"
    assert visible.words("```\n<b> {x}\n```\n\nAfter.") == "<b> {x}\n\nAfter."


def test_html_cannot_run_code() -> None:
    made = visible.html("[x](javascript:alert(1)) <img src=x onerror=alert(1)> ![y](https://other.example/y.png)")
    assert "javascript:" not in made
    assert "<img src=x" not in made
    assert "other.example" not in made


HEADING = st.builds("\n\n## {} {{#an-id}}\n\n".format, MARKDOWN.map(lambda text: text.replace("\n", " ")))


@given(st.lists(MARKDOWN | HEADING, max_size=4).map("".join))
def test_the_short_way_and_the_long_way_say_the_same(markdown: str) -> None:
    assert visible.words(markdown) == words_of(visible.html(markdown))


def test_the_usual_answer_goes_the_short_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visible, "html", lambda _markdown: "never")
    assert visible.words("Yes.\n\n## Costs {#costs}\n\nNone.") == plain("Yes.\n\n## Costs {#costs}\n\nNone.")
