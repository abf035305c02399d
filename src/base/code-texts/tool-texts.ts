import type { CodeTexts } from './code-text.ts'

/** Help on problems of databases, Spark, git, tests, comparisons and the command line. */
export const TOOL_TEXTS = {
  'engine/missing': {
    means:
      'Parquet is read and written by DuckDB, an optional part that is not installed or does not exist for this machine.',
    remedy: 'Install it, or use CSV, JSON or workbooks, which need nothing.',
    example: 'npm install @duckdb/node-api',
  },
  'engine/not-needed': {
    means: '`--engine duckdb` of an older leadq is ignored: leadq judges files itself, and faster.',
    remedy: 'Leave the option out.',
  },
  'engine/memory': {
    means: 'DuckDB has too little memory to read or write the Parquet file.',
    remedy: 'Give it more with `--memory`, or write CSV with `--format csv`.',
    example: 'leadq score leads.parquet --memory 2GB',
  },
  'engine/disk': {
    means: 'leadq keeps what it has to remember of very large files in temporary files, and there is no room for them.',
    remedy: 'Name a folder with more room in the variable TMPDIR.',
    example: 'TMPDIR=/data/tmp leadq score leads.csv',
  },
  'database/connect': {
    means:
      'The database cannot be reached: the server does not run or has another address, or user, password or TLS are wrong. The message says which.',
    remedy:
      'Test the same address with `psql`. Passwords belong into PGPASSWORD or ~/.pgpass and not into the command line, where others can read them.',
    example: 'PGUSER=leadq leadq score postgres://db.example/crm --table leads',
  },
  'database/lost': {
    means:
      'The connection was lost while leadq worked: the server was restarted, or the network failed. Everything is one transaction, so nothing was written.',
    remedy: 'Try again (exit code 75 tells a scheduler so).',
  },
  'database/refused': {
    means:
      'The database refused a statement; its own words are in brackets. Mostly a right is missing, or something depends on the table that would be replaced.',
    remedy: 'Grant the right, or choose another table with `-o`. Nothing was changed.',
  },
  'table/not-found': {
    means: 'The database has no table or view of this name, or this user cannot see it.',
    remedy: 'Take the name of the hint, with its schema where it is not on the search path: `--table sales.leads`.',
  },
  'table/exists': {
    means: 'A table or view is in the place of the output, and leadq did not write it.',
    remedy: 'Choose another table with `-o`, or replace it with `--force`.',
  },
  'query/refused': {
    means:
      'A part of the rulebook cannot be printed in the language of this database so that it means the same, and leadq prints no query that would give other results.',
    remedy:
      'The hint says how to write it differently. `leadq score postgres://...` and Spark with leadq on its workers have no such limits.',
  },
  'spark/not-found': {
    means: 'leadq starts Spark with `spark-submit` and does not find it.',
    remedy: 'Set SPARK_HOME to the folder where Spark is installed, or put spark-submit on the PATH.',
    example: 'SPARK_HOME=/opt/spark leadq score --engine spark leads.parquet -o scored.parquet',
  },
  'spark/ended': {
    means:
      'Spark ended before its work was done; the message has the last error of its log. Mostly no worker could be had, or one ran out of memory. Nothing was written.',
    remedy: 'Look at the logs of Spark, and try again with more memory or fewer leads at a time.',
  },
  'query/without-events': {
    means:
      'Rules on events are left out of the query, because no table of events was named. They give no points there.',
    remedy: 'Name the table.',
    example: 'leadq compile --to postgres --source leads --events events',
  },
  'query/unseen-columns': {
    means:
      'The query was printed without a look at the table. It reads the columns that are named, and fails in the database if one is missing or has a type that it does not expect.',
    remedy:
      'Show leadq the columns: `--connect URL` asks the database, `--like FILE` takes an export of the table, `--types FILE` a list of columns and types.',
  },
  'query/no-column': {
    means:
      'The table has no column for fields that the rulebook reads, so they are empty for every lead and their rules give no points. Mostly the column has another name.',
    remedy:
      'Map it on the command line or in `fields:` of the rulebook. If the table really lacks it, nothing needs to be done.',
    example: 'leadq compile --to postgres --source leads --columns job_title=contact_role',
  },
  'query/unknown-type': {
    means:
      'The list of types has types that leadq does not know. The query reads these columns as text, which works for most.',
    remedy: 'Nothing needs to be done if the values are texts. Otherwise give the query a view that casts them.',
  },
  'diff/no-column': {
    means: 'An option names a column that the data does not have.',
    remedy: 'Take one of the columns in the hint.',
  },
  'diff/no-key': {
    means: 'The leads have no id and no e-mail, so they are named by their position in the file.',
    remedy: 'Name a column that tells them apart.',
    example: 'leadq diff old.yaml new.yaml --data leads.csv --key "Record No"',
  },
  'diff/blind': {
    means: 'The new rulebook reads a field that no lead of the data has, so its effect cannot be shown here.',
    remedy:
      'Compare on an export that has the column. A sample holds only what the rulebook read when it was made; draw it again.',
  },
  'gates/unknown-stage': {
    means: 'A gate limits a stage that neither of the two rulebooks has.',
    remedy: 'Take the name of the hint, or remove the gate.',
  },
  'gates/waiver-unused': {
    means:
      'A waiver has the fingerprint of no gate that fails. A waiver holds for one gate and one change of the rulebook; the change was merged, or looks different now.',
    remedy: 'Remove it.',
  },
  'gates/waiver-expired': {
    means: 'The waiver of a gate has passed its last day, so the gate fails again.',
    remedy: 'Renew it with a later date if everybody still agrees, or remove it.',
  },
  'git/missing': {
    means: 'A git ref was named (`main:rules.yaml`), and git is not installed or the folder is in no repository.',
    remedy: 'Run it inside the repository, or name two files.',
  },
  'git/no-ref': {
    means:
      'The repository has no such branch, tag or commit. In CI the checkout is mostly shallow and has no other branches.',
    remedy: 'Fetch it, or check out the whole history.',
    example: '- uses: actions/checkout@v4\n  with: { fetch-depth: 0 }',
  },
  'git/no-file': {
    means: 'The file is not in the repository at that ref: it was added or renamed later, or the name is misspelt.',
    remedy: 'Take the name of the hint. For a new rulebook compare with a built-in: `leadq diff b2b rules.yaml`.',
  },
  'git/outside': {
    means: 'A rulebook of a git ref names a file outside the repository.',
    remedy: 'Move the file into the repository; a file that is not in git is named without a ref.',
  },
  'test/no-rulebook': {
    means:
      'The file of tests belongs to a rulebook that is not there. `rules.test.yaml` belongs to `rules.yaml` beside it, unless `rulebook:` names another.',
    remedy: 'Name it; the path is seen from the file of tests.',
    example: 'rulebook: ../leadq.yaml\nas_of: 2026-03-02',
  },
  'test/unknown-name': {
    means:
      'A test expects something about a score, stage, tag or rule that the rulebook does not have. Mostly it was renamed there.',
    remedy: 'Take the name of the hint.',
  },
  'test/unknown-field': {
    means:
      'The lead of a test has a field that the rulebook does not know. Tests write names of fields, not headings of columns.',
    remedy: 'Take the field of the hint, or look it up with `leadq fields WORD`.',
  },
  'test/value': {
    means:
      'A value in a test cannot be read: a date in another form than 2026-01-31, a word for a number, an event without a name.',
    remedy: 'Correct it. `null` stands for an empty cell.',
  },
  'test/table': {
    means: 'A table of tests has a column that is neither a field nor an expectation, or expects nothing.',
    remedy: 'Columns of the lead have the names of fields; what is expected stands after a `=`.',
    example: 'table: |\n  job_title,employees,=stage\n  CEO,300,SQL\n  Student,,nurture',
  },
  'test/expects-nothing': {
    means: 'A test expects nothing, so it could never fail.',
    remedy: 'Say what is expected. `tags: []` means that there is no tag at all.',
    example: 'expect: { stage: SQL }',
  },
  'test/duplicate-name': {
    means: 'Two tests have the same name, so a report could not say which one failed.',
    remedy: 'Rename one of them.',
  },
  'test/none': {
    means: 'No tests were found: files of tests end in `.test.yaml` and lie beside their rulebook.',
    remedy: 'Let leadq write the first ones: they pin what the rulebook does now on both sides of every threshold.',
    example: 'leadq test --generate leadq.yaml > leadq.test.yaml',
  },
  'cli/usage': {
    means:
      'The command line cannot be understood: an option or value is wrong, two options exclude each other, or an argument is missing. Nothing was done.',
    remedy: '`leadq help COMMAND` lists arguments, options and examples.',
  },
  'cli/rulebook': {
    means:
      'No rulebook was named, so leadq took `leadq.yaml` in this folder or the nearest one above, else the built-in `b2b`.',
    remedy: 'Nothing needs to be done. `-r FILE` names another; `leadq init leads.csv` writes one for your export.',
  },
  'cli/schema': {
    means:
      'The first line of a printed rulebook or run file names a schema by which editors complete and check it, and that file is not in this folder.',
    remedy: 'Put it there once; it works without a network.',
    example: 'leadq schema --write',
  },
  'cli/interrupted': {
    means:
      'A signal stopped leadq, such as Ctrl+C or the end of a job. Nothing was written, and temporary files are removed.',
    remedy: 'Run it again.',
  },
  'cli/bug': {
    means: 'A mistake in leadq itself. Nothing was written.',
    remedy:
      'Run it again with LEADQ_DEBUG=1 and report what it prints, with the rulebook and a sample of the leads (`leadq sample --pseudonymise` hides names).',
    example: 'LEADQ_DEBUG=1 leadq score leads.csv',
  },
} as const satisfies CodeTexts
