"""JSON as each network's programming interface takes it, a file a request."""

from __future__ import annotations

import hashlib
import json
from base64 import b32decode
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.export import Picture
from generator.social import Draft
from generator.social.draft import Poll

Ask = Callable[..., Any]
PLAIN = "https://faq.zrno.hr/q/dostava/"


def on(network: str, post: Draft, **changes: Any) -> Draft:
    return replace(post, id=f"{network}-hr.dostava.1", channel=f"{network}-hr", network=network, **changes)


def records(made: Any) -> dict[str, Any]:
    return {path.partition("/")[2]: json.loads(content) for path, content in made.files.items()}


def test_a_mastodon_status(post: Draft, card: Picture, ask: Ask) -> None:
    one = on("mastodon", post, language="sr-Latn")

    made, problems = ask("mastodon", [one], pictures={one.id: card})

    assert problems == []
    assert records(made) == {
        "mastodon-hr/dostava.1.json": {
            "status": post.text,
            "media_ids": ["<id from POST /api/v2/media with description=alt>"],
            "language": "sr",
            "visibility": "public",
            "scheduled_at": "2026-12-01T08:00:00.000Z",
        }
    }


def test_a_mastodon_poll_is_in_the_first_status(post: Draft, ask: Ask) -> None:
    text = f"Kad šaljemo biljke?\n\n---\n\nUtorkom. {post.link}"
    one = on("mastodon", post, text=text, alt="", poll=Poll(options=("Utorkom.", "Petkom."), right=1, hours=48))

    made, problems = ask("mastodon", [one])
    first, reply = (records(made)[f"mastodon-hr/dostava.1{part}.json"] for part in ("", "-2"))

    assert problems == []
    assert first["poll"] == {"options": ["Utorkom.", "Petkom."], "expires_in": 172_800}
    assert "media_ids" not in first
    assert "poll" not in reply


def test_a_google_business_post(post: Draft, card: Picture, ask: Ask) -> None:
    one = on("google_business", post)

    made, _ = ask("google_business", [one], pictures={one.id: card})

    assert records(made)["google_business-hr/dostava.1.json"] == {
        "languageCode": "hr",
        "summary": post.text,
        "topicType": "STANDARD",
        "callToAction": {"actionType": "LEARN_MORE", "url": post.link},
        "media": [{"mediaFormat": "PHOTO", "sourceUrl": card.url}],
        "scheduledTime": "2026-12-01T08:00:00Z",
    }
    (without,) = records(ask("google_business", [replace(one, card="", alt="")])[0]).values()
    assert "media" not in without


class TestBluesky:
    def test_a_record_marks_its_link_in_bytes(self, post: Draft, card: Picture, ask: Ask) -> None:
        one = on("bluesky", post, text=f"Koliko traje dostava? 📦 {PLAIN} #dostava", link=PLAIN, language="sr-Latn")

        made, _ = ask("bluesky", [one], pictures={one.id: card})

        (record,) = records(made).values()
        content = record["text"].encode()
        assert [content[f["index"]["byteStart"] : f["index"]["byteEnd"]].decode() for f in record["facets"]] == [
            PLAIN,
            "#dostava",
        ]
        assert record["$type"] == "app.bsky.feed.post"
        assert record["createdAt"] == "2026-12-01T08:00:00.000Z"
        assert record["langs"] == ["sr-Latn"]

    def test_the_card_is_named_as_the_server_will_name_it(self, post: Draft, card: Picture, ask: Ask) -> None:
        one = on("bluesky", post)

        made, _ = ask("bluesky", [one], pictures={one.id: card})

        (image,) = records(made)["bluesky-hr/dostava.1.json"]["embed"]["images"]
        name = image["image"]["ref"]["$link"]
        assert name.startswith("bafkrei")
        assert (
            b32decode(name[1:].upper() + "=" * (-len(name[1:]) % 8))[4:] == hashlib.sha256(card.content or b"").digest()
        )
        assert image == {
            "alt": post.alt,
            "aspectRatio": {"width": 1080, "height": 1350},
            "image": {"$type": "blob", "ref": {"$link": name}, "mimeType": "image/jpeg", "size": 9},
        }

    def test_a_card_that_is_not_built_yet_leaves_its_name_open(self, post: Draft, card: Picture, ask: Ask) -> None:
        one = on("bluesky", post)

        made, problems = ask("bluesky", [one], pictures={one.id: replace(card, content=None)})

        (image,) = records(made)["bluesky-hr/dostava.1.json"]["embed"]["images"]
        assert image["image"]["ref"] == {"$link": "<cid from uploadBlob>"}
        assert [p.code for p in problems] == ["AA516"]

    def test_a_thread_is_a_record_a_part(self, post: Draft, card: Picture, ask: Ask) -> None:
        one = on("bluesky", post, text=f"Prvi dio {PLAIN}\n\n---\n\nDrugi dio", link=PLAIN)

        found = records(ask("bluesky", [one], pictures={one.id: card})[0])

        first, second = found["bluesky-hr/dostava.1.json"], found["bluesky-hr/dostava.1-2.json"]
        assert (first["text"], second["text"]) == (f"Prvi dio {PLAIN}", "Drugi dio")
        assert ("embed" in first, "reply" in first) == (True, False)
        assert ("embed" in second, "reply" in second, "facets" in second) == (False, True, False)


class TestPostiz:
    def test_a_thread_is_one_request(self, post: Draft, card: Picture, ask: Ask) -> None:
        one = on("x", post, text=f"Prvi <dio> {PLAIN}\n\n---\n\nDrugi dio", link=PLAIN)

        made, problems = ask("postiz", [one], pictures={one.id: card})

        assert [p.code for p in problems] == ["AA522"]
        (body,) = records(made).values()
        (sent,) = body["posts"]
        assert (body["type"], body["shortLink"], body["tags"]) == ("draft", False, [])
        assert sent["integration"] == {"id": "<account of x-hr>"}
        assert sent["settings"] == {"__type": "x", "who_can_reply_post": "everyone"}
        assert [value["content"] for value in sent["value"]] == [f"Prvi &lt;dio> {PLAIN}", "Drugi dio"]
        assert [len(value["image"]) for value in sent["value"]] == [1, 0]

    @pytest.mark.parametrize(("network", "kind"), [("linkedin_page", "linkedin-page"), ("instagram_feed", "instagram")])
    def test_each_network_has_its_settings(self, post: Draft, card: Picture, ask: Ask, network: str, kind: str) -> None:
        one = on(network, post)

        (body,) = records(ask("postiz", [one], pictures={one.id: card})[0]).values()

        assert body["posts"][0]["settings"]["__type"] == kind
