"""The desk: the daily page of support agents and marketers, static files that open from a folder or a server."""

from generator.desk.data import DeskDraft, DeskPicture
from generator.desk.folder import desk

__all__ = ["DeskDraft", "DeskPicture", "desk"]
