"""Lets plain `mkdocs build` and `mkdocs serve` show the FAQ in its first language; `faq build` makes the whole site."""

from generator.build.mkdocs_hook import on_config, on_startup

__all__ = ["on_config", "on_startup"]
