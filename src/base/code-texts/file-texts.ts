import type { CodeTexts } from './code-text.ts'

/** Help on problems of files. */
export const FILE_TEXTS = {
  'file/not-found': {
    means:
      'There is no file of this name. It was not written, the name is misspelt, or the path is seen from another folder than was thought.',
    remedy:
      'Check the name and the folder (`ls`). Paths in a rulebook, run file or file of tests are seen from the folder of that file, all others from the current folder.',
  },
  'file/folder': {
    means: 'A folder stands where leadq needs a file.',
    remedy: 'Name the files in it. For several exports every night, `leadq run` takes patterns.',
    example: 'leadq score exports/*.csv',
  },
  'file/unreadable': {
    means:
      'The file is there and cannot be read: permissions, a device or pipe in place of a file, or a rulebook over 5 MB.',
    remedy: 'Check the permissions (`ls -l`) and whether the path names what it should.',
  },
  'file/empty': {
    means:
      'The file has no content, or no leads to analyse. Mostly an export failed or was stopped before it wrote anything.',
    remedy: 'Export again and look at the file. Nothing was written.',
  },
  'file/binary': {
    means:
      'The file is not a table: a picture, a PDF, an old Excel workbook (.xls), a workbook with a password, or a web page such as a login page that was saved in place of the export.',
    remedy:
      'Export the leads as CSV, JSON or .xlsx without a password. If it is a login page, sign in and download the file again.',
  },
  'file/cut-off': {
    means:
      'A compressed file, workbook or Parquet file ends too early or is damaged. Mostly a download or copy did not finish.',
    remedy: 'Fetch or export the file again; compare its size with the original.',
  },
  'file/json': {
    means:
      'The file is not valid JSON at the place that is shown. What follows a mistake in JSON cannot be trusted, so the whole file is refused.',
    remedy:
      'Export it again, or correct the place. One record a line (NDJSON) is more robust: there only the broken line is rejected.',
  },
  'file/workbook': {
    means: 'The workbook cannot be read: it is damaged, or was written by a program that does not keep to the format.',
    remedy: 'Open it in a spreadsheet program and save it again, or save it as CSV.',
  },
  'file/formulas': {
    means:
      'Cells of the workbook hold formulas without their values: the program that wrote it never computed them. These cells are read as empty.',
    remedy: 'Open the workbook in a spreadsheet program and save it again, or save it as CSV.',
  },
  'file/too-large': {
    means:
      'A workbook is larger than leadq reads, or the result is larger than a workbook can hold (1,048,576 rows, 16,384 columns).',
    remedy: 'Use CSV for it: save the input as CSV, or write the result with `--format csv`. CSV has no limit.',
  },
  'file/no-sheet': {
    means: 'The workbook has no worksheet of the name or number of `--sheet`, or the file is not a workbook.',
    remedy: 'Take a name from the hint. Without `--sheet` leadq reads the first worksheet that holds a table.',
  },
  'file/loose-json': {
    means:
      'The JSON has comments, extra commas, or values such as `NaN`, which the standard does not allow. leadq reads it all the same; `NaN` is read as empty.',
    remedy: 'Nothing needs to be done. Other programs may refuse the file.',
  },
  'file/no-list': {
    means:
      'The JSON has no list of records in which leads could be. Mostly it is a single setting or an answer without data.',
    remedy: 'Export the records as a list of objects, or one object a line.',
    example: '[{ "email": "ann@acme.example" }, { "email": "bo@firm.example" }]',
  },
  'file/all-rejected': {
    means:
      'None of the records could be read. Mostly the delimiter or the quotes are not what they seem, or the first line is not the header.',
    remedy:
      'Look at the reasons in the rejects file and at the first lines of the input. `--input-format tsv` or `--no-header` may help.',
  },
  'file/all-retired': {
    means:
      'Every record is marked as deleted, archived, merged or historic by a column of its system, so there is nothing to score.',
    remedy:
      'Export the live records. If the column means something else, or these are the leads to score, add `--with-deleted`.',
  },
  'file/too-many-rejects': {
    means:
      "More records were rejected than `--max-rejects` allows. Nothing was written, so yesterday's result is still there.",
    remedy:
      'The rejects file has each rejected record with line and reason. Correct the export, or raise the limit if these losses are all right.',
  },
  'file/totals': {
    means:
      'The file is an aggregated report: its rows are counts by page, country or campaign, and none of them is a lead.',
    remedy:
      'Export the single records (leads, or events with a user id). If its rows are leads after all, add `--from generic`.',
  },
  'file/not-leads': {
    means:
      'The file is an export of companies, deals, campaign members or other records of a system that leadq knows, and not of leads.',
    remedy:
      'Export contacts or leads. Companies can complete leads with `--companies`, campaign members can be passed as `--events`. To score these rows all the same, add `--from generic`.',
  },
  'file/api-error': {
    means:
      'The file holds the error message of an API in place of data: the request behind it failed, mostly because a session or key had expired.',
    remedy:
      'Renew the access and fetch the data again. Let the script check the HTTP status before it saves the answer.',
  },
  'file/two-systems': {
    means:
      'Exports of two systems were put together in one file, or would be joined in one output. Their headings mean different things.',
    remedy: 'Score them one by one. With a folder for `-o` each input gets its own output.',
    example: 'leadq score hubspot.csv salesforce.csv -o scored/',
  },
  'file/not-scored': {
    means: 'A page or comparison needs a file that leadq has scored, and this one has no column `leadq_stage`.',
    remedy: 'Score it first. If it was written with another prefix, give the same `--prefix`.',
    example: 'leadq score leads.csv && leadq report leads.scored.csv',
  },
  'file/would-empty': {
    means:
      'The input holds no leads, and the result would replace an earlier one that has some. Mostly the export failed and left only its header.',
    remedy: 'Check the export. If it is right that there are no leads any more, add `--allow-empty`.',
  },
  'file/too-few-leads': {
    means: 'Fewer leads were scored than `--min-leads` demands. Nothing was written.',
    remedy: 'Check whether the export is complete. If so many leads are right, lower the number.',
  },
  'file/own-output': {
    means:
      'A pattern such as `*.csv` also matched files that leadq wrote in an earlier run. They are not scored again.',
    remedy: 'Nothing needs to be done. To score a result again, name it alone.',
  },
  'file/header-only': {
    means: 'The input has a header and no records. The exit code is 0, because an empty export can be right.',
    remedy: 'If there should be leads, check the export. `--min-leads 1` makes it an error.',
  },
  'file/headings': {
    means:
      'Columns have no name, or several have the same. leadq reads them; a rulebook calls the second of a name `Phone Number#2` and cannot name one without.',
    remedy:
      'Nothing needs to be done if the rulebook does not use them. Otherwise correct the header, or name the column by its number.',
    example: 'fields:\n  phone: { from: ["Phone Number", "Phone Number#2"] }',
  },
  'file/no-header': {
    means:
      'The first row looks like a lead, so leadq treats the file as one without a header and recognises columns by their values only.',
    remedy: 'Name the columns. If the first row is a header after all, add `--header`.',
    example: 'leadq score leads.csv --no-header --names first_name,email,company',
  },
  'file/header-unclear': {
    means:
      'leadq cannot tell whether the first row is the header or a lead: it knows none of its headings. To guess would lose a lead or all names.',
    remedy: '`--header` says that it is the header; `--no-header --names ...` names the columns of a file without one.',
    example: 'leadq score leads.csv --header',
  },
  'file/encoding': {
    means:
      'The file changes its encoding in the middle: some lines are UTF-8, others Windows-1252. Mostly two exports were put together. leadq reads each line by its own encoding.',
    remedy: 'Check names with umlauts and accents in the result. Export everything in UTF-8 if you can.',
  },
  'file/other-lists': {
    means: 'A JSON document holds several lists; leadq read the one that looks like leads and not the others.',
    remedy:
      'If another list holds the leads, save it to a file of its own. Companies of the same document go to `--companies`.',
  },
  'file/own-columns': {
    means:
      'The input has columns of an earlier run (`leadq_stage` ...). They are replaced by those of this run, and say what the leads were before.',
    remedy: 'Nothing needs to be done. To keep both, write the new ones with another `--prefix`.',
  },
  'file/exists': {
    means:
      'A file is in the place of an output, and leadq did not write it or this run reads it. leadq overwrites only its own files.',
    remedy: 'Choose another path with `-o`, rename the file, or add `--force` to replace it.',
  },
  'file/edited': {
    means:
      'An output of an earlier run has columns, rows or cells that somebody added since. Writing it again would lose them.',
    remedy: 'Rename the file to keep it. With `--force` it is replaced, and a copy stays as `.bak`.',
  },
  'file/changed': {
    means:
      'An input was changed while leadq read it, or an output while leadq wrote it. Mostly the export was still being written. Nothing was written.',
    remedy:
      'Start leadq after the export has ended. Let the export write to a temporary name and rename it at the end.',
  },
  'file/locked': {
    means: 'Another run of leadq is writing the same output.',
    remedy: 'Try again when it has ended (exit code 75 says so to scripts), or choose another path.',
  },
  'file/cannot-create': {
    means: 'The output cannot be created: its folder does not exist, is not writable, or its name is not valid.',
    remedy: 'Create the folder, check its permissions, or choose another path with `-o`.',
  },
  'file/cannot-write': {
    means:
      'The output could not be written to its end: the disk is full, or the program that read from stdout has closed it. No half-written file is left.',
    remedy: 'Make room and run it again. Outputs appear whole or not at all, so an earlier result is unharmed.',
  },
  'file/headers-differ': {
    means:
      'Several inputs should be joined in one output, and their headers differ; or one file has a second header in the middle.',
    remedy: 'Give `-o` a folder, so that each input gets its own file, or score files with equal headers together.',
    example: 'leadq score fair.csv web.csv -o scored/',
  },
} as const satisfies CodeTexts
