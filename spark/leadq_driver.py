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
from pyspark import SparkFiles
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, Observation, SparkSession, functions
from pyspark.sql.types import ArrayType, MapType, StructType


# Bytes of leads that are worth a task of their own.
PART = 32_000_000

# Bytes that are held for a process which judges leads.
PIPE = 65_536

# What Spark raises, for leadq to recognise: `spark-workers.ts`.
FAILED = "leadq failed: "
OTHER_ROW = "leadq answered for another row"

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


class Driver:
    def __init__(self, spark):
        self.spark = spark
        self.unfinished = []
        self.kept = []
        self.temporary = []
        self.observation = None
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

    def judge(self, view, sql, cells, own_seal, seal, verdicts, counts, worker, job, isSlow, beside):
        """
        Makes a view of leads with their verdicts: leadq judges each partition in a process of its own, on the worker that
        has it. Rows stay in Spark; a line of cells for each goes through the process, and is put beside its row again. Each line
        has a seal of its row, which the answer brings back.
        """
        leads = self.spark.sql(sql)
        if isSlow or not is_read_alike_twice(leads):
            leads = self._stage(leads, beside or f"{self.spark.conf.get('spark.sql.warehouse.dir')}/leadq_{uuid.uuid4().hex}")
        lines = leads.selectExpr(f"concat_ws('\\t', {', '.join(cells + [own_seal])}) AS line")
        jvm = self.spark._jvm
        encoders = jvm.org.apache.spark.sql.Encoders
        texts = getattr(lines._jdf, "as")(encoders.STRING()).toJavaRDD()
        command = jvm.java.util.ArrayList()
        for word in self._command(worker, job):
            command.add(word)
        answers = texts.pipe(command, jvm.java.util.HashMap(), False, PIPE, "UTF-8")
        both = leads._jdf.toJavaRDD().zip(answers).rdd()
        encoder = encoders.tuple(encoders.row(leads._jdf.schema()), encoders.STRING())
        pairs = DataFrame(self.spark._jsparkSession.createDataset(both, encoder).toDF(), self.spark)
        self.observation = Observation("leadq")
        # What comes now stays few steps, as each copies every row.
        observed = pairs.observe(self.observation, functions.expr(f"array_join(collect_list({counts}), '\\n')").alias("counts"))
        rows = [f"_1.{quoted(name)}" for name in leads.columns]
        # The first of leadq's columns is there only if the seal is that of this row.
        own = [f"{checked(seal, sql) if at == 0 else sql} AS {name}" for at, (sql, name) in enumerate(verdicts)]
        observed.selectExpr(*rows, *own).createOrReplaceTempView(view)

    def counted(self):
        """What the processes have counted of the leads that were written last."""
        counts = self.observation.get["counts"]
        for remove in self.temporary:
            remove()
        self.temporary = []
        return counts.split("\n") if counts else []

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
        size = system.getContentSummary(place).getLength()
        parts = max(self.spark.sparkContext.defaultParallelism, size // PART)
        return leads.repartition(parts) if size > PART and leads.rdd.getNumPartitions() < parts else leads

    def _stage(self, leads, path):
        """
        Reading these leads twice could give other rows, or takes long: they are written to files that give the same rows in
        the same order each time. Their columns have plain names there.
        """
        system, files = self._at(path)
        remove = lambda: system.delete(files, True)
        self.unfinished.append(remove)
        self.temporary.append(remove)
        plain = leads.toDF(*(f"c{index}" for index in range(len(leads.columns))))
        plain.write.mode("overwrite").parquet(path)
        return self.spark.read.schema(plain.schema).parquet(path).toDF(*leads.columns)

    def _command(self, worker, job):
        """
        node and leadq travel as an archive, which Spark unpacks for each worker; node only where none is said to be there. An
        archive is for one job, as it holds the rulebook.
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
        root = f"{self._root()}/{name}"
        return [worker["node"] or f"{root}/node", f"{root}/{worker['script']}", f"{root}/job.json"]

    def _root(self):
        """Where workers find an archive: in their own folder, unless they are threads of this process."""
        context = self.spark.sparkContext
        return SparkFiles.getRootDirectory() if context.master.split("[")[0] == "local" else "."

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


def checked(seal, cell):
    """The cell of an answer, if it is that of its row; `_1` is the row, and `_2` the answer."""
    return f"""CASE
        WHEN startswith(_2, concat({seal}, '\\t')) THEN {cell}
        WHEN startswith(_2, '!\\t') THEN raise_error(concat('{FAILED}', substr(_2, 3)))
        ELSE raise_error('{OTHER_ROW}')
    END"""


def is_read_alike_twice(leads):
    """Whether they are the rows of columnar files, perhaps filtered: reading these again is cheap and gives the same rows."""
    plan = leads._jdf.queryExecution().optimizedPlan()
    while plan.nodeName() in ("Project", "Filter") and plan.children().size() == 1:
        plan = plan.children().head()
    if plan.nodeName() != "LogicalRelation" or plan.relation().getClass().getSimpleName() != "HadoopFsRelation":
        return False
    return plan.relation().fileFormat().toString().upper() in ("PARQUET", "ORC")


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
