"""The desk: the daily page of support agents and marketers, static files that open from a folder or a server."""

from generator.desk.drafts import DeskDraft, DeskEdit, DeskLink, DeskPart, DeskPicture
from generator.desk.folder import desk
from generator.desk.marketing import DeskCoverage, DeskExport, DeskRecall, DeskSum, DeskTask, Marketing

__all__ = [
    "DeskCoverage",
    "DeskDraft",
    "DeskEdit",
    "DeskExport",
    "DeskLink",
    "DeskPart",
    "DeskPicture",
    "DeskRecall",
    "DeskSum",
    "DeskTask",
    "Marketing",
    "desk",
]
