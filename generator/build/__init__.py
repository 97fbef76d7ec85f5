"""Composition: what each command does, from a folder to trees of files. The rooms below know nothing of each other.

project.py    a folder read whole: library, drafts, networks, tokens
pictures.py   the cards that site and posts need
publish.py    site and desk
desk_drafts.py, desk_recalls.py, desk_exports.py, coverage.py  what the desk shows of posts
searching.py  the search's files, and what `faq find` finds
posts.py      plan and export
mkdocs_hook.py  plain `mkdocs build` and `mkdocs serve`
bring.py      init, new and import
comparing.py  what a change does for people: two states of a project in, a value out
revision.py, differing.py, review_sections.py, review_text.py  `faq diff`: an earlier state from Git, and how it is told
status.py, health.py, desk_health.py, reviewing.py  what editors have to do, and recording that they did
"""
