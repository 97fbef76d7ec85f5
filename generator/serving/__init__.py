"""`faq serve`: site and desk on this computer, and a desk that edits.

running.py    builds, serves, and builds again when a file changes
pages.py      HTTP: the site
web.py        HTTP: the desk, at another port, and nothing else
guard.py      whom it answers
asked.py      JSON -> what is asked for
actions.py    what is asked for + what lies in the folder -> an edit as a value, or problems
changes.py    edits: what fits, what conflicts, how they are taken back
workspace.py  edits into the folder
commits.py    edits into Git
views.py      drafts as the desk gets them
"""
