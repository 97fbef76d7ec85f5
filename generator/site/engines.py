"""The site engines that can build a docs tree, and how each is run: one line of a table for each."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

_EPOCH = "1577836800"
"""2020-01-01: whatever an engine dates, it dates the same."""
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
"""Environment in which nobody warns of MkDocs 2, which we do not use."""
_STANDARD = "install the project's dependencies: pip install mkdocs mkdocs-material"


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """A program that reads `mkdocs.yml`, `docs` and `overrides` of a folder and writes its `site`."""

    module: str
    """What `python -m` runs."""
    needs: tuple[str, ...]
    """Modules that must be there."""
    packages: tuple[str, ...]
    """Distributions whose versions decide the output."""
    arguments: tuple[str, ...] = ("build", "--strict", "--clean", "--config-file", "mkdocs.yml")
    remedy: str = _STANDARD
    """What to do where it is missing."""

    @property
    def command(self) -> list[str]:
        """The command line, to be run in the folder of mkdocs.yml."""
        return [sys.executable, "-m", self.module, *self.arguments]

    @property
    def installed(self) -> bool:
        """Whether it can be run here."""
        return all(importlib.util.find_spec(name) is not None for name in self.needs)

    def versions(self) -> list[str]:
        """`name version` of everything that decides the output, Python included."""
        return [f"python {sys.version}", *(f"{name} {importlib.metadata.version(name)}" for name in self.packages)]


ENGINES: Mapping[str, Engine] = MappingProxyType(
    {
        "mkdocs": Engine(
            module="mkdocs", needs=("mkdocs", "material"), packages=("mkdocs", "mkdocs-material", "markdown")
        ),
        "properdocs": Engine(
            module="properdocs",
            needs=("properdocs", "material"),
            packages=("properdocs", "mkdocs-material", "markdown"),
            remedy="install it with: pip install 'answer-ahead[properdocs]', or write 'engine: mkdocs' in faq/faq.yml",
        ),
        "zensical": Engine(
            module="zensical",
            needs=("zensical", "material"),  # the theme's words in our languages are read from Material
            packages=("zensical", "mkdocs-material", "markdown", "pymdown-extensions"),
            remedy="install it with: pip install 'answer-ahead[zensical]', or write 'engine: mkdocs' in faq/faq.yml",
        ),
    }
)


def environment() -> dict[str, str]:
    """Reproducible, quiet, and able to import our Markdown extension however we were started."""
    package = str(Path(__file__).parents[2])
    path = os.pathsep.join(p for p in (package, os.environ.get("PYTHONPATH", "")) if p)
    return os.environ | QUIET | {"PYTHONPATH": path, "PYTHONUTF8": "1", "SOURCE_DATE_EPOCH": _EPOCH}
