"""Run by the engine's Python in the place of ``bootstrap.py``: the real engine, with a brake that a test holds.

``held_engine.py BRAKE bootstrap.py PARENT_PID``. While the file BRAKE lies there, the engine stops after as many
finished blocks as stand in it, and goes on when it is told to cancel, or when the file is gone. So a cancel meets a
run in its midst however fast the machine is.
"""

import runpy
import sys
import time
from pathlib import Path

brake = Path(sys.argv[1])
sys.argv = sys.argv[2:]
bootstrap = runpy.run_path(sys.argv[0], run_name="bootstrap")  # registers the package from its place

from describe_changes.core.pipeline.executors import SequentialExecutor  # noqa: E402

describe_all = SequentialExecutor.run
finished = 0


def describe_until_held(self, blocks):
    global finished
    for report in describe_all(self, blocks):
        yield report
        finished = finished + 1 if brake.exists() else 0
        while finished and brake.exists() and finished >= int(brake.read_text()) and not self._is_cancelled():
            time.sleep(0.01)


SequentialExecutor.run = describe_until_held
sys.exit(bootstrap["main"](sys.argv[1:]))
