import type { CodeTexts } from './code-text.ts'

/** Help on problems of rulebooks. */
export const RULEBOOK_TEXTS = {
  'yaml/syntax': {
    means:
      'The file is not valid YAML at the place that is shown, so what follows it cannot be understood. The usual causes are a tab in the indentation, a missing comma in `{ }`, a missing space after `:`, or a text with `: ` or `#` in it that is not in quotes.',
    remedy:
      'Look at the marked place and at the line above it. Indent with spaces, and put texts with special characters in quotes.',
    example: 'rules:\n  - { id: page, when: { page: { contains: "/pricing: new" } }, points: 5 }',
  },
  'yaml/duplicate-key': {
    means:
      'One map has the same key twice; YAML does not say which of the two counts. Mostly a block was copied and its key was not changed.',
    remedy: 'Remove one of the two, or join what stands below them.',
  },
  'yaml/documents': {
    means: 'The file holds several YAML documents, separated by a line `---`. leadq reads one rulebook from a file.',
    remedy:
      'Remove the `---` and what follows, or give the second document a file of its own and name it in `extends`.',
  },
  'yaml/too-large': {
    means:
      'The file nests more than 100 levels deep, or its aliases (`*name`) stand for more values than a rulebook can have. Such files are made by a program or meant to do harm; no rulebook needs them.',
    remedy: 'Write the values out, or use `lists:` for what is needed several times.',
  },
  'rule/shape': {
    means:
      'A value has another form than its key needs: a text in place of a list, a decimal in place of a whole number, a map in place of a value. The message names what is expected and what was found.',
    remedy:
      'Write the value in the form that the message names. `leadq help rulebook` shows every key in use. Points are whole numbers.',
    example: 'stages:\n  - { stage: SQL, when: { score.total: { at_least: 60 } } }\n  - { stage: nurture }',
  },
  'rule/unknown-key': {
    means:
      'The rulebook language has no such key at this place. Mostly it is a spelling mistake, or the key belongs one level higher or deeper.',
    remedy:
      'Take the key of the hint, or compare the place with `leadq help rulebook`. With `leadq schema` an editor completes the keys.',
  },
  'rule/missing-key': {
    means:
      'A key that is required at this place is not there, such as the `id` of a rule or `leadq: 1` at the top of a rulebook.',
    remedy: 'Add the key. In a list, also check that each entry begins with its own `- `.',
    example: 'leadq: 1\nname: Our rules',
  },
  'rule/unknown-field': {
    means:
      'A condition or rule names a field that neither the catalogue nor `fields:` of the rulebook has. Mostly it is a spelling mistake, or the heading of a column in place of the name of its field.',
    remedy:
      'Take the field of the hint, or look it up: `leadq fields WORD`, `leadq fields --like leads.csv`. A column that the catalogue does not know becomes a field by a line in `fields:`.',
    example: 'fields:\n  roof_area: { from: "Roof area (m2)", type: number }',
  },
  'rule/unknown-name': {
    means:
      'A score, rule, criterion, segment, tag, stage or list is named that the rulebook does not have. It was renamed, dropped with `enabled: false`, or misspelt.',
    remedy:
      'Take the name of the hint, or define it. `leadq rules show` prints a rulebook with everything that it extends.',
  },
  'rule/unknown-operator': {
    means:
      'A field is compared by an operator that does not exist. Signs such as `>` or `=` and words of SQL are not operators of the language.',
    remedy: 'Take the operator of the hint; `leadq operators` lists all of them with examples.',
    example: 'when: { employees: { at_least: 50 } }',
  },
  'rule/changed-type': {
    means:
      'A rulebook gives a field another type than the rulebook that it extends, and a rule from there compares it in a way that does not fit the new type. That rule gives no points.',
    remedy: 'Replace the rule by one of the same id that fits the new type, or drop it.',
    example: 'rules:\n  - { id: keen, enabled: false }',
  },
  'rule/type': {
    means:
      'An operator or setting does not work on the type of this field: `at_least` on a text, `has_word` on a number. Fields that `fields:` declares without a type are texts, which is the most usual cause.',
    remedy: 'Use an operator that works on the type (`leadq operators TYPE`), or give the field its type.',
    example: 'fields:\n  rank: { from: Rank, type: number }',
  },
  'rule/constant': {
    means:
      'A value to compare with cannot be read as the type of the field: `10.000` or `many` for a number, `31st of May` for a date. Rulebooks write numbers without grouping and dates as 2026-01-31, whatever the export does.',
    remedy: 'Write the value as the hint says.',
    example: 'when: { employees: { at_least: 10000 }, created_date: { after: 2026-01-31 } }',
  },
  'rule/too-early': {
    means:
      'A condition uses something that is computed later. leadq computes fields, rules and scores, grade, account, criteria, `exclude`, stages, segments, tags, owners and next steps in this order, so that no circle can arise.',
    remedy:
      'Ask for what is known at this point: a rule cannot ask for the stage, but a stage can ask for the points of a rule (`rule.demo: { above: 0 }`). A segment or tag can use those that are written above it.',
  },
  'rule/duplicate-id': {
    means:
      'Two rules, criteria or exclusions of the rulebook have the same id. Mostly a line was copied. Ids name rules in reasons, tests and `diff`, so each is used once.',
    remedy:
      'Give one of them another id. To replace a rule of an extended rulebook, write the new one in the same score and group.',
  },
  'rule/name': {
    means:
      'A name is reserved by leadq or holds characters that it cannot have. Fields cannot be called `all`, `any`, `not`, `some`, `stage` or `grade` and have no dot; scores and segments cannot be called like a column of leadq; names have no `;` and no line breaks.',
    remedy: 'Choose another name.',
  },
  'rule/pattern': {
    means:
      'A pattern of `matches` is not valid, or uses what not every engine reads alike, such as look-ahead and back-references; or a phrase of `has_word` has no letter or digit.',
    remedy:
      'Write the pattern with classes, groups, `|` and quantifiers, in quotes. Often `has_word` with `*` or `contains` does without a pattern.',
    example: 'when: { job_title: { has_word: ["*leiter", Head of] } }',
  },
  'rule/range': {
    means:
      'Two ends are in the wrong order, or a number is out of its range: `between: [9, 3]`, a `max` below its `min`, `at_least: 5` among three conditions.',
    remedy: 'Put the lower end first, or correct the number.',
    example: 'when: { employees: { between: [50, 500] } }',
  },
  'rule/points': {
    means:
      'A rule has no way of earning points, or two of them, or a setting that does not belong to its way: `within` without `event` or `since`, `max` on a rule that only takes points away.',
    remedy:
      'Give the rule exactly one way: `when` and `points`; `field` with `points`, `points_from` or `cases`; `per` and `points`; or `event` and `points`.',
    example: '- { id: size, field: employees, points_from: { 50: 12, 200: 25 } }',
  },
  'rule/order': {
    means:
      'Rows of which the first match wins (stages, labels, owners, next steps) are in an order in which some of them never match: a row without `when` takes every lead that reaches it. Or the last stage has a `when`, so that some leads would have no stage.',
    remedy: 'Move the row without `when` to the end, or add one.',
    example: 'stages:\n  - { stage: MQL, when: { score.fit: { at_least: 50 } } }\n  - { stage: nurture }',
  },
  'extends/circle': {
    means: 'A rulebook extends itself, directly or through others. The message shows the way round.',
    remedy: 'Remove one of the `extends` on this way. What both need goes into a third rulebook that both extend.',
  },
  'extends/outside': {
    means:
      'A rulebook or a file of tests names a file outside its folder or repository. leadq does not read it, so that a rulebook from somewhere else cannot show files of this machine.',
    remedy: 'Copy the file into the repository, or below the folder of the rulebook.',
  },
  'extends/too-deep': {
    means:
      'More than ten rulebooks extend each other in one chain. So long a chain is mostly a mistake, and nobody can follow it.',
    remedy:
      'Merge some of them: `leadq rules show base.yaml > merged.yaml` writes one out with everything that it extends.',
  },
  'extends/nothing': {
    means:
      'A change names something that no extended rulebook has at this place: `enabled: false` for a rule that is not there, settings of a group that does not exist. Mostly the id is misspelt, or the rule stands in another score or group.',
    remedy: 'Take the name or place of the hint; `leadq rules show` prints what is there.',
  },
  'extends/clash': {
    means:
      'Two rulebooks in one `extends` list say different things about the same setting, rule or name, and none of them comes first.',
    remedy:
      'Decide in this rulebook: write the setting or rule here, or extend one of the two and let it extend the other.',
  },
} as const satisfies CodeTexts
