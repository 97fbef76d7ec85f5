"""From the library to post drafts: which entry gets which slot, and what the post says.

    networks(files) -> {id: Network}                         network.py    limits and units, from data/networks/*.yml
    count(text, network), fits(text, network)                counting.py   length as each network counts it
    linked_hashtags(text, network)                           tagging.py    the hashtags each network finds
    plan(library, channels, networks, ledger, start, weeks)  plan.py       -> slots, problems
    drafts(slots, library, networks, templates, kinds)       compose.py    -> drafts, problems
    FORMATS, applicable(entry, library)                      formats.py    the kinds of posts, and what each needs
    check(draft, network)                                    checks.py     -> problems, at planning and at export
    write_drafts(drafts, files, ledger)                      folder.py     -> files, ledger, problems
    read_drafts(files), parse_draft, format_draft            folder.py     faq/_drafts/<channel>/<entry>.<n>.md
    parse_ledger(text), format_ledger(ledger)                ledger.py     faq/_posts.tsv

Nothing here reads or writes a file: the build does.
"""

from generator.social.checks import check
from generator.social.compose import Written, draft, drafts, write
from generator.social.counting import count, count_alt, fits, measure
from generator.social.draft import OPEN_STATES, STATES, Draft, draft_id, draft_path, split_parts, text_hash
from generator.social.folder import format_draft, parse_draft, read_drafts, write_drafts
from generator.social.formats import FORMATS, applicable
from generator.social.ladder import Fit
from generator.social.ledger import Ledger, Record, format_ledger, parse_ledger
from generator.social.network import Image, Network, networks
from generator.social.plan import Slot, plan
from generator.social.tagging import is_hashtag, linked_hashtags

__all__ = [
    "FORMATS",
    "OPEN_STATES",
    "STATES",
    "Draft",
    "Fit",
    "Image",
    "Ledger",
    "Network",
    "Record",
    "Slot",
    "Written",
    "applicable",
    "check",
    "count",
    "count_alt",
    "draft",
    "draft_id",
    "draft_path",
    "drafts",
    "fits",
    "format_draft",
    "format_ledger",
    "is_hashtag",
    "linked_hashtags",
    "measure",
    "networks",
    "parse_draft",
    "parse_ledger",
    "plan",
    "read_drafts",
    "split_parts",
    "text_hash",
    "write",
    "write_drafts",
]
