"""Answer Ahead: one folder of FAQ entries in; a site, post drafts, cards and a desk out."""

__version__ = "0.1.0"
