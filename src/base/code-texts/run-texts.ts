import type { CodeTexts } from './code-text.ts'

/** Help on problems of nightly runs, costs, and learning from closed leads. */
export const RUN_TEXTS = {
  'run/locked': {
    means:
      'Another run holds this folder of runs: two at a time would overwrite each other. The message names its process and machine.',
    remedy:
      'Wait for it (`--lock-wait 10m`), or let the timer start less often. Exit code 75 tells a scheduler to try again.',
  },
  'run/quarantined': {
    means:
      'A guard of the run file has failed, such as a file that shrank by half since yesterday. The run stays in `quarantine` and is not published; `latest` is still the run before.',
    remedy: 'Look at the run. If it is right after all, publish it; if not, correct the export and run again.',
    example: 'leadq run --release runs/quarantine/2026-03-02T02-00-00Z',
  },
  'run/too-long': {
    means: 'The run took longer than `max_duration` allows and was stopped. Nothing was published.',
    remedy:
      'Allow more time, or find out what slowed it down: the log on stderr has the time of every step (`--log-format json` makes it one object a line).',
  },
  'run/no-manifest': {
    means: 'The folder is not the folder of a run, or its `manifest.json` cannot be read.',
    remedy: 'Name the folder of a run, such as `runs/latest`.',
    example: 'leadq verify runs/latest',
  },
  'run/not-repeatable': {
    means:
      'A run cannot be scored again: an input is gone or has changed since. Its outputs can still be compared with the manifest.',
    remedy:
      'Keep exports for as long as runs should be repeatable. Without `--rerun`, `leadq verify` checks the outputs alone.',
  },
  'run/not-released': {
    means: 'The run to be published is not in quarantine, or a newer one has been published since.',
    remedy: 'Name a folder below `quarantine`, or run the job again.',
  },
  'run/no-files': {
    means:
      'A pattern of the run file matches no file, or another number of files than `exactly` asks for. Mostly the export was not written that night.',
    remedy: 'Check the export. Patterns are seen from the folder of the run file.',
    example: 'inputs: [exports/leads-*.csv]\nnewest: true',
  },
  'run/previous-file': {
    means:
      'The run before is given as a file, which has the stages of its leads and nothing else. Moves are counted, without their causes, and guards cannot compare.',
    remedy: 'Nothing needs to be done. From the second run in a folder of runs on, everything is compared.',
  },
  'run/previous': {
    means:
      'An earlier run cannot be read: it was stopped, its files were changed, or another leadq wrote it. leadq goes back to the newest that it can read.',
    remedy: '`leadq verify FOLDER` says what is wrong with it. A damaged run can be removed.',
  },
  'run/other-rulebook': {
    means:
      'The run before used another version of the rulebook, so leads also move because of the rules. The causes in the summary keep the two apart.',
    remedy: 'Nothing needs to be done. `leadq diff OLD NEW --data FILE` shows what the change does.',
  },
  'run/notify': {
    means:
      'The run is done, and something beside it did not work: a ping, a webhook, a file of metrics, or a copy of an output.',
    remedy: 'Check the address or path in the run file. The run itself is published.',
  },
  'run/guard': {
    means: 'A guard warns: a figure is beyond its `warn` limit and within its `fail` limit. The run is published.',
    remedy: 'Look at the export of that night. If the new figure is normal, change the limit.',
    example: 'guards:\n  max_shrink: { warn: 10%, fail: 30% }',
  },
  'history/none': {
    means: 'The folder holds no runs.',
    remedy: 'Name the folder that `leadq run` writes to (`out` of the run file, by default `runs`).',
  },
  'history/run': {
    means: 'A run is left out of the history, because it has no manifest or cannot be read.',
    remedy: 'Nothing needs to be done; `leadq verify` says what is wrong with it.',
  },
  'history/then': {
    means:
      'Leads are taken as they were in the first run that has them, and their outcome from the file of today. So nothing is learned from what became known later.',
    remedy: 'Nothing needs to be done.',
  },
  'history/no-lead': {
    means: 'No run has scored a lead of this key.',
    remedy:
      'Leads are called by the first field of `key` that they have: by default their id, else their e-mail address.',
  },
  'history/no-column': {
    means: 'No run was scored by a rulebook that has this rule or segment.',
    remedy: 'Take the name of the hint; `leadq history` lists the rules of each run.',
  },
  'report/no-run': {
    means:
      'The path is neither the folder of a run nor a scored file, so there is nothing to draw; or the files of the run are damaged.',
    remedy: 'Name a folder that `leadq run` wrote, or an output of `leadq score`.',
    example: 'leadq report leads.scored.csv',
  },
  'costs/none': {
    means: 'The file of costs has no row that can be counted: columns are missing, or days and amounts cannot be read.',
    remedy: 'A row is a channel, its first and last day, and its cost. The message says what is wrong with the rows.',
    example: 'channel,from,to,cost,currency\npaid search,2026-03-01,2026-03-31,1200,EUR',
  },
  'costs/no-channel': {
    means:
      'Costs were given, and the rulebook has no segment `channel`, so leadq cannot tell which leads they brought.',
    remedy: 'Add the segment; the built-in rulebooks have one to copy (`leadq rules show b2b`).',
    example: 'segments:\n  channel: { paid search: { source: [adwords, google ads] }, other: otherwise }',
  },
  'costs/row': {
    means:
      'Rows of the file of costs are not counted: a day or the amount is missing or cannot be read, or the last day is before the first.',
    remedy: 'Correct the lines that are named.',
  },
  'costs/currency': {
    means: 'Some costs are in another currency than most. leadq knows no exchange rates, so they are not counted.',
    remedy: 'Convert them in the file.',
  },
  'costs/channel': {
    means: 'Costs are of a channel that is not a label of the segment `channel`, so they meet no leads.',
    remedy: 'Spell it as the rulebook does, or add it to the segment.',
  },
  'costs/twice': {
    means: 'The same cost (channel, days and amount) stands in the file twice, and counts twice.',
    remedy: 'Remove one of them if it is the same invoice.',
  },
  'costs/overlap': {
    means: 'Two costs of one channel overlap in time. Both count, and the leads of these days count once.',
    remedy: 'Nothing needs to be done if they are two campaigns.',
  },
  'costs/later': {
    means:
      'A cost runs beyond the day of the run. It counts in full beside the leads so far, so the cost per lead is higher than it will be.',
    remedy: 'Nothing needs to be done; the figure falls as leads come in.',
  },
  'costs/no-date': {
    means: 'The leads have no date of creation, so all of them are counted, whatever the periods of the costs.',
    remedy: 'Export the date of creation, or name its column.',
    example: 'fields:\n  created_date: { from: Angelegt }',
  },
  'learn/no-outcome': {
    means:
      'No column plainly says which leads were won and which were lost, or the value that was named is not in the file.',
    remedy: 'Name the columns and values. The hint lists columns that could be meant.',
    example: 'leadq tune closed.csv --won "Status=Won" --lost "Status=Lost"',
  },
  'learn/outcome': {
    means: 'The outcome says too little: all closed leads were won, or none, or some are won and lost at once.',
    remedy: 'Choose values for `--won` and `--lost` that exclude each other, and export both kinds.',
  },
  'learn/too-few': {
    means:
      'The file has too few closed leads to learn from: 100 are needed, 30 won and 30 lost. From fewer, chance would be learned.',
    remedy: 'Export a longer period. Until then `leadq init` writes a starter rulebook without an outcome.',
  },
  'learn/no-column': {
    means:
      'Every column was left out: it is filled only after the outcome, is nearly empty, identifies single leads, or is a date without the day the lead came in.',
    remedy:
      'The message gives the reason for each column. `--use COLUMN` takes one in, `--as-of-column COLUMN` makes dates usable.',
  },
  'learn/drift': {
    means:
      'The share of leads that were won has changed much over the time of the file, or later leads are ordered worse than earlier ones. What was learned from old leads may not hold any more.',
    remedy:
      'Learn from later leads only, and learn again soon. `--never COLUMN` leaves out columns that change with the market.',
  },
  'learn/knows-outcome': {
    means:
      'The rulebook reads the column that says the outcome. A backtest would only measure that it knows the answer, so this column counts as empty.',
    remedy: 'Nothing needs to be done. For the nightly run the rule can stay, to exclude customers.',
  },
  'learn/clock': {
    means:
      'Rules depend on the day of the run (`in_last`, `older_than`, fades), and old leads are all scored as of one day. They look older than they were.',
    remedy: 'Name the column of the day on which a lead came in: each is then scored as of its own day.',
    example: 'leadq backtest closed.csv -r rules.yaml --as-of-column "Created"',
  },
  'learn/order': {
    means:
      'The column of `--date` or `--as-of-column` does not exist, or holds neither dates nor numbers that rise with time.',
    remedy: 'Name a column of dates, such as the day of creation.',
  },
  'learn/leak': {
    means:
      'A rulebook or a single column tells won from lost nearly perfectly. Almost always it holds what becomes known only after the outcome, such as a reason of loss.',
    remedy: 'If it is not known on the day a lead comes in, leave it out: `--never COLUMN`.',
  },
  'learn/keep': {
    means:
      'The rulebook whose parts should stay cannot be used for that: it has problems, extends another one, or has no such score, group or rule.',
    remedy: 'Take the name of the hint. If it extends others, write it out first.',
    example: 'leadq rules show leadq.yaml > whole.yaml',
  },
  'learn/points': {
    means:
      'Rules were learned anew, and a stage, grade or condition still compares with points of before. Its threshold may not mean the same any more.',
    remedy: 'Look at the threshold again. `leadq diff OLD NEW --data FILE` shows which leads move.',
  },
  'learn/comment': {
    means: 'Comments stood at parts of the rulebook that were learned anew, and went with them.',
    remedy: 'Write again what still holds. `--keep PART` keeps a rule with its comment.',
  },
  'learn/open': {
    means:
      'The file has closed leads only. Columns that are filled when a lead is closed cannot be told from others then.',
    remedy: 'Export the open leads as well.',
  },
} as const satisfies CodeTexts
