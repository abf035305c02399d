import { accountText, COLUMN_TEXTS, type ColumnText } from '../../src/ir/plan/column-texts.ts'
import { type Column, columnsOf, contentOf, LIST_JOINT, PREFIX } from '../../src/ir/plan/columns.ts'
import { readRulebook } from '../../src/rulebook/index.ts'
import { capital, code, MADE, table } from './markdown.ts'

/** The page of the columns that leadq adds: those of a rulebook that has every part. */
export function columnPage(): string {
  const { plan } = readRulebook({ file: 'columns', text: WITH_ALL_PARTS })
  if (plan === undefined) throw new Error('the rulebook with all parts has problems')
  const columns = columnsOf(plan)
  const lacking = Object.keys(COLUMN_TEXTS).filter(kind => !columns.some(column => column.kind === kind))
  if (lacking.length > 0) throw new Error(`no column of the kind ${lacking.join(', ')}`)
  const rows = columns.map(column => {
    const { means, empty, needs, example } = textOf(column)
    const sentences = [
      means,
      ...(empty === undefined ? [] : [`Empty if ${empty}`]),
      ...(needs === undefined ? [] : [`Needs ${code(needs)}`]),
    ]
    return [nameOf(column), TYPES[contentOf(column)], sentences.map(each => `${capital(each)}.`).join(' '), example]
  })
  return `${MADE}
# Columns of the output

leadq writes all columns of the input, unchanged in name, order and text, and then its own in this order. A column is there only if
the rulebook has the part that it needs. In JSON the columns are members of \`"leadq": {...}\` at the end of each record, without
\`${PREFIX}\`.

${table(['column', 'type', 'meaning', 'example'], rows)}

- \`--columns stage,score\` chooses among them, \`--prefix lq_\` changes the beginning of their names.
- A date is written as \`YYYY-MM-DD\`.
- Lists inside a cell are separated by \`${LIST_JOINT}\`.
- Columns of the input that begin with the prefix are replaced, and the summary says so. Their values say what the lead was in the
  run before (\`leadq_since\`, \`leadq_stage_before\`).
- The output has the delimiter and line ends of the input and is UTF-8, with a byte order mark if the input was not UTF-8.
`
}

const TYPES = { text: 'text', figure: 'whole number', day: 'date' } as const

function textOf(column: Column): ColumnText {
  return column.kind === 'account' ? accountText(column.figure) : COLUMN_TEXTS[column.kind]
}

function nameOf({ kind, name }: Column): string {
  return kind === 'score' || kind === 'segment' ? `${code(PREFIX + name)}, one for each ${kind}` : code(PREFIX + name)
}

const WITH_ALL_PARTS = `leadq: 1
name: All parts
dedupe: { by: email }
account: { by: company_domain, engaged: engagement }
scores: { engagement: { rules: [ { id: visits, per: page_views, points: 1 } ] } }
grade: { engagement: { A: 50, B: 0 } }
chance: { of: score.total, bands: { 0: 2 } }
criteria: { budget: { when: { budget: { above: 0 } } } }
exclude: [ { id: competitor, when: { competitor: true } } ]
stages: [ { stage: nurture } ]
segments: { temperature: { hot: { score.engagement: { at_least: 50 } }, cold: otherwise } }
tags: { pql: { budget: { above: 0 } } }
owners: [ { to: Anna } ]
next: [ { do: call, due: 1d } ]
`
