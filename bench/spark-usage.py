"""`spark-usage.py USAGE COMMAND...`: runs a command and leaves behind what its processes used, also those that outlive their parents.

Spark stops its workers without waiting for them, so a meter that looks at children alone misses some. This one takes in whatever
loses its parent, and looks at the memory of all twice a second.
"""

import collections
import ctypes
import glob
import json
import os
import resource
import sys
import threading
import time

BECOME_SUBREAPER = 36
KINDS = [("executor", "ExecutorBackend"), ("driver", "SparkSubmit"), ("python", "pyspark.daemon"), ("node", "worker.js")]
peaks = collections.defaultdict(int)


def text(path):
    try:
        with open(path) as file:
            return file.read()
    except OSError:
        return ""


def look():
    parents = {}
    for path in glob.glob("/proc/[0-9]*"):
        state = text(f"{path}/stat").rpartition(")")[2].split()
        if state:
            parents[int(path[6:])] = int(state[1])

    def is_ours(process):
        while process > 1 and process != os.getpid():
            process = parents.get(process, 0)
        return process > 1

    for process in filter(is_ours, list(parents)):
        command = text(f"/proc/{process}/cmdline")
        kind = next((kind for kind, sign in KINDS if sign in command), None)
        for line in text(f"/proc/{process}/status").splitlines():
            if kind is not None and line.startswith("VmHWM"):
                peaks[kind] = max(peaks[kind], int(line.split()[1]) // 1024)


def watch():
    while True:
        look()
        time.sleep(0.5)


usage, *command = sys.argv[1:]
ctypes.CDLL(None).prctl(BECOME_SUBREAPER, 1, 0, 0, 0)
began = time.time()
child = os.spawnvp(os.P_NOWAIT, command[0], command)
threading.Thread(target=watch, daemon=True).start()
status = 0
while True:
    try:
        process, ended = os.wait()
    except ChildProcessError:
        break
    if process == child:
        status = os.waitstatus_to_exitcode(ended)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(usage, "w") as file:
    json.dump({"seconds": time.time() - began, "cpu": used.ru_utime + used.ru_stime, "megabytes": peaks}, file)
sys.exit(status)
