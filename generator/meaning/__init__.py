"""What texts mean, as vectors of an embedding model where one is installed: an extra, off unless it is asked for.

embedders.py  the models that are known, and how each is loaded
space.py      texts as vectors of unit length, and how alike two of them are
groups.py     vectors that lie close, in groups
"""
