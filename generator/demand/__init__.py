"""Demand: what people ask, from the logs of helpdesks, of the site's search, and of the desk.

reading.py   the bytes of a log -> questions, by tables.py and objects.py with the names in columns.py
log.py       a question as it is kept: without persons; answers.py whether its answer links to the FAQ
smalltalk.py the greetings, thanks and signatures around it
matching.py  questions -> the entries they are about, with the vectors of vectors.py, as sure as confidence.py says
gaps.py      what no entry answers, in the groups of grouping.py
meant.py     with an embedding model (generator.meaning): the same by what questions mean; meant_gaps.py their groups
phrasings.py customers' own words that an entry does not know
report.py    how often each entry is asked for, and what nobody answers
kept.py      what is kept of a report in the content folder
"""

from generator.demand.log import Question
from generator.demand.reading import read

__all__ = ["Question", "read"]
