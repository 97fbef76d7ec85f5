"""Planning a year for 20 channels: from nothing, and again over what was planned.

    python benchmarks/plan.py [ENTRIES…]

Entries lie in 20 topics; of ten one has a season, one a first and a last day, and every third is asked for. Channels
have three slots a week, quiet hours, a cadence and public holidays. Target: 10,000 entries under 10 s, growing no
faster than the entries.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from datetime import time as clock

from generator.content.data import read_all
from generator.content.languages import site_languages
from generator.content.library import Entry, Library, Topic
from generator.content.meta import Meta, Posting, Season
from generator.content.organisation import PostChannel, Settings
from generator.content.schema.languages import LanguageFile
from generator.content.schema.networks import NetworkFile
from generator.social import Asked, Record, Slot, networks, replan, span
from generator.social.ledger import ledger

CHANNELS = 20
WEEKS = 52
TOPICS = 20
START = date(2026, 12, 1)


def main() -> None:
    """Print seconds of processor time for each size."""
    print(f"{'entries':>8} {'first plan':>11} {'again':>8}   slots of {CHANNELS} channels in {WEEKS} weeks")
    for count in [int(given) for given in sys.argv[1:]] or [1_000, 10_000, 20_000]:
        library = make(count)
        known = networks(read_all(NetworkFile, "networks")[0])
        demand = {f"entry-{n}": Asked(count=n % 97 + 1, often=n % 30 == 0, peak=n % 13) for n in range(0, count, 3)}
        begin = time.process_time()
        made, _ = replan(library, channels(), known, (), span(START, WEEKS), demand=demand)
        middle = time.process_time()
        written = ledger(record(slot) for slot in made.slots)
        again, _ = replan(library, channels(), known, written, span(START, WEEKS), demand=demand)
        end = time.process_time()
        same = [slot.id for slot in again.slots] == [slot.id for slot in made.slots]
        print(f"{count:>8} {middle - begin:>9.2f} s {end - middle:>6.2f} s   {len(made.slots)}, the same again: {same}")


def make(count: int) -> Library:
    """A library in English."""
    settings = Settings(name="Bench", languages=("en",), url="https://faq.example.org/")
    languages, _ = site_languages(read_all(LanguageFile, "languages")[0], settings, {})
    topics = [Topic(id=f"topic-{n}", titles={"en": f"Topic {n}"}) for n in range(TOPICS)]
    return Library.of((entry(n) for n in range(count)), settings=settings, languages=languages, topics=topics)


def entry(n: int) -> Entry:
    """One entry, with what makes its standing change."""
    season = Season(start=(n % 12 + 1, 10), end=((n + 2) % 12 + 1, 20)) if n % 10 == 1 else None
    posting = Posting(first=date(2027, 1, 15), until=date(2027, 10, 1)) if n % 10 == 2 else Posting()
    meta = Meta(season=season, posting=posting, order=n, reviewed=date(2026, 11, 1), review_every=n % 400 + 1)
    return Entry(id=f"entry-{n}", lang="en", topic=f"topic-{n % TOPICS}", question=f"Question {n}?", meta=meta)


def channels() -> list[PostChannel]:
    """Accounts of one network, all in English."""
    return [
        PostChannel(
            id=f"x-{n}", network="x", language="en", timezone="Europe/Zagreb", holidays="HR", per_day=1,
            slots=((n % 7, clock(9)), ((n + 2) % 7, clock(12, 30)), ((n + 4) % 7, clock(18))),
            quiet=((clock(21), clock(7)),),
        )
        for n in range(CHANNELS)
    ]  # fmt: skip


def record(slot: Slot) -> Record:
    """The ledger's line of a slot."""
    return Record(
        id=slot.id, state="draft", slot=slot.when, channel=slot.channel, network=slot.network, language=slot.language,
        entry=slot.entry, n=slot.n, source_hash="0" * 64, text_hash="0" * 64,
    )  # fmt: skip


if __name__ == "__main__":
    main()
