"""The public site: an ordinary docs tree for each language, an engine run over it, and the parts put together."""
