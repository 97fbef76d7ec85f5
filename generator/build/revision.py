"""A project as a revision in Git has it, in a folder of its own; neither work tree nor index nor filters are touched.

`git archive` would leave out what `.gitattributes` says and put other words into files, so blobs are read as they are.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from generator import files
from generator.build.publish import READ
from generator.problems import Place, Problem, visible

CODE = "AA560"
_SECONDS = 120
_ORDINARY = (b"100644", b"100755")
"""Modes of files; links and other repositories are not followed, as in the working folder."""
_OF_HOOKS = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})
_LONGEST = 200


class _GitError(Exception):
    """What Git said when it refused; empty where it is not installed."""


@contextmanager
def exported(root: Path, revision: str, *, merge_base: bool = False) -> Iterator[tuple[Path | None, list[Problem]]]:
    """The project as the revision has it, in a folder that goes away afterwards; or AA560 and no folder.

    With `merge_base` it is where the present branch left the revision.
    """
    with tempfile.TemporaryDirectory(prefix="faq-diff-") as folder:
        problems = _fill(Path(folder), root, revision, merge_base=merge_base)
        yield None if problems else Path(folder), problems


def _fill(folder: Path, root: Path, revision: str, *, merge_base: bool) -> list[Problem]:
    try:
        _export(root, _commit(root, revision, merge_base=merge_base), folder)
    except _GitError as error:
        return [_refused(root, revision, str(error))]
    except files.UnsafePathError as error:
        message = f"'{visible(revision)}' has a file that would lie outside the folder: '{error}'"
        return [Problem(Place("faq"), CODE, message, "Git makes no such commit: find out who made it")]
    return []


def _commit(root: Path, revision: str, *, merge_base: bool) -> str:
    if not revision.isprintable() or revision.startswith("-"):
        raise _GitError("that is no name of a revision")
    _git(root, "rev-parse", "--git-dir")
    named = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
    commit = _git(root, *named, silent="there is no such revision").decode().strip()
    if not merge_base:
        return commit
    return _git(root, "merge-base", commit, "HEAD", silent="it has no commit in common with HEAD").decode().strip()


def _export(root: Path, commit: str, folder: Path) -> None:
    listed = _git(root, "ls-tree", "-r", "-z", commit, "--", *READ)
    names: list[tuple[str, str]] = []
    for line in listed.split(b"\0"):
        about, _, path = line.partition(b"\t")
        if about and about.split(b" ")[0] in _ORDINARY:
            names.append((about.split(b" ")[2].decode(), os.fsdecode(path)))
    with tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as found:
        asked.write("".join(f"{blob}\n" for blob, _ in names).encode())
        asked.seek(0)
        _git(root, "cat-file", "--batch", stdin=asked, stdout=found)
        found.seek(0)
        for _, name in names:
            files.write({name: _blob(found)}, folder, durable=False)


def _blob(found: IO[bytes]) -> bytes:
    """The next file of `git cat-file --batch`: a line that ends with its size, its bytes, a line end."""
    parts = found.readline().split()
    if len(parts) != 3:
        raise _GitError("a file of it is not in this clone")
    content = found.read(int(parts[2]))
    found.read(1)
    return content


def _git(
    root: Path,
    *arguments: str,
    stdin: IO[bytes] | None = None,
    stdout: IO[bytes] | None = None,
    silent: str = "Git gave no reason",
) -> bytes:
    """What Git prints; no shell, no hook, no monitor of files, and nobody is asked anything.

    `silent` is what it means when Git refuses without a word.
    """
    command = ["git", "-c", "core.fsmonitor=false", "--literal-pathspecs", "--no-replace-objects", "-C", str(root)]
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments, and a revision that cannot be read as an option
            [*command, *arguments],
            check=True,
            stdin=stdin or subprocess.DEVNULL,
            stdout=stdout or subprocess.PIPE,
            stderr=subprocess.PIPE,
            timeout=_SECONDS,
            env=_environment(),
        )
    except subprocess.CalledProcessError as error:
        told = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _GitError(told[0] if told else silent) from error
    except OSError as error:
        raise _GitError("") from error
    except subprocess.TimeoutExpired as error:
        raise _GitError("Git did not answer in time") from error
    return done.stdout or b""


def _environment() -> dict[str, str]:
    """Everybody's own, but for what a hook sets: the folder alone says which repository is meant."""
    kept = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS}
    return {**kept, "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}


def _refused(root: Path, revision: str, told: str) -> Problem:
    """AA560: what to do depends on whether Git is there, the folder is in it, and the clone is whole."""
    place = Place("faq")
    if not told:
        return Problem(place, CODE, "Git is not installed", "install it: faq diff reads earlier states from it")
    if "not a git repository" in told:
        hint = "run it in a clone of your repository, or name one with --root"
        return Problem(place, CODE, "this folder is in no Git repository", hint)
    message = f"'{visible(revision[:_LONGEST])}' cannot be read: {told[:_LONGEST]}"
    if _is_shallow(root):
        hint = "this clone is shallow: git fetch --unshallow; in CI fetch-depth: 0 (GitHub) or GIT_DEPTH: 0 (GitLab)"
    else:
        hint = "name a commit, branch or tag, like main, HEAD~1 or v1.2; another clone's is there after 'git fetch'"
    return Problem(place, CODE, message, hint)


def _is_shallow(root: Path) -> bool:
    try:
        return _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
    except _GitError:
        return False
