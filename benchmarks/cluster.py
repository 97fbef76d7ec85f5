"""Draw a project's cards on a cluster: on Dask's local one here, on any that gives a concurrent.futures executor.

    pip install distributed
    python benchmarks/cluster.py [project] [workers]

Workers need this package in the version of the caller, and nothing else: a job is pickled with all that its file is
made of. The files are those of a usual build, so that the next `faq build` finds them and draws nothing.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from distributed import Client, LocalCluster

from generator import files
from generator.build import contact_sheet, executors, painting, pictures
from generator.build.project import read_project


def main(root: Path, workers: int) -> None:
    """Time of one process and of the cluster, and whether they made the same files."""
    project, problems = read_project(root)
    if project is None:
        sys.exit("\n".join(map(str, problems)))
    wanted, _ = pictures.tasks(project, pictures.for_pages(project))
    tasks = [*wanted.values(), *contact_sheet.tasks(project).values()]
    cards = dict(enumerate(tasks))
    with tempfile.TemporaryDirectory() as folder, LocalCluster(n_workers=workers, threads_per_worker=1) as cluster:
        alone, together = Path(folder) / "alone", Path(folder) / "together"
        start = time.perf_counter()
        for n, made in enumerate(executors.render_all([task.job() for task in tasks])):
            painting.keep(made, tasks[n], alone)
        between = time.perf_counter()
        with Client(cluster) as client:
            painting.draw(cards, together, {}, executor=client.get_executor())
        end = time.perf_counter()
        (together / "composed").unlink()
        same = files.digests(alone) == files.digests(together)
    print(f"{len(tasks)} cards: one process {between - start:.1f} s, {workers} workers {end - between:.1f} s")
    print("the same files" if same else "OTHER FILES")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "."), int(sys.argv[2]) if len(sys.argv) > 2 else 2)
