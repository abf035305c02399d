"""`spark-submit spark-copy.py IN OUT`: Spark reads Parquet and writes it again."""

import sys

from pyspark.sql import SparkSession

spark = SparkSession.builder.getOrCreate()
spark.read.parquet(sys.argv[1]).write.mode("overwrite").parquet(sys.argv[2])
spark.stop()
