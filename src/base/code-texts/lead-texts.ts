import type { CodeTexts } from './code-text.ts'

/** Help on problems of single leads, of binding their columns, of events, imports and samples. */
export const LEAD_TEXTS = {
  'lead/cells': {
    means:
      'A record has more or fewer cells than the header. Mostly a delimiter or line break inside a text was not put in quotes. The record is rejected: it goes to the rejects file with its line and reason.',
    remedy: 'Correct these lines in the export. `--max-rejects 1%` stops a run that loses too many.',
  },
  'lead/quote': {
    means:
      'A quote opens and is never closed, or something stands between a closing quote and the delimiter. The record is rejected; the next one is read as usual.',
    remedy: 'Correct the line: inside a quoted cell a quote is written twice.',
    example: '"Acme ""North"" GmbH",ann@acme.example',
  },
  'lead/too-long': {
    means:
      'A record has more than 1 MiB. Mostly a quote was not closed and swallowed many lines, or a file was pasted into a cell.',
    remedy: 'Look at the line in the rejects file and correct the export.',
  },
  'lead/not-a-record': {
    means: 'An element of the list in the JSON is not an object, so it has no fields.',
    remedy: 'Export the leads as objects. The rejects file shows the values.',
  },
  'lead/json': {
    means: 'A line of an NDJSON file is not valid JSON. It is rejected, and the other lines are read.',
    remedy: 'Look at the line in the rejects file; mostly the export was cut off there.',
  },
  'lead/duplicate-key': {
    means:
      'Several leads have the same id (or the same e-mail, where there is no id). Each copy is scored and counted separately.',
    remedy: 'If they are the same lead, let the rulebook keep one of them.',
    example: 'dedupe: { by: id, keep: latest }',
  },
  'lead/duplicate-email': {
    means:
      'Several leads have the same e-mail address and different ids: the CRM has duplicates. Each copy is scored and counted separately.',
    remedy: 'Merge them in the CRM, or let the rulebook keep one.',
    example: 'dedupe: { by: email, keep: most_complete }',
  },
  'lead/damaged-id': {
    means:
      'A spreadsheet has rounded long ids to numbers such as 1.11015E+11. They do not identify a lead any more, so leadq does not use them as keys.',
    remedy: 'Export the file again and do not save it with Excel. Until then leads are identified by their e-mail.',
  },
  'lead/retired': {
    means:
      'Records that their system marks as deleted, archived, merged or historic are skipped: nobody should call them.',
    remedy: 'Nothing needs to be done. `--with-deleted` scores them as well.',
  },
  'lead/not-found': {
    means:
      'The file has no lead with this id or e-mail, or none on this row; the message says if the row was skipped or rejected, and why.',
    remedy: 'Check the spelling. A row is the line in the file on which the record starts; the header is row 1.',
    example: 'leadq explain leads.csv --row 17',
  },
  'lead/cut': {
    means: 'Texts are longer than a cell of a workbook can be (32,767 characters) and were cut.',
    remedy: 'Write CSV, which has no such limit: `--format csv`.',
  },
  'lead/formula': {
    means:
      'Cells of the output begin with `=`, `+`, `-` or `@`, and a spreadsheet would run them as formulas. They came with the leads; somebody may have typed them into a form on purpose.',
    remedy:
      "`--escape-formulas` puts a ' before them. Use it if people open the file in a spreadsheet; leave it out if a program reads it.",
  },
  'import/no-column': {
    means:
      'The file has no column by which the CRM of `--for` could find its records, so the import would create everything anew.',
    remedy: 'Export the leads again with the id of the record (the message names the column).',
  },
  'import/no-key': {
    means:
      'Leads have nothing in the column by which the CRM finds its records. They are scored and go to the rejects file in place of the import file.',
    remedy: 'Import these leads into the CRM first, and export them with their ids.',
  },
  'import/bad-key': {
    means:
      'The id of a lead is not one that this CRM gives: it was rounded by a spreadsheet, cut, or comes from another system.',
    remedy: 'Export again from the CRM that the import goes to, and do not save the file with Excel.',
  },
  'import/text': {
    means:
      'A text is longer than the field of the CRM allows, or has characters that its importer refuses. The lead goes to the rejects file in place of the import file.',
    remedy: 'Shorten names of stages, rules and tags in the rulebook, or choose fewer columns with `--columns`.',
  },
  'import/all-refused': {
    means: 'None of the leads can be imported, mostly because their ids are not those of this CRM.',
    remedy: 'Check that `--for` names the system that the file was exported from.',
  },
  'import/too-many': {
    means: 'The import file has more leads than the importer of this CRM takes at once.',
    remedy: 'Cut the file into pieces before the import, or write less: `--only SQL,MQL`.',
  },
  'bind/nothing-matched': {
    means:
      'No column of the file is a field that the rulebook reads, so no lead can earn points. Mostly the headings are in words that leadq does not know, or the file is not an export of leads.',
    remedy:
      '`leadq fields --like FILE` shows what leadq makes of the columns. Name them in the rulebook, or name the system with `--from`.',
    example: 'fields:\n  job_title: { from: Rolle }\n  employees: { from: "MA gesamt" }',
  },
  'bind/required-column': {
    means:
      'The rulebook marks a field as `required`, and the file has no column for it. Without it every lead would lose these points unnoticed, so nothing is scored.',
    remedy: 'Name the new heading in the rulebook, or export the column again.',
    example: 'fields:\n  job_title: { from: ["Job Title", Jobtitel], required: true }',
  },
  'bind/missing-column': {
    means:
      'The rulebook names a column in `from:`, and the file does not have it. The field is empty for every lead. Mostly the heading was changed in the CRM.',
    remedy: 'Take the heading of the hint, or add it to the list in `from`, which is tried from left to right.',
    example: 'fields:\n  staff: { from: [Employees, "Number of employees"], type: number }',
  },
  'bind/renamed-column': {
    means:
      'A field that the rulebook reads has no column, and an unknown column has a similar name. Probably it was renamed, and every lead loses the points of that field.',
    remedy: 'If it is the same column, name it in the rulebook. If not, nothing needs to be done.',
    example: 'fields:\n  job_title: { from: ["Job Title", Jobtitel_neu] }',
  },
  'bind/ambiguous-date': {
    means:
      'All dates of a column can be read day first or month first (03/04/2026), and nothing in the file shows which. leadq chose one; if it is the other, rules on dates are wrong.',
    remedy: 'Say it in the rulebook, or export dates as 2026-04-03.',
    example: 'locale: { dates: dmy }',
  },
  'bind/ambiguous-heading': {
    means:
      'A heading means different things in different systems (`Title` is a job title in one and a salutation in another), and the file is not recognised as the export of one of them. The column is ignored.',
    remedy: 'Name the system, or the column in the rulebook.',
    example: 'leadq score leads.csv --from salesforce',
  },
  'bind/new-keys': {
    means:
      'Records far down in a JSON file have keys that none of the first 10,000 has. leadq decides on the columns by those, so the new keys are not read.',
    remedy: 'Put a record with all keys first, or write every key in every record, with `null` where there is nothing.',
  },
  'bind/column-type': {
    means:
      'A column of a database table has a type that does not fit its field, such as a date for a number. Its values are read as text and are mostly invalid.',
    remedy: 'Name another column in the rulebook, change the type of the field, or give leadq a view that casts it.',
  },
  'event/as-leads': {
    means: 'The file holds events (page views, e-mails, calls): a row is something that happened, and not a lead.',
    remedy: 'Pass it beside the leads. To score its rows all the same, add `--from generic`.',
    example: 'leadq score leads.csv --events events.csv',
  },
  'event/columns': {
    means: 'An event file has no column that says what happened, when, or to whom, so its rows cannot be used.',
    remedy: 'Name the columns in the rulebook.',
    example: 'events:\n  fields: { event: { from: Ereignis }, time: { from: Zeitpunkt } }',
  },
  'event/no-rules': {
    means: 'Event files were given, and no rule of the rulebook reads events. They have no effect.',
    remedy: 'Add rules with `event:`, or leave `--events` out.',
    example: '- { id: pricing, event: page_view, where: { page: { contains: /pricing } }, points: 12 }',
  },
  'event/no-lead-key': {
    means: 'The leads have no column by which events could find them: neither an id nor an e-mail address.',
    remedy: 'Name the column in the rulebook, or export it.',
    example: 'fields:\n  id: { from: Kundennummer }',
  },
  'event/none-matched': {
    means:
      'No event finds a lead: the keys in the event file are of another kind than those of the leads, such as client ids of web analytics beside ids of the CRM.',
    remedy: 'Export a column of the leads that holds these keys, and name it in `events: join`.',
    example: 'events:\n  join: [client_id]',
  },
  'event/time': {
    means: 'The time of some events cannot be read. They are ignored, because their age is unknown.',
    remedy:
      'Look at the first line that is named. Write times as 2026-01-31T09:30:00Z; `locale: { dates: dmy }` helps with dates that can be read in two ways.',
  },
  'event/rejected': {
    means:
      'Records of an event file cannot be read: wrong number of cells, an open quote, a broken line of JSON. They are left out.',
    remedy: 'Look at the line that is named, and correct the export.',
  },
  'event/unknown-name': {
    means:
      'A rule asks for events of a name that leadq does not know and that no event of a lead in the files has. It earns nobody points. Mostly the name is misspelt.',
    remedy: 'Take the name as the event file writes it. If such events are only rare, nothing needs to be done.',
  },
  'previous/no-stage': {
    means: '`--previous` names a file without the stages of its leads, so leadq cannot tell what they were before.',
    remedy: 'Name an output of `leadq score` with all its columns, or the folder of a run.',
    example: 'leadq score leads.csv --previous runs/latest',
  },
  'previous/no-key': {
    means:
      'The leads, or those of the run before, have no column of `key:` (by default the id, else the e-mail), so leads cannot be found again.',
    remedy: 'Export the column, or name the fields that identify a lead.',
    example: 'key: [id, email]',
  },
  'previous/damaged': {
    means: 'The verdicts of the run before cannot be read: the file is cut off or was changed.',
    remedy: 'Name another run, or start afresh with `previous: none`. `leadq verify FOLDER` checks the files of a run.',
  },
  'previous/format': {
    means: 'The verdicts of the run before were written by a leadq with another format.',
    remedy: 'Name an output (CSV, JSON) of that run, or score its input again by this leadq.',
  },
  'previous/other-stages': {
    means:
      'Leads were in stages of the run before that the rulebook does not have: a stage was renamed or removed. They count as moved, and `keep_while` and `cool_down` do not know them.',
    remedy: 'If a stage was renamed, expect one night in which all its leads move.',
  },
  'previous/no-run': {
    means: '`--previous` names a folder that is not the folder of a run.',
    remedy: 'Name a folder that `leadq run` wrote, `runs/latest`, or the file that `leadq score` wrote.',
  },
  'sample/kept': {
    means:
      'Texts stay as they are in a pseudonymised sample, because every replacement would change the verdict of their lead.',
    remedy: 'Look at this column before you show the file to anybody, and remove what must not be seen.',
  },
  'sample/too-different': {
    means:
      'No group of rows is as large as `--k` demands: every lead differs from the others in what the rulebook reads.',
    remedy: 'Draw more rows, ask for smaller groups, or sample with a rulebook that reads fewer fields.',
  },
  'sample/differs': {
    means:
      'A lead of the pseudonymised sample has another verdict than the real one, so the sample is not written. Mostly the format of numbers or dates was recognised differently in fewer rows.',
    remedy: 'Set the formats in the rulebook, so that they do not depend on the rows.',
    example: 'locale: { numbers: de, dates: dmy }',
  },
} as const satisfies CodeTexts
