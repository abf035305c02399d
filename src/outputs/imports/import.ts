import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { compileCells } from '../../engine/cells.ts'
import { csvRow } from '../../io/csv/csv-write.ts'
import { MAX_REJECT_LENGTH, type Reject, type Row } from '../../io/records.ts'
import type { Import } from '../../ir/catalogue/import.ts'
import { type Column, LIST_JOINT } from '../../ir/plan/columns.ts'
import type { Verdict } from '../../ir/results/verdict.ts'
import type { Opened } from '../../leads/open.ts'
import type { Renderer } from '../renderer.ts'
import { findKey, readKey } from './import-keys.ts'

/** The leads of one input on their way back into the system they came from. */
export interface Importing {
  readonly target: Import
  /** The column by which the system finds them. */
  readonly key: string
  readonly renderer: Renderer
  /** The texts of leadq's columns. */
  textsOf(verdict: Verdict): readonly string[]
  /** Why the importer would refuse a lead with these texts; undefined if it would accept it. */
  refuse(row: Row, texts: readonly string[]): Reject | undefined
}

export interface ImportRequest {
  readonly columns: readonly Column[]
  readonly prefix: string
}

/** Columns of leadq that can grow long. */
const LONG: ReadonlySet<Column['kind']> = new Set(['reasons', 'tags', 'met', 'missing', 'excluded'])
/** Those that are lists in the system. */
const LISTS: ReadonlySet<Column['kind']> = new Set(['tags', 'met', 'missing', 'excluded'])
const DATES: ReadonlySet<Column['kind']> = new Set(['since', 'due'])

export function startImport(target: Import, opened: Opened, { columns, prefix }: ImportRequest): Importing {
  const { name, input, sample, binding } = opened
  const { bound } = binding
  const key = findKey(target, { headings: input.headings, rows: sample.rows, bound })
  if (key === undefined) throw noKey(target, name)
  const names = columns.map(column => headingOf(column, prefix, target))
  refuseNames(names, columns, target)
  const textsOf = compileCells(bound, columns)
  const spell = columns.map(column => spellingOf(column, target))
  const valuesOf = (texts: readonly string[]) => texts.map((text, index) => spell[index]?.(text) ?? text)
  const limits = columns.map(({ kind }) => (LONG.has(kind) ? target.most.longText : target.most.text))
  const problemWith = (text: string, index: number) => textProblem(text, limits[index] ?? 0, names[index] ?? '', target)
  const { delimiter, lineEnd, empty } = target
  const keyOf = (cells: readonly string[]) => {
    const read = readKey(key.form, key.textOf(cells))
    return 'key' in read ? read.key : ''
  }
  const rejected = ({ line, text }: Row, code: Reject['code'], message: string): Reject => ({
    line,
    code,
    message,
    text: (text.split(/[\r\n]/, 1)[0] ?? '').slice(0, MAX_REJECT_LENGTH),
  })
  const write = ({ cells }: Row, texts: readonly string[]) =>
    csvRow([keyOf(cells), ...valuesOf(texts).map(text => text || empty)], delimiter) + lineEnd
  return {
    target,
    key: key.heading,
    textsOf,
    renderer: {
      head: csvRow([key.heading, ...names], delimiter) + lineEnd,
      joint: '',
      tail: '',
      formulas: () => 0,
      lead: (row, verdict) => ('duplicateOf' in verdict ? '' : write(row, textsOf(verdict))),
      write,
    },
    refuse(row, texts) {
      const text = key.textOf(row.cells)
      if (text === '') return rejected(row, 'import/no-key', `nothing in \`${key.heading}\``)
      const read = readKey(key.form, text)
      if ('problem' in read) return rejected(row, 'import/bad-key', `\`${key.heading}\` ${read.problem}`)
      for (const [index, value] of valuesOf(texts).entries()) {
        const problem = problemWith(value, index)
        if (problem !== undefined) return rejected(row, 'import/text', problem)
      }
      return undefined
    },
  }
}

function textProblem(
  text: string,
  limit: number,
  heading: string,
  { most, refused, title }: Import,
): string | undefined {
  const size = most.unit === 'bytes' ? Buffer.byteLength(text) : text.length
  if (size > limit) return `\`${heading}\` has ${size} ${most.unit}, ${title} takes ${limit}`
  return refused?.pattern.test(text) ? `\`${heading}\` has ${refused.what} in it` : undefined
}

function spellingOf({ kind }: Column, { list, date }: Import): (text: string) => string {
  if (LISTS.has(kind)) return text => text.split(LIST_JOINT).join(list)
  if (!DATES.has(kind)) return text => text
  return text => {
    const [year = '', month = '', day = ''] = text.split('-')
    return text === '' ? '' : date.replace('YYYY', year).replace('MM', month).replace('DD', day)
  }
}

/** The name of a column, in letters, digits and underscores. */
function headingOf({ name }: Column, prefix: string, { headings }: Import): string {
  const words = plain(name).split('_')
  return headings.template
    .replace('{prefix}', prefix.endsWith('_') ? `${plain(prefix)}_` : plain(prefix))
    .replace('{name}', words.join('_').toLowerCase())
    .replace('{Name}', words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('_'))
}

function plain(text: string): string {
  return text
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
}

/** Refuses column names that the system does not accept: duplicates, and names that no field can have. */
function refuseNames(names: readonly string[], columns: readonly Column[], { title, headings }: Import): void {
  const room = headings.template.replace(/\{\w+\}/g, '').length + headings.most
  for (const [index, name] of names.entries()) {
    const { name: own = '' } = columns[index] ?? {}
    if (plain(own) === '') throw badName(own, `has no name that ${title} could take`)
    if (names.indexOf(name) < index) throw badName(own, `would be the second \`${name}\` for ${title}`)
    if (name.length > room) throw badName(own, `would be \`${name}\`, which is too long for ${title}`)
  }
}

function badName(column: string, why: string): Refusal {
  const hint = 'choose others with `--columns`, or name it otherwise in the rulebook'
  return new Refusal(diagnose('cli/usage', `the column \`${column}\` ${why}`, { hint }), 'usage')
}

function noKey({ title, keys }: Import, name: string): Refusal {
  const wanted = keys.map(({ heading }) => `\`${heading}\``).join(' or ')
  const message = `${name} has no column by which ${title} could find its records: ${wanted}`
  return new Refusal(
    diagnose('import/no-column', message, { hint: 'export the leads again, with that column' }),
    'data',
  )
}
