"""What leadq runs on each worker of Spark, in its Python.

Leads come as Arrow batches. The cells that the rulebook reads go to a node process as lines of text; the verdicts come back as
such lines and stand beside the columns of the batch, which stay as they are. Nothing here looks at single rows.
"""

import collections
import os
import queue
import struct
import subprocess
import threading

import pyarrow
from pyarrow import compute, csv
from pyspark import SparkFiles

# Stands before every message: a number of leads, and how many bytes follow. Without leads it asks for the counts of a partition.
HEAD = struct.Struct("<II")
# In place of the number of leads: the bytes are the message of an error.
FAILED = 0xFFFFFFFF
# So many batches wait for their verdicts, so that node works while Spark reads and writes.
AHEAD = 1
# Bytes of leads in one message, as long as all are about as large.
PART = 16_000_000

TEXT = pyarrow.large_binary()
EMPTY = pyarrow.scalar(b"", TEXT)
LINE_END = pyarrow.scalar(b"\n", TEXT)
TAB = pyarrow.scalar(b"\t", TEXT)
QUOTE = pyarrow.scalar(b'"', TEXT)
QUOTED = [b'"', b"\t", b"\n", b"\r"]
TYPES = {"BIGINT": pyarrow.int64(), "STRING": pyarrow.string()}

# leadq recognises these in what Spark reports: `worker-failure.ts`. No message has anything of a lead in it.
NO_NODE = "leadq cannot start node"
STOPPED = "leadq failed"
ENDED = "leadq ended with exit status"


class Judge:
    """A node process that judges leads."""

    def __init__(self, command):
        try:
            self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        except OSError:
            raise RuntimeError(f"{NO_NODE}: {command[0]}") from None
        self.answers = queue.Queue()
        # Answers are always taken at once, so node never stops reading.
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        answers = self.process.stdout
        while len(head := answers.read(HEAD.size)) == HEAD.size:
            leads, size = HEAD.unpack(head)
            self.answers.put((leads, answers.read(size)))
        self.answers.put(None)

    def send(self, leads, lines):
        try:
            self.process.stdin.write(HEAD.pack(leads, len(lines)) + lines)
            self.process.stdin.flush()
        except BrokenPipeError:
            pass  # The next answer says why.

    def answer(self, leads):
        answer = self.answers.get()
        if answer is None:
            raise RuntimeError(f"{ENDED} {self.process.wait()}")
        found, lines = answer
        if found == FAILED:
            raise RuntimeError(f"{STOPPED}: {lines.decode()}")
        if found != leads:
            raise mismatch(found, leads)
        return lines

    def end(self):
        self.process.kill()
        self.process.wait()


# The process that has judged a partition in this Python, and its command: it judges the next one, with all that it has compiled.
idle = []


def started(command):
    while idle:
        known, process = idle.pop()
        if known == command:
            return process
        process.end()
    return Judge(command)


def judging(where, cells, kept, verdicts, counts):
    """
    A function for `mapInArrow`. `where`: node, leadq and the rulebook, in the folder that Spark has for files; `cells`: the column of
    each cell of a lead, if it is read; `kept`: how many columns stay, the first ones; `verdicts`: the types of the columns behind
    them; `counts`: where to add what was counted of a partition.
    """
    return lambda batches: judged(batches, where, cells, kept, verdicts, counts)


def judged(batches, where, cells, kept, verdicts, counts):
    command = [os.path.join(SparkFiles.getRootDirectory(), each) for each in where]
    process = None
    try:
        waiting = collections.deque()
        for batch in in_parts(batches):
            process = process or started(command)
            process.send(batch.num_rows, lines_of(batch, cells))
            waiting.append(batch)
            if len(waiting) > AHEAD:
                yield beside(waiting.popleft(), process, kept, verdicts)
        if process is None:
            return
        process.send(0, b"")
        while waiting:
            yield beside(waiting.popleft(), process, kept, verdicts)
        counts.add([process.answer(0).decode()])
        idle.append((command, process))
        process = None
    finally:
        if process is not None:
            process.end()


def in_parts(batches):
    """The same leads in batches of a size that both processes have memory for."""
    for batch in batches:
        leads = max(1, batch.num_rows * PART // max(1, batch.nbytes))
        for start in range(0, batch.num_rows, leads):
            yield batch.slice(start, leads)


def beside(batch, process, kept, verdicts):
    """The columns of a batch that stay, and those of its verdicts."""
    own = columns_of(process.answer(batch.num_rows), batch.num_rows, verdicts)
    columns = [*batch.columns[:kept], *own]
    return pyarrow.RecordBatch.from_arrays(columns, [f"c{at}" for at in range(len(columns))])


def lines_of(batch, cells):
    """A line for each lead: its cells, between tabs, and in quotes where they need them."""
    texts = [EMPTY if cell is None else quoted(batch.column(cell).cast(TEXT)) for cell in cells]
    last = compute.binary_join_element_wise(texts[-1], pyarrow.repeat(LINE_END, batch.num_rows), EMPTY, null_handling="replace")
    lines = compute.binary_join_element_wise(*texts[:-1], last, TAB, null_handling="replace")
    _, ends, text = lines.buffers()
    (end,) = struct.unpack_from("<q", ends, batch.num_rows * 8)
    return text.slice(0, end).to_pybytes()


def quoted(texts):
    bytes = texts.buffers()[2]
    if bytes is None or not any(sign in bytes.to_pybytes() for sign in QUOTED):
        return texts
    isQuoted = compute.match_substring_regex(texts, "[" + b"".join(QUOTED).decode() + "]")
    doubled = compute.replace_substring(texts, '"', '""')
    return compute.if_else(isQuoted, compute.binary_join_element_wise(QUOTE, doubled, QUOTE, EMPTY), texts)


def columns_of(lines, leads, verdicts):
    """The verdicts in lines between tabs; each begins with a tab."""
    names = [str(at) for at in range(len(verdicts))]
    try:
        table = csv.read_csv(
            pyarrow.BufferReader(lines),
            csv.ReadOptions(use_threads=False, column_names=["", *names], block_size=min(len(lines) + 1, 2**31 - 1)),
            csv.ParseOptions(delimiter="\t", newlines_in_values=True, ignore_empty_lines=False),
            csv.ConvertOptions(
                include_columns=names,
                column_types={name: TYPES[verdict] for name, verdict in zip(names, verdicts)},
                null_values=[""],
                strings_can_be_null=True,
            ),
        )
    except pyarrow.ArrowInvalid:
        # Its message has the line.
        raise RuntimeError(f"{STOPPED}: its verdicts cannot be read") from None
    if table.num_rows != leads:
        raise mismatch(table.num_rows, leads)
    return [column.combine_chunks() for column in table.columns]


def mismatch(verdicts, leads):
    return RuntimeError(f"{STOPPED}: {verdicts} verdicts for {leads} leads")
