"""One import in a process of its own, so that its memory can be measured. `python -m benchmarks.timed_import URL FILE…`"""

import json
import resource
import sys
from pathlib import Path
from time import perf_counter, process_time

from lib.importers.base import Upload, importers
from lib.model.athlete import Answers
from lib.services.importing.import_files import import_files
from lib.store.account import open_account


def main(url: str, *files: str) -> None:
    """Print seconds (wall and processor), the highest memory in MiB and what was added, as one line of JSON."""
    importers()  # as in the running program: they are loaded with the first page
    account = open_account(url)
    uploads = [Upload(Path(each).name, Path(each)) for each in files]
    wall, processor = perf_counter(), process_time()
    report = import_files(account, uploads, Answers(time_zone="Europe/Berlin"))
    wall, processor = perf_counter() - wall, process_time() - processor
    assert report.ok, report
    found = {
        "seconds": round(wall, 2),
        "cpu_s": round(processor, 2),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "sets": sum(file.added.sets for file in report.files),
        "activities": sum(file.added.activities for file in report.files),
    }
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
