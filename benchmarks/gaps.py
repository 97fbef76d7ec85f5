"""How many topics that an FAQ lacks are among the first ten gaps that are named from a log.

    python benchmarks/gaps.py DATA [--seeds 11,12,13] [--meaning minilm]

The FAQs are those of demand.py: banking77 with ten labels left out, others for each seed. A gap is about the label that
most of its questions have. Numbers were chosen with the seeds 1 to 6 and 21 to
30, so those are not measured here.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from pathlib import Path
from typing import TYPE_CHECKING

from demand import LEFT_OUT, Case, banking, model, space_of

from generator.demand import Question
from generator.demand.gaps import Gap, gaps
from generator.demand.matching import match, ways_to_ask
from generator.search import Document, read_tables

if TYPE_CHECKING:
    from generator.meaning.space import Space

FIRST = 10


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--seeds", default="11,12,13")
    parser.add_argument("--show", action="store_true", help="Name the gaps.")
    parser.add_argument("--meaning", default="", help="An embedding model, as faq demand takes it.")
    options = parser.parse_args()
    space = space_of(model(options.meaning))
    lines = json.loads((options.data / "banking77/train.json").read_text(encoding="utf-8"))
    label = {line["query"]: line["label"] for line in lines}
    for more in (0, 5):
        for seed in map(int, options.seeds.split(",")):
            case = banking(options.data, seed, more)
            began = time.process_time()
            found, seconds = measured(case, label, space)
            whole = time.process_time() - began
            labels = [next(iter(gap.languages)) for gap in found[:FIRST]]
            right = {topic for topic in labels if topic not in case.faq}
            print(f"{case.name:<22}{len(right):>3} of {LEFT_OUT}   {seconds:.1f} s of {whole:.1f}", flush=True)
            if options.show:
                for gap, topic in zip(found, labels, strict=False):
                    print(f"    {'*' if topic in right else ' '} {gap.count:>4} {topic:<40} {gap.name}")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def measured(case: Case, label: dict[str, str], space: Space | None) -> tuple[list[Gap], float]:
    """The gaps that are named, and the seconds it took beside matching.

    Each label is a language of its own, with the words of English: so a gap counts its labels.
    """
    documents = [Document(id=label, title=first, also=tuple(also)) for label, (first, *also) in case.faq.items()]
    tables, _ = read_tables(["en"])
    found = match([Question(words=words) for words, _ in case.asked], {"en": documents}, tables, space)
    began = time.process_time()
    questions = [Question(words=words, language=label[words].lower()) for words, _ in case.asked]
    made = gaps(
        questions, found, {}, dict.fromkeys(label.values(), tables["en"]), space, ways_to_ask({"en": documents})
    )
    return made, time.process_time() - began


if __name__ == "__main__":
    main()
