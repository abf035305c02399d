import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import { Refusal } from '../../base/refusal.ts'
import { type Column, columnsOf } from '../../ir/plan/columns.ts'
import type { SampleSummary } from '../../ir/results/sample-summary.ts'
import { commit, type Host, STDIO } from '../../leads/host.ts'
import { type Opened, openLeads, type Reading } from '../../leads/open.ts'
import type { Rulebook } from '../score/score-request.ts'
import { type Checked, checkSample } from './check.ts'
import type { Chosen } from './choose.ts'
import { chooseRows } from './choose-rows.ts'
import { type Anonymiser, createAnonymiser } from './pseudonymise.ts'
import { textFormatOf, writeSample } from './write.ts'

export interface SampleRequest extends Reading {
  readonly input: string
  readonly rows: number
  /** One of leadq's columns: each of its values gets its share of the rows. */
  readonly stratify?: string | undefined
  /** The seed: another text gives another choice of rows. */
  readonly seed: string
  /** If set, the sample is pseudonymised. The key of the hashes, which is not kept. */
  readonly secret?: Uint8Array | undefined
  /** k-anonymity: only rows of which the sample has at least this many equal ones, apart from hashes. */
  readonly k?: number | undefined
  readonly asOf: number
  readonly out?: string | undefined
  /** Every so many leads are judged by the reference as well, and a difference ends the run. */
  readonly verify?: number | undefined
}

/** Some leads of a file as a file of their own, for tests and comparisons. */
export async function sample({ plan }: Rulebook, request: SampleRequest, host: Host): Promise<SampleSummary> {
  const { input, asOf, secret, stratify } = request
  const column = stratify === undefined ? undefined : columnNamed(stratify, columnsOf(plan))
  const opened = await openLeads(input, plan, request, host, { companies: undefined, events: undefined })
  const { bound } = opened.binding
  const chooser = await chooseRows(opened, plan, column, request)
  const drawn = chooser.chosen()
  const anonymise =
    secret && createAnonymiser(bound, opened.input.headings.length, asOf, secret, request.k !== undefined)
  const groups = anonymise && groupsOf(drawn, anonymise)
  const chosen = drawn.filter(row => (groups?.get(row) ?? Number.POSITIVE_INFINITY) >= (request.k ?? 0))
  if (chosen.length === 0 && drawn.length > 0) throw tooDifferent(request.k ?? 0, drawn.length)
  const text = writeSample(opened, chosen, anonymise)
  const out = request.out ?? defaultOut(input, textFormatOf(opened.input.format))
  const checked = anonymise && (await checkSample(text, chosen, opened, plan, { ...request, out }, host))
  await write(text, out, request, host)
  const strata = chooser.strata()
  return {
    input: opened.name,
    output: out,
    leads: strata.reduce((sum, { leads }) => sum + leads, 0),
    rows: chosen.length,
    ...(column && { strata }),
    ...(anonymise &&
      checked && {
        anonymised: {
          ...summaryOf(anonymise, opened, checked),
          unique: chosen.filter(row => groups?.get(row) === 1).length,
          ...(request.k !== undefined && { k: request.k, left_out: drawn.length - chosen.length }),
        },
      }),
    warnings: [
      ...opened.input.diagnostics(),
      ...(anonymise && checked ? [...keptTexts(anonymise, opened), ...aboutCheck(checked, opened)] : []),
    ],
  }
}

function tooDifferent(k: number, rows: number): Refusal {
  const message = `none of ${rows} rows is like ${k - 1} others: a sample with --k ${k} would be empty`
  const hint = 'draw more rows, ask for smaller groups, or take a rulebook that reads fewer fields'
  return new Refusal(diagnose('sample/too-different', message, { hint }), 'data')
}

/** The number of equal rows for each row, apart from hashes: a known lead could be any of these. */
function groupsOf(rows: readonly Chosen[], anonymise: Anonymiser): ReadonlyMap<Chosen, number> {
  const keys = rows.map(({ row }) =>
    JSON.stringify(anonymise(row.cells).filter((_, position) => !anonymise.hashed.has(position))),
  )
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return new Map(rows.map((row, index) => [row, counts.get(keys[index] ?? '') ?? 0]))
}

function columnNamed(name: string, columns: readonly Column[]): Column {
  const column = columns.find(each => each.name === name)
  if (column !== undefined) return column
  const names = columns.map(each => each.name)
  const hint = didYouMean(name, names) ?? `there are: ${names.join(', ')}`
  throw new Refusal(
    diagnose('cli/usage', `--stratify: this rulebook has no output column \`${name}\``, { hint }),
    'usage',
  )
}

async function write(text: string, path: string, { out }: SampleRequest, host: Host): Promise<void> {
  const sink = await host.create(path, out === undefined ? 'unmarked' : 'marked')
  try {
    await sink.write(text)
    await commit([sink])
  } catch (error) {
    await sink.discard()
    throw error
  }
}

function summaryOf(
  { emptied, kept }: Anonymiser,
  { input: { headings }, kept: columns }: Opened,
  { differing, from }: Checked,
): Omit<NonNullable<SampleSummary['anonymised']>, 'unique'> {
  return {
    emptied: emptied.filter(position => columns.includes(position)).map(position => headings[position] ?? ''),
    kept: [...kept()].map(([position, cells]) => ({ column: headings[position] ?? '', cells })),
    judged_otherwise: differing.length,
    ...(from && { from }),
  }
}

function keptTexts(anonymise: Anonymiser, { input: { headings } }: Opened): Diagnostic[] {
  return [...anonymise.kept()].map(([position, cells]) => {
    const texts = cells === 1 ? '1 text stays as it is' : `${cells} texts stay as they are`
    const message = `${texts} in \`${headings[position] ?? ''}\`: every replacement would change a verdict`
    return diagnose('sample/kept', message, { hint: 'look at this column before you show the file to anybody' })
  })
}

function aboutCheck({ differing }: Checked, { name }: Opened): Diagnostic[] {
  if (differing.length === 0) return []
  const leads = differing.length === 1 ? '1 lead is' : `${differing.length} leads are`
  const message = `${name}: ${leads} with another verdict in the sample, first on line ${differing[0]}`
  const hint = 'set the formats of numbers and dates in the rulebook (`locale`), so that they do not depend on the rows'
  return [diagnose('sample/differs', message, { hint })]
}

/** `leads.csv` -> `leads.sample.csv` beside it. */
function defaultOut(input: string, format: string): string {
  if (input === STDIO) return STDIO
  return `${input.replace(/\.gz$/i, '').replace(/([^/])\.[^./]+$/, '$1')}.sample.${format}`
}
