"""What leadq runs inside Spark (`spark-submit leadq_driver.py <socket>`).

It connects to the socket of the leadq that started it and does what it is told: a JSON document a line each way,
`{"do": "query", "sql": "..."}` and `{"answer": ...}` or `{"error": {"class": "...", "message": "..."}}`. It decides nothing.
"""

import json
import queue
import socket
import sys
import threading
import unicodedata

from pyspark.errors import PySparkException
from pyspark.sql import SparkSession


def connect(path):
    channel = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    channel.connect(path)
    return channel.makefile("rwb")


class Driver:
    def __init__(self, spark):
        self.spark = spark

    def version(self):
        return self.spark.version

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
        leads = reader.table(table) if path is None else reader.format(format).options(**options).load(path)
        leads.createOrReplaceTempView(view)
        return leads.schema.jsonValue()

    def view(self, name, sql):
        self.spark.sql(sql).createOrReplaceTempView(name)

    def query(self, sql):
        return [list(row) for row in self.spark.sql(sql).collect()]

    def table_exists(self, table):
        return self.spark.catalog.tableExists(table)

    def write_path(self, sql, path, beside, format, options, overwrite):
        """Written beside its place and moved there, so that it appears whole or not at all."""
        system, target = self._at(path)
        _, written = self._at(beside)
        try:
            self.spark.sql(sql).write.format(format).options(**options).save(beside)
            if overwrite:
                system.delete(target, True)
            if system.exists(target) or not system.rename(written, target):
                raise FileExistsError(f"something is at {path}")
        finally:
            system.delete(written, True)

    def write_table(self, sql, table, beside, overwrite):
        try:
            self.spark.sql(sql).write.saveAsTable(beside)
            if overwrite:
                self.spark.sql(f"DROP TABLE IF EXISTS {table}")
            self.spark.sql(f"ALTER TABLE {beside} RENAME TO {table}")
        finally:
            self.spark.sql(f"DROP TABLE IF EXISTS {beside}")

    def _at(self, path):
        jvm = self.spark._jvm
        place = jvm.org.apache.hadoop.fs.Path(path)
        return place.getFileSystem(self.spark._jsc.hadoopConfiguration()), place


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
        # Else only the cells of the columns that are asked for say whether a record is whole.
        .config("spark.sql.csv.parser.columnPruning.enabled", "false")
        .getOrCreate()
    )
    driver = Driver(spark)
    lines = queue.Queue()
    threading.Thread(target=listen, args=(channel, lines, spark), daemon=True).start()
    while (line := lines.get()) is not None:
        said = json.dumps(answer(driver, line), default=str).encode()
        try:
            channel.write(said + b"\n")
            channel.flush()
        except OSError:
            break
    spark.stop()


if __name__ == "__main__":
    main(sys.argv[1])
