"""What leadq runs inside Spark (`spark-submit leadq_driver.py <socket>`).

It connects to the socket of the leadq that started it and does what it is told: a JSON document a line each way,
`{"do": "query", "sql": "..."}` and `{"answer": ...}` or `{"error": {"class": "...", "message": "..."}}`. It decides nothing.
"""

import io
import json
import os
import queue
import shutil
import socket
import sys
import tarfile
import tempfile
import threading
import unicodedata
import uuid

from py4j.protocol import Py4JJavaError
from pyspark import AccumulatorParam
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession, functions
from pyspark.sql.types import ArrayType, LongType, MapType, StringType, StructType, YearMonthIntervalType


# Bytes of leads that are worth a task of their own.
PART = 32_000_000

# Counts of so many partitions are one answer: a line of some megabytes.
ANSWERED = 200

VERDICT_TYPES = {"BIGINT": LongType(), "STRING": StringType()}

# What a query with events needs: `SETTINGS_FOR_EVENTS` in src/dialects/spark-types.ts says why, and the same to readers of one.
LONG_QUERIES = {
    "spark.sql.analyzer.maxIterations": "1000",
    "spark.sql.optimizer.dynamicPartitionPruning.enabled": "false",
    "spark.sql.optimizer.runtime.bloomFilter.enabled": "false",
}
LEFT_OUT = "spark.sql.optimizer.excludedRules"
PUSHING = "org.apache.spark.sql.catalyst.optimizer.PushDownPredicates"


def connect(path):
    channel = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    channel.connect(path)
    return channel.makefile("rwb")


class Lists(AccumulatorParam):
    """What each partition adds to a list."""

    def zero(self, _):
        return []

    def addInPlace(self, all, more):
        all.extend(more)
        return all


class Driver:
    def __init__(self, spark):
        self.spark = spark
        self.unfinished = []
        self.kept = []
        self.counts = None
        # Workers fetch archives from here.
        self.folder = tempfile.mkdtemp(prefix="leadq-spark-")
        self.left_out = spark.conf.get(LEFT_OUT, "")
        self.plan_long_queries(True)

    def about(self):
        return {"version": self.spark.version, "at": self.spark.sparkContext.master}

    def form_c(self):
        """Spark 4 brings a library for it, which no function of its own uses; else Python, which is slower."""
        try:
            built_in = "java_method('com.ibm.icu.text.Normalizer', 'compose', ?, false)"
            self.spark.sql("SELECT " + built_in.replace("?", "'a'")).collect()
            return built_in
        except PySparkException:
            self.spark.udf.register("leadq_form_c", lambda text: text and unicodedata.normalize("NFC", text))
            return "leadq_form_c(?)"

    def sample(self, path, lines):
        """The first lines of a text file, or of the files in a folder."""
        return [row[0] for row in self.spark.read.text(path).take(lines)]

    def has_open_quotes(self, path):
        """Whether a line has an odd number of quotes: only then can a cell hold a line break."""
        lines = self.spark.read.text(path)
        return len(lines.where("length(value) - length(replace(value, '\"', '')) & 1 = 1").take(1)) > 0

    def kind_of(self, path):
        """Nothing, a file or a folder, and the names in it."""
        found, folder = self._at(path)
        if not found.exists(folder):
            return None
        names = [status.getPath().getName() for status in found.listStatus(folder)]
        return {"names": sorted(names)}

    def read(self, view, path=None, table=None, format=None, options=None):
        """Makes a view of a path or a table; the answer is its schema."""
        reader = self.spark.read
        if path is None:
            leads = reader.table(table)
        else:
            leads = self._spread(reader.format(format).options(**options).load(path), path)
        leads.createOrReplaceTempView(view)
        return leads.schema.jsonValue()

    def query(self, sql):
        return [[None if cell is None else str(cell) for cell in row] for row in self.spark.sql(sql).collect()]

    def keep(self, view, sql, path):
        """
        Makes a view of rows that are written to files first, because they are read more than once. Their columns have plain
        names there.
        """
        path = path or f"{self.spark.conf.get('spark.sql.warehouse.dir')}/leadq_{uuid.uuid4().hex}"
        system, files = self._at(path)
        remove = lambda: system.delete(files, True)
        self.unfinished.append(remove)
        self.kept.append(remove)
        rows = self.spark.sql(sql)
        plain = rows.toDF(*(f"c{index}" for index in range(len(rows.columns))))
        plain.write.mode("overwrite").parquet(path)
        self.spark.read.schema(plain.schema).parquet(path).toDF(*rows.columns).createOrReplaceTempView(view)

    def drop_kept(self):
        """Removes those files."""
        for remove in self.kept:
            remove()
        self.kept = []

    def plan_long_queries(self, isLong):
        """Whether what comes now are printed queries, which Spark plans in time only without some of its rules."""
        for name, value in LONG_QUERIES.items():
            self.spark.conf.set(name, value) if isLong else self.spark.conf.unset(name)
        pushing = [PUSHING] if isLong else []
        self.spark.conf.set(LEFT_OUT, ",".join(filter(None, [self.left_out, *pushing])))

    def table_exists(self, table):
        return self.spark.catalog.tableExists(table)

    def judge(self, view, sql, hidden, cells, verdicts, worker, job):
        """
        Makes a view of leads with their verdicts: leadq judges each partition in a process of its own, on the worker that has it.
        `cells`: for each cell of a lead null, the name of a column of text, or an expression for one.
        """
        from leadq_worker import judging  # needs pyarrow

        context = self.spark.sparkContext
        context.addPyFile(os.path.join(os.path.dirname(os.path.abspath(__file__)), "leadq_worker.py"))
        if hidden:
            # Arrow takes up to 2 GB of a column in a batch, and leads can have many events.
            self.spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "1000")
        leads = self.spark.sql(sql)
        shown = [field for field in leads.schema if field.name not in hidden]
        texts = [cell["sql"] for cell in cells if cell is not None and "sql" in cell]
        # Whatever columns are called, now they are c0, c1, ...
        sent = leads.selectExpr(*map(to_arrow, shown), *map(quoted, hidden), *texts)
        sent = sent.toDF(*(f"c{at}" for at in range(len(sent.columns))))
        place = {name: at for at, name in enumerate([field.name for field in shown] + hidden)}
        further = iter(range(len(place), len(sent.columns)))
        places = [cell and (place[cell["column"]] if "column" in cell else next(further)) for cell in cells]

        result = StructType(sent.schema.fields[: len(shown)])
        for _, type in verdicts:
            result.add(f"c{len(result)}", VERDICT_TYPES[type])
        self.counts = context.accumulator([], Lists())
        judge = judging(self._sent(worker, job), places, len(shown), [type for _, type in verdicts], self.counts)
        rows = [f"{from_arrow(field, f'c{at}')} AS {quoted(field.name)}" for at, field in enumerate(shown)]
        own = [f"c{at} AS {name}" for at, (name, _) in enumerate(verdicts, len(shown))]
        sent.mapInArrow(judge, result).selectExpr(*rows, *own).createOrReplaceTempView(view)

    def counted(self, skip):
        """What was counted of some of the partitions that were written last, behind so many of them."""
        return self.counts.value[skip : skip + ANSWERED]

    def run(self, sql):
        """Computes rows that nobody wants."""
        self.spark.sql(sql).write.format("noop").mode("overwrite").save()

    def write_path(self, sql, path, format, options):
        """Written beside its place and moved there, so that it appears whole or not at all."""
        system, written = self._at(path)
        self.unfinished.append(lambda: system.delete(written, True))
        leads = self.spark.sql(sql)
        if format == "csv":
            leads = leads.select(*map(plain, leads.schema.fields))
        leads.write.mode("overwrite").format(format).options(**options).save(path)

    def move_path(self, path, to, overwrite):
        system, written = self._at(path)
        _, target = self._at(to)
        aside = None
        if overwrite and system.exists(target):
            _, aside = self._at(path + "_before")
            system.delete(aside, True)
            if not system.rename(target, aside):
                raise PermissionError(f"cannot move what is at {to}")
        if system.exists(target) or not system.rename(written, target):
            if aside is not None:
                system.rename(aside, target)
            raise FileExistsError(f"something is at {to}")
        if aside is not None:
            system.delete(aside, True)

    def write_table(self, sql, table):
        self.unfinished.append(lambda: self.spark.sql(f"DROP TABLE IF EXISTS {table}"))
        self.spark.sql(sql).write.mode("overwrite").saveAsTable(table)

    def move_table(self, table, to, overwrite):
        aside = None
        if overwrite and self.spark.catalog.tableExists(to):
            aside = table[:-1] + "_before`"
            self.spark.sql(f"DROP TABLE IF EXISTS {aside}")
            self.spark.sql(f"ALTER TABLE {to} RENAME TO {aside}")
        try:
            self.spark.sql(f"ALTER TABLE {table} RENAME TO {to}")
        except BaseException:
            if aside is not None:
                self.spark.sql(f"ALTER TABLE {aside} RENAME TO {to}")
            raise
        if aside is not None:
            self.spark.sql(f"DROP TABLE {aside}")

    def append_table(self, table, to):
        """Its own columns by name; those that only the target has keep their defaults."""
        names = ", ".join(f"`{name.replace('`', '``')}`" for name in self.spark.table(table).columns)
        self.spark.sql(f"INSERT INTO {to} ({names}) SELECT {names} FROM {table}")
        self.spark.sql(f"DROP TABLE {table}")

    def _spread(self, leads, path):
        """A file that cannot be split (line breaks in quotes, gzip) is read by one worker; all of them judge it."""
        system, place = self._at(path)
        cores = self.spark.sparkContext.defaultParallelism
        parts = system.getContentSummary(place).getLength() // PART
        return leads.repartition(max(cores, parts)) if leads.rdd.getNumPartitions() < min(cores, parts) else leads

    def _sent(self, worker, job):
        """
        node and leadq travel as an archive, which Spark unpacks for each worker; node only where none is said to be there. An
        archive is for one job, as it holds the rulebook. The answer is how leadq is started there.
        """
        name = f"leadq_{uuid.uuid4().hex}"
        archive = os.path.join(self.folder, f"{name}.tar.gz")
        told = job.encode()
        with tarfile.open(archive, "w:gz", compresslevel=1) as files:
            for path, inside in worker["files"]:
                files.add(path, inside, filter=lambda file: None if file.name.endswith(".map") else file)
            entry = tarfile.TarInfo("job.json")
            entry.size = len(told)
            files.addfile(entry, io.BytesIO(told))
        self.spark.sparkContext.addArchive(f"{archive}#{name}")
        return [worker["node"] or f"{name}/node", f"{name}/{worker['script']}", f"{name}/job.json"]

    def _clean_up(self):
        """Nothing is left of what was not moved, however this ends."""
        shutil.rmtree(self.folder, ignore_errors=True)
        for undo in self.unfinished:
            undo()

    def _at(self, path):
        jvm = self.spark._jvm
        place = jvm.org.apache.hadoop.fs.Path(path)
        return place.getFileSystem(self.spark._jsc.hadoopConfiguration()), place


def plain(field):
    """A column as a CSV file can hold it."""
    is_plain = not isinstance(field.dataType, (ArrayType, MapType, StructType))
    name = quoted(field.name)
    return functions.col(name) if is_plain else functions.to_json(name).alias(field.name)


def quoted(name):
    return "`" + name.replace("`", "``") + "`"


def to_arrow(field):
    """A column as a type that Python can have of Spark: it knows no years and months."""
    name = quoted(field.name)
    return f"CAST(CAST({name} AS INTERVAL MONTH) AS INT)" if isinstance(field.dataType, YearMonthIntervalType) else name


def from_arrow(field, column):
    if not isinstance(field.dataType, YearMonthIntervalType):
        return column
    return f"CAST(CAST({column} AS INTERVAL MONTH) AS {field.dataType.simpleString()})"


def causes(error):
    """The messages of an error of Java, the first cause first."""
    messages = []
    while error is not None:
        messages.insert(0, error.getMessage() or error.toString())
        error = error.getCause()
    return "\n".join(messages)


TOLD = {name for name in vars(Driver) if not name.startswith("_")}


def answer(driver, line):
    told = json.loads(line)
    name = told.pop("do")
    try:
        if name not in TOLD:
            raise ValueError(f"nothing is called {name}")
        return {"answer": getattr(driver, name)(**told)}
    except PySparkException as error:
        return {"error": {"class": error.getErrorClass() or "", "message": str(error)}}
    except Py4JJavaError as error:
        return {"error": {"class": "", "message": causes(error.java_exception)}}
    except Exception as error:  # whatever it is, leadq has to hear of it
        return {"error": {"class": type(error).__name__, "message": str(error)}}


def listen(channel, lines, spark):
    """Hands on line by line; when leadq is gone, whatever runs is stopped."""
    for line in channel:
        lines.put(line)
    spark.sparkContext.cancelAllJobs()
    lines.put(None)


def main(path):
    channel = connect(path)
    spark = (
        SparkSession.builder.appName("leadq")
        .config("spark.sql.session.timeZone", "UTC")
        # A query of leadq is too large for a stage of it to be one method.
        .config("spark.sql.codegen.wholeStage", "false")
        # Else only the cells of the columns that are asked for say whether a record is whole.
        .config("spark.sql.csv.parser.columnPruning.enabled", "false")
        .getOrCreate()
    )
    driver = Driver(spark)
    lines = queue.Queue()
    threading.Thread(target=listen, args=(channel, lines, spark), daemon=True).start()
    try:
        while (line := lines.get()) is not None:
            channel.write(json.dumps(answer(driver, line)).encode() + b"\n")
            channel.flush()
    except OSError:
        pass  # leadq is gone
    finally:
        driver._clean_up()
        spark.stop()


if __name__ == "__main__":
    main(sys.argv[1])
