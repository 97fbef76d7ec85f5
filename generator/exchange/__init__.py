"""The whole FAQ for another system, which may hold less of an entry than we do.

write(name, spec, articles) -> files below `<name>/`, problems: what the format has no place for is told

article.py   an entry as other systems know it: no facts, no links of ours
grouping.py  articles by language, topic and question
linked.py    links between entries as links from file to file
losses.py    what a format does not hold, and which entries have it
writing.py   the formats by name; each is a module (helpdesks.py has five) and a file of data/exchange

Translators get texts as they were written, with their facts: for_translators.py makes messages of the paragraphs that
segments.py finds, po.py writes and reads the file, from_translators.py takes it back, where survives.py finds nothing
lost, into the files of translation_file.py.
"""

from generator.exchange.article import Article
from generator.exchange.writing import WRITERS, write

__all__ = ["WRITERS", "Article", "write"]
