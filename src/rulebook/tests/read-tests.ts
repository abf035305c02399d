import { arrange, type Diagnostic } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import type { Place } from '../../base/place.ts'
import { FIELDS } from '../../ir/catalogue/fields.ts'
import { BEFORE, scoreBefore } from '../../ir/plan/before.ts'
import type { Expectation, LeadEventCells, LeadTest, NamedCell, TestFile } from '../../ir/plan/lead-test.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { Located } from '../language/shape.ts'
import { readConstant } from '../read/conditions/constant.ts'
import { fieldHint } from '../read/field-hint.ts'
import { type Report, reportTo } from '../read/report-problem.ts'
import { describe, isNull, quote, type ScalarNode, type YamlNode } from '../yaml/node.ts'
import { readYaml } from '../yaml/yaml.ts'
import { type ExpectReader, expectReader } from './expect.ts'
import { type LeadDraft, type TestDraft, type TestFileDraft, testFileShape } from './test-language.ts'
import { type TableLine, tableLines } from './test-table.ts'

export interface TestSource {
  readonly file: string
  readonly text: string
}

/** A file of tests before its rulebook is known. */
export interface ReadTestFile {
  /** As the file names it; absent: the one beside it. */
  readonly rulebook?: Located<string>
  /** How many tests the file has, tables counted as one. */
  readonly size: number
  readonly diagnostics: readonly Diagnostic[]
  /** Everything in it, once its rulebook is read; absent if the file cannot be understood. */
  readonly check?: (plan: Plan) => CheckedTests
}

export interface CheckedTests extends TestFile {
  readonly diagnostics: readonly Diagnostic[]
}

/** The text of a file of tests. Never throws; every problem is found in one go. */
export function readTestFile(source: TestSource): ReadTestFile {
  const diagnostics: Diagnostic[] = []
  const report = reportTo(diagnostics)
  const tree = readYaml(source, report)
  const draft = tree && testFileShape.read(tree, report)
  if (draft === undefined) return { size: 0, diagnostics }
  checkNames(draft, report)
  return {
    ...(draft.rulebook && { rulebook: draft.rulebook }),
    size: draft.tests.length,
    diagnostics,
    check(plan) {
      const found: Diagnostic[] = []
      const tests = readTests(draft, plan, source, found)
      return { file: source.file, tests, diagnostics: arrange(found) }
    },
  }
}

function checkNames({ tests }: TestFileDraft, report: Report): void {
  const seen = new Map<string, Place>()
  for (const test of tests) {
    if (test === undefined) continue
    const { value, place } = test.name
    const first = seen.get(value)
    if (first === undefined) seen.set(value, place)
    else {
      const related = [{ place: first, message: 'first defined here' }]
      report('test/duplicate-name', `there is a test ${quote(value)} already`, place, { related })
    }
    if (test.expect === undefined && test.table === undefined && !test.broken) {
      report('rule/missing-key', 'missing key `expect`, or `table`', place)
    }
  }
}

interface Scope {
  readonly draft: TestFileDraft
  readonly plan: Plan
  readonly reader: ExpectReader
  readonly source: readonly string[]
  readonly report: Report
  /** All problems so far: whoever has made one is not told of what follows from it. */
  readonly problems: readonly Diagnostic[]
  readonly fields: ReadonlySet<string>
}

function readTests(draft: TestFileDraft, plan: Plan, { text }: TestSource, problems: Diagnostic[]): LeadTest[] {
  const report = reportTo(problems)
  const scores = plan.scores.map(({ name }) => scoreBefore(name))
  const fields = new Set([...Object.keys(plan.fields), ...Object.keys(FIELDS), ...Object.values(BEFORE), ...scores])
  const source = text.replace(/^\uFEFF/, '').split('\n')
  const scope: Scope = { draft, plan, reader: expectReader(plan, report), source, report, problems, fields }
  return draft.tests.flatMap(test => (test === undefined ? [] : readTest(test, scope)))
}

function readTest(test: TestDraft, scope: Scope): LeadTest[] {
  const { draft, reader, report, problems } = scope
  const before = problems.length
  const expect = test.expect === undefined ? [] : reader.readAll(test.expect)
  const account = readAccount(test.account, scope)
  const whole = {
    name: test.name.value,
    place: test.name.place,
    ...todoOf(test.todo),
    asOf: readDay(test.as_of, report) ?? readDay(draft.as_of, report) ?? 0,
    columns: test.columns?.value ?? draft.columns?.value ?? 'all',
    lead: merged(merged(readLead(draft.defaults, scope), readLead(test.lead, scope)), readBefore(test.before, scope)),
    ...(account && { account }),
    ...(test.events && { events: test.events.flatMap(event => (event === undefined ? [] : readEvent(event, report))) }),
    expect,
  } as const
  if (test.table === undefined) {
    const isSaid = test.expect === undefined || problems.length > before
    if (expect.length === 0 && !isSaid) reportNothing(test.name.place, report)
    return [whole]
  }
  const rows = readTable(test.table, scope)
  const empty = rows.find(row => expect.length + row.expect.length === 0)
  if (empty !== undefined && problems.length === before) reportNothing(empty.place, report)
  return rows.map(row => ({
    ...whole,
    name: `${whole.name}: ${row.name}`,
    place: row.place,
    lead: merged(whole.lead, row.lead),
    expect: [...expect, ...row.expect],
  }))
}

/** A test that cannot fail. */
function reportNothing(place: Place, report: Report): void {
  report('test/expects-nothing', 'the test expects nothing, so it cannot fail', place, {
    hint: 'say what is expected, such as `expect: { stage: SQL }`; `tags: []` means no tag at all',
  })
}

function readAccount(draft: TestDraft['account'], { plan, report }: Scope): LeadTest['account'] {
  if (draft === undefined) return undefined
  if (plan.account === undefined) {
    const hint = 'which leads belong together is defined by `account: { by: company_domain }`'
    report('test/unknown-name', 'the rulebook has no `account`', draft.place, { hint })
  }
  const { place: _, broken: __, ...figures } = draft
  return Object.fromEntries(
    Object.entries(figures).flatMap(([name, figure]) => (figure === undefined ? [] : [[name, figure.value]])),
  )
}

/** What a lead was before, as cells of those fields. */
function readBefore(draft: TestDraft['before'], { plan, report }: Scope): NamedCell[] {
  if (draft === undefined) return []
  const { stage, since, stage_before: stageBefore, score, scores = [] } = draft
  if (stage === undefined && !draft.broken) report('rule/missing-key', 'missing key `stage`', draft.place)
  const names = plan.scores.map(({ name }) => name)
  const known = scores.filter(({ key }) => {
    if (names.includes(key.text)) return true
    report('test/unknown-name', `unknown score ${quote(key.text)}`, key.place, { hint: didYouMean(key.text, names) })
    return false
  })
  const cells: [string, { readonly text: string; readonly place: Place } | undefined][] = [
    [BEFORE.stage, stage],
    [BEFORE.since, since],
    [BEFORE.stageBefore, stageBefore],
    [BEFORE.total, score && { text: String(score.value), place: score.place }],
    ...known.map(({ key, value }): (typeof cells)[number] => [
      scoreBefore(key.text),
      value && { text: String(value.value), place: value.place },
    ]),
  ]
  return cells.flatMap(([name, cell]) => (cell === undefined ? [] : [{ name, text: cell.text, place: cell.place }]))
}

function todoOf(node: ScalarNode | undefined): { readonly todo?: string } {
  if (node === undefined || node.text === 'false') return {}
  return { todo: node.text === 'true' ? '' : node.text }
}

function readDay(node: ScalarNode | undefined, report: Report): number | undefined {
  const day = node && readConstant(node, 'date', report)
  return typeof day === 'number' ? day : undefined
}

/** What comes later counts. */
function merged(before: readonly NamedCell[], after: readonly NamedCell[]): NamedCell[] {
  return [...new Map([...before, ...after].map(cell => [cell.name, cell])).values()]
}

function readLead(lead: LeadDraft | undefined, scope: Scope): NamedCell[] {
  return (lead ?? []).flatMap(({ key, value }) => {
    if (value === undefined || !isField(key, scope)) return []
    return readCell(key.text, value, scope.report)
  })
}

function isField({ text, place }: ScalarNode, { fields, report }: Scope): boolean {
  if (fields.has(text)) return true
  report('test/unknown-field', `unknown field ${quote(text)}`, place, { hint: fieldHint(text, [...fields.keys()]) })
  return false
}

/** A list is one cell, as it would be in a file of JSON. */
function readCell(name: string, node: YamlNode, report: Report): NamedCell[] {
  const { place } = node
  if (node.kind === 'scalar') return [{ name, text: isNull(node) ? '' : node.text, place }]
  if (node.kind === 'map') {
    report('test/value', `expected a value of ${quote(name)}, found a map`, place)
    return []
  }
  const texts = node.items.map(item => (item.kind === 'scalar' ? item.text : describe(item)))
  return [{ name, text: JSON.stringify(texts), place }]
}

function readEvent(event: LeadDraft, report: Report): LeadEventCells[] {
  const cells = event.flatMap(({ key, value }) => (value === undefined ? [] : readCell(key.text, value, report)))
  const [first] = event
  return first === undefined ? [] : [{ cells, place: first.key.place }]
}

interface TableRow extends Pick<LeadTest, 'name' | 'place' | 'lead' | 'expect'> {}

/** A column of a table: a field of the lead, or something that is expected. */
type Column =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'expect'; readonly key: string; readonly name: ScalarNode | undefined }

function readTable(node: ScalarNode, scope: Scope): TableRow[] {
  const { report } = scope
  const [head, ...rows] = tableLines(node, scope.source)
  if (head === undefined || rows.length === 0) {
    report('test/table', 'expected a line of column names and at least one line below it', node.place)
    return []
  }
  const columns = head.cells.map(cell => readColumn(cell, scope))
  if (!head.cells.some(({ text }) => text.startsWith('='))) {
    const hint = 'what is expected stands after a `=`: `employees,=stage`'
    report('test/table', 'no column says what is expected', head.line.place, { hint })
  }
  return rows.flatMap(row => readRow(row, columns, scope))
}

function readColumn(cell: ScalarNode, scope: Scope): Column | undefined {
  if (!cell.text.startsWith('=')) return isField(cell, scope) ? { kind: 'field', name: cell.text } : undefined
  const [key = '', ...rest] = cell.text.slice(1).trim().split('.')
  const name = rest.length === 0 ? undefined : { ...cell, text: rest.join('.') }
  return scope.reader.knows(key, name, cell) ? { kind: 'expect', key, name } : undefined
}

/** A blank cell means that the field is empty, or that nothing is expected. */
function readRow({ cells, line }: TableLine, columns: readonly (Column | undefined)[], scope: Scope): TableRow[] {
  if (cells.length !== columns.length) {
    const message = `expected ${columns.length} cells, found ${cells.length}`
    scope.report('test/table', message, line.place, { hint: 'a cell with a comma stands in double quotes' })
    return []
  }
  const lead: NamedCell[] = []
  const expect: Expectation[] = []
  for (const [index, cell] of cells.entries()) {
    const column = columns[index]
    if (column === undefined || (cell.text === '' && cell.plain)) continue
    if (column.kind === 'field') lead.push(...readCell(column.name, cell, scope.report))
    else expect.push(...scope.reader.read(column.key, column.name, cell))
  }
  const name = lead.map(cell => `${cell.name} ${cell.text === '' ? 'empty' : cell.text}`).join(', ')
  return [{ name: name === '' ? 'an empty lead' : name, place: line.place, lead, expect }]
}
