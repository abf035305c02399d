import { CODES, type Code, type Severity } from '../../base/codes.ts'
import type { LintCode } from '../judging/observation.ts'

/** The severity of a finding; `off`: not reported. */
export type Level = Severity | 'off'

export const LEVELS: readonly Level[] = ['error', 'warning', 'info', 'off']

interface Entry {
  /** Why it is reported, for its page in `docs/lint/`. */
  readonly about: string
  /** What to do about it. */
  readonly remedy: string
  /** Reported only if switched on. */
  readonly isOff?: true
  /** Found only in a file of leads. */
  readonly ofData?: true
}

/** The explanation of every finding. The pages in `docs/lint/` are generated from this and from the case folders. */
export const FINDINGS: Readonly<Record<LintCode, Entry>> = {
  'lint/contradiction': {
    about:
      'No lead can have this condition: parts of it exclude each other, or a value that is wanted is also forbidden. The rule, row or tag has no effect. It is proved, and the lead that is shown meets the first part and therefore not the other one. A branch of an `any` that can never hold is reported, too.',
    remedy:
      'Look at the parts that exclude each other: mostly one `all` should be an `any`, a threshold was turned round, or a rule is left over and can go.',
  },
  'lint/unreachable': {
    about:
      'A threshold lies above everything that a lead can get (or below everything), with all caps and with rules that exclude each other taken into account. The lead that is shown has the highest points there are. Where the highest points are only known as a bound, the message says so: no lead gets more, and perhaps none gets as many.',
    remedy:
      'Lower the threshold, or raise the points or the `max` of the score. The lead that is shown says how many points there are.',
  },
  'lint/undecided': {
    about:
      'Whether a lead can meet this condition depends on the points of many rules about the same fields. Lint tries a limited number of combinations; here it came to that limit, and none of the leads that it made up meets the condition. It may be fine, and it may be out of reach.',
    remedy:
      'Try the lead that you have in mind with a test (`leadq test`) or with `leadq explain`. Fewer rules on the same fields let lint decide.',
  },
  'lint/always-true': {
    about:
      'Every lead has this condition, also one of which nothing is known. It makes no difference, and mostly something else was meant: `any` in place of `all`, or a `not` around the wrong part.',
    remedy: 'Write what was meant, or remove the condition.',
  },
  'lint/always-met': {
    about:
      'No lead has so few points that it would miss this threshold, once the score is known at all. The lead that is shown has nothing filled in and meets it.',
    remedy: 'Raise the threshold, or remove it if every lead should have it.',
  },
  'lint/implied': {
    about:
      'Beside a stricter threshold on the same thing this one makes no difference. Often one of the two was changed and the other one forgotten.',
    remedy: 'Remove the weaker threshold, or correct the one that was forgotten.',
  },
  'lint/shadowed': {
    about:
      'Of stages, labels of a segment, cases, owners and next steps the first that holds is taken. Everything that this row could take is taken by a row above it. Rules that add points may overlap; they are never reported.',
    remedy: 'Move the row above the one that takes everything, make that one narrower, or remove the row.',
  },
  'lint/gap': {
    about:
      'A segment without `otherwise` leaves leads unlabelled that none of its labels takes. The same is reported of a ladder of steps (cases, rules, stages) that ask nothing else and leave out a range between two of them. Ranges that are wider than both their neighbours, and those between points and minus points, count as meant.',
    remedy: 'Add a last label `NAME: otherwise`, or close the gap between the two steps.',
  },
  'lint/boundary-gap': {
    about:
      'Conditions that are read together (rules of a group, cases, rows, tags) and ask nothing else leave out a single number or day between them: `below: 50` beside `above: 50`, `between: [1, 49]` beside `above: 50`. A lead with exactly this value is neither.',
    remedy: 'Let one of the two include the value: `at_least` in place of `above`, `at_most` in place of `below`.',
  },
  'lint/duplicate-rule': {
    about:
      'Two rules of a score hold for the same leads and give the same points. If the points are meant to be double, write them so.',
    remedy: 'Remove one of the two, or write the points into one rule.',
  },
  'lint/cancel': {
    about: 'Two rules of a score hold for the same leads, and one takes away what the other one gives.',
    remedy: 'Decide which of the two is right and remove the other.',
  },
  'lint/single-rule': {
    about:
      'One rule alone brings a lead into the best stage (the first row), over a threshold of points: everything else can be empty. That may be intended. Rules that alone reach a stage below the best one are not reported.',
    remedy:
      'If one answer should not be enough, ask for a second thing in the stage: `some: { at_least: 2, of: [...] }`.',
  },
  'lint/idle-max': {
    about:
      'All rules together stay below this `max`, so that it never takes anything away, and the scale it promises is never used in full. Where the sum is only known as a bound, the message says so.',
    remedy: 'Lower the `max` to what should be the most, or remove it.',
  },
  'lint/idle-memory': {
    about:
      'No lead stays in its stage by this `keep_while`: no lead can meet it, or every lead that meets it meets `when`, too, and is in the stage anyway. Of a `cool_down`: whoever it holds back comes into the same stage by a row below.',
    remedy:
      'Make `keep_while` wider than `when` (a lower threshold), or remove it; a `cool_down` needs that no row below brings the lead back at once.',
  },
  'lint/constant-max': {
    about:
      'Whoever earns anything here earns more than the `max`. The points that are written are never given, and rules with different points are worth the same.',
    remedy: 'Raise the `max`, or lower the points below it.',
  },
  'lint/unused-field': {
    about: 'A field is declared, and no rule, condition, row or setting reads it.',
    remedy: 'Remove the field, or write the rule that it was meant for.',
  },
  'lint/unused-list': {
    about: 'A list is written down, and no condition names it as `$NAME`.',
    remedy: 'Remove the list, or name it in a condition as `$NAME`.',
  },
  'lint/unused-tag': {
    about:
      'No condition reads this tag. It stands in the output all the same, so it is reported only if asked for: `--severity lint/unused-tag=warning`, for rulebooks in which tags serve other rules.',
    remedy: 'Nothing needs to be done if people or other systems read the tag.',
    isOff: true,
  },
  'lint/not-of-empty': {
    about:
      'A comparison with nothing is false, so that a block `not` around it is true of every lead without the value. The `not` under a field needs a value and does not have this trap. Exclusions and criteria keep unknown as unknown and are not concerned. Not reported: a `not` over words (`has_word`, `contains` ...) beside a condition that needs a value, which takes people out of a group; and with `--data`, fields that are hardly ever empty.',
    remedy:
      'Use the `not` under the field, which needs a value: `country: { not: [DE, AT] }`. If empty leads should match, say so: `any: [ { country: { known: false } }, ... ]`.',
  },
  'lint/clock': {
    about:
      'Conditions with `in_last`, `older_than` and `in_next` look at the day of the run. That is what they are for; it also means that two runs over the same file differ, and that a test needs a frozen day. It is off unless asked for: `--severity lint/clock=info`.',
    remedy: 'Nothing needs to be done. Give tests a fixed `as_of`, and runs that should be repeatable `--as-of`.',
    isOff: true,
  },
  'lint/exact-number': {
    about:
      'A bare value is `equals`: `score.fit: 60` holds for 60 alone, and a lead with 70 does not have it. For points and amounts a threshold is mostly meant. 0, and what a rule gives whenever it fires, are not reported.',
    remedy: 'Write `at_least`, `at_most` or `between`, or suppress the finding if exactly this number is meant.',
  },
  'lint/sentence': {
    about:
      'A value is compared as it is written: `country: Austria or Germany` is true of a cell with these three words. A list means any of its values, `not` excludes some, numbers have operators of their own, and `*` means something in `has_word` only.',
    remedy: 'Write a list for several values, `not` to exclude some, and operators such as `above` for numbers.',
  },
  'lint/null-value': {
    about:
      'A cell with nothing but `n/a`, `-`, `None`, `null` or another spelling of `locale.nulls` is empty, so it has no text that a comparison could find. `known: false` finds empty cells; `keep` under the field makes such a text a value. A value that a `map` or `empty` of the field gives is not reported.',
    remedy:
      'Write `known: false` to find empty cells. To keep the text as a value, list it under the field: `fields: { note: { keep: ["-"] } }`.',
  },
  'lint/pattern': {
    about:
      'Reading a rulebook refuses every pattern that engines understand differently. Two things remain: letters of which databases do not agree what their other case is, and more than 32 patterns in one rulebook, which PostgreSQL compiles anew for every row.',
    remedy:
      'Use `has_word` or `contains` where they do, or letters of which both cases are plain. It does not matter where no database runs the rulebook.',
  },
  'rule/substring': {
    about:
      '`contains` looks inside words, and this short text stands inside a common one: `cto` is in every `director`.',
    remedy: 'Use `has_word`, which finds whole words; `*` at an end stands for the rest of a word.',
  },
  'lint/never-fired': {
    about:
      'The file has the fields that this rule reads, and it gave nothing to any of the leads. A value may be spelled differently in the data.',
    remedy:
      'Compare the values of the rule with those of the file: `leadq lint --data FILE` lists frequent values that no rule mentions. It may also be right that nobody has it.',
    ofData: true,
  },
  'lint/always-fired': {
    about: 'The rule gave every lead the same points, so that it tells none of them apart.',
    remedy: 'Remove the rule, or give it a condition that some leads do not meet.',
    ofData: true,
  },
  'lint/empty-field': {
    about: 'A field that the rulebook reads has a column, and less than a tenth of its cells are filled.',
    remedy: 'Check whether the export has the right column, or give the rules of this field fewer points.',
    ofData: true,
  },
  'lint/missing-field': {
    about:
      'The rulebook reads a field and the file has no column for it: what asks for it has no effect on this data. A column that the rulebook names by `from` and the file lacks is reported as `bind/missing-column`, with the nearest heading.',
    remedy:
      'Export the column, name it in `fields: { NAME: { from: ... } }`, or ignore the finding if this data never has it.',
    ofData: true,
  },
  'lint/unreadable-field': {
    about:
      'More than a fifth of the filled cells do not read as the type of the field, and are judged as empty. The type may be wrong, or `locale` has to say how numbers and dates are written.',
    remedy: 'Give the field its type, or say how numbers and dates are written: `locale: { numbers: de, dates: dmy }`.',
    ofData: true,
  },
  'lint/unnamed-value': {
    about:
      'Values that many leads have and that no rule, table or condition on the field mentions. Spellings that were forgotten show up here. Of fields that tell who a lead is (names, addresses, numbers, ids, free texts) only the kind and the count are shown, in every format.',
    remedy: 'Add the spelling to the table or list where it belongs, or leave it at `else`.',
    ofData: true,
  },
  'lint/baseline': {
    about:
      'A finding that the baseline knows is not there any more. It leaves the file by itself; in CI the file is left alone, so that somebody runs the same command and commits it.',
    remedy:
      'Nothing needs to be done: commit the baseline file that was written. In CI run the same command on your machine and commit it.',
  },
  'lint/comment': {
    about:
      'A comment that is meant for lint names no finding, gives no reason, or suppresses nothing any more. It has no effect then.',
    remedy: 'Correct the name of the finding, add a reason after `--`, or remove the comment.',
  },
}

export function isLintCode(code: string): code is LintCode {
  return Object.hasOwn(FINDINGS, code)
}

/** The default severity of a code. */
export function defaultLevel(code: Code): Level {
  return isLintCode(code) && FINDINGS[code].isOff ? 'off' : CODES[code].severity
}
