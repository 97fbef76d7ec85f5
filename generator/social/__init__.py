"""From the library to post drafts: which entry gets which slot, and what the post says.

    networks(files) -> {id: Network}                         network.py    limits and units, from data/networks/*.yml
    count(text, network), fits(text, network)                counting.py   length as each network counts it
    linked_hashtags(text, network)                           tagging.py    the hashtags each network finds
    plan(library, channels, networks, ledger, start, weeks)  plan.py       -> slots, problems
    replan(library, channels, networks, ledger, span, …)     plan.py       -> what stays, is new, leaves; problems
    parse_demand(text, library)                              demand.py     faq/_demand.csv -> what is asked, problems
    parse_flags(content), proposals(flags, library)          flags.py      faq/_flags.csv -> words for `also_asked`
    times(draft, drafts, library, today)                     allowed.py    where a person may move a draft
    differences(plan, drafts, rewritten)                     differences.py what planning again changes
    formats(files) -> {name: FormatFile}                     formats.py    the kinds of posts, from data/formats/*.yml
    applicable(entry, kit)                                   formats.py    those that an entry has the words for
    Kit(library, networks, formats, templates)               kit.py        what drafts are made of
    drafts(slots, kit, kinds)                                compose.py    -> drafts, problems
    check(draft, network)                                    checks.py     -> problems, at planning and at export
    check_drafts(drafts, world)                              checks.py     every rule of rules/
    check_shown(drafts, world)               checks.py     what a calendar asks, too
    overfull(channel, network)               timetable.py  slots beyond what a network takes well
    sourced(draft, library)                                  sources.py    -> the draft with the fields it uses
    follow(files, ledger, library)                           moving.py     drafts of renamed entries go along
    settle(drafts, files, ledger)                            writing.py    approvals sealed, or taken back
    write_drafts(drafts, files, ledger, stale)               writing.py    -> files, ledger, problems
    merge(base, mine, theirs)                                merging.py    by sentence; used by write_drafts
    Base                                                     base.py       what the machine wrote last
    standing(drafts, files, ledger, library), stale(...)     standing.py   -> problems; what changed since
    recalls(drafts, files, ledger, library, networks)        recall.py     sent posts that are not right any more
    read_drafts(files), parse_draft, format_draft            folder.py     faq/_drafts/<channel>/<entry>.<n>.md
    parse_ledger(text), format_ledger(ledger)                ledger.py     faq/_posts.tsv
    TRANSITIONS, STATES                                      states.py     the life of a draft
    seal(draft)                                              approvals.py  what an approval covers

Nothing here reads or writes a file: the build does.
"""

from generator.social.approvals import seal
from generator.social.base import base_path
from generator.social.checks import check, check_drafts, check_shown
from generator.social.compose import Written, draft, drafts, write
from generator.social.counting import count, count_alt, fits, measure
from generator.social.demand import Asked, Demand, parse_demand
from generator.social.differences import Difference, differences
from generator.social.draft import Draft, Slide, draft_id, draft_path, split_parts, text_hash
from generator.social.folder import format_draft, parse_draft, read_drafts
from generator.social.formats import applicable, formats
from generator.social.formats import strangers as strange_formats
from generator.social.kit import Kit
from generator.social.ladder import Fit
from generator.social.ledger import Ledger, Record, format_ledger, parse_ledger
from generator.social.moving import follow
from generator.social.network import Image, Network, networks
from generator.social.plan import plan, replan
from generator.social.recall import Recall, recalls
from generator.social.rules.base import Limits, World
from generator.social.slots import Empty, Plan, Removed, Slot, Span, span
from generator.social.sources import Change, sourced
from generator.social.standing import stale, standing
from generator.social.states import FOLLOWING, OPEN_STATES, OUT, STATES, TRANSITIONS
from generator.social.tagging import is_hashtag, linked_hashtags
from generator.social.timetable import overfull
from generator.social.writing import settle, write_drafts

__all__ = [
    "FOLLOWING",
    "OPEN_STATES",
    "OUT",
    "STATES",
    "TRANSITIONS",
    "Asked",
    "Change",
    "Demand",
    "Difference",
    "Draft",
    "Empty",
    "Fit",
    "Image",
    "Kit",
    "Ledger",
    "Limits",
    "Network",
    "Plan",
    "Recall",
    "Record",
    "Removed",
    "Slide",
    "Slot",
    "Span",
    "World",
    "Written",
    "applicable",
    "base_path",
    "check",
    "check_drafts",
    "check_shown",
    "count",
    "count_alt",
    "differences",
    "draft",
    "draft_id",
    "draft_path",
    "drafts",
    "fits",
    "follow",
    "format_draft",
    "format_ledger",
    "formats",
    "is_hashtag",
    "linked_hashtags",
    "measure",
    "networks",
    "overfull",
    "parse_demand",
    "parse_draft",
    "parse_ledger",
    "plan",
    "read_drafts",
    "recalls",
    "replan",
    "seal",
    "settle",
    "sourced",
    "span",
    "split_parts",
    "stale",
    "standing",
    "strange_formats",
    "text_hash",
    "write",
    "write_drafts",
]
