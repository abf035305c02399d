import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { SparkError } from '../../src/tools/warehouse/spark/session.ts'
import { workerFailure } from '../../src/tools/warehouse/spark/worker-failure.ts'
import { ROOT } from '../support/program.ts'
import { SPARK_ENVIRONMENT, SPARK_HOME } from '../support/spark.ts'

const NO_PYARROW = 'leads reach leadq on the workers through pyarrow, and the Python of Spark has none'
const NO_TYPE = 'a column has a type that Spark cannot give to leadq: CalendarIntervalType'

it.skipIf(SPARK_HOME === undefined).each([
  {
    what: 'no pyarrow',
    flags: ['-I', '-S', '-B'],
    program: 'import sys; sys.path.append("spark"); import leadq_worker',
    message: NO_PYARROW,
  },
  {
    what: 'no pandas',
    flags: [],
    program: `import sys; sys.modules["pandas"] = None
from pyspark.sql.pandas.utils import require_minimum_pandas_version
require_minimum_pandas_version()`,
    message: NO_PYARROW,
  },
  {
    what: 'a column of spans among what is read',
    flags: [],
    program: `from pyspark.sql.types import CalendarIntervalType
from pyspark.sql.pandas.types import to_arrow_type
to_arrow_type(CalendarIntervalType())`,
    message: NO_TYPE,
  },
  {
    what: 'a column of spans among what comes back',
    flags: [],
    program: `from pyspark.sql.types import CalendarIntervalType, StringType, StructType
from pyspark.sql.udf import UserDefinedFunction
UserDefinedFunction(print, StructType().add("c0", CalendarIntervalType()).add("c1", StringType()), evalType=207).returnType`,
    message: NO_TYPE,
  },
])('says of a Python with $what what to do', ({ flags, program, message }) => {
  const python = SPARK_ENVIRONMENT.PYSPARK_PYTHON ?? 'python3'
  const { stderr } = spawnSync(python, [...flags, '-c', program], { cwd: ROOT, encoding: 'utf8' })
  expect(workerFailure(new SparkError('PythonException', stderr))?.diagnostic, stderr).toMatchObject({
    message,
    hint: expect.stringContaining('--engine spark-sql'),
  })
})
