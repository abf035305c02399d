import type { Amount, StageShare } from '../../ir/run/guard.ts'
import { type Located, mismatch, type Shape, scalar } from '../language/shape.ts'

/** Values that stand in run files only. */

const AMOUNT = 'a number such as `100`, or a share such as `30%`'

/** `100` or `30%`. */
export const amount: Shape<Located<Amount>> = read(
  AMOUNT,
  {
    anyOf: [
      { type: 'integer', minimum: 0 },
      { type: 'string', pattern: '^[0-9]+(\\.[0-9]+)?%$' },
    ],
  },
  text => {
    const [, number, percent] = /^(\d{1,12}(?:\.\d{1,6})?) ?(%?)$/.exec(text) ?? []
    if (number === undefined || (percent === '' && number.includes('.'))) return undefined
    return percent === '%' ? { percent: Number(number) } : { count: Number(number) }
  },
)

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 }

const SPAN = 'a time such as `30m`, `26h` or `2d`'

/** A time in seconds: `90s`, `30m`, `26h`, `2d`, `1w`. */
export const span: Shape<Located<number>> = read(SPAN, { type: 'string', pattern: '^[0-9]{1,6}[smhdw]$' }, text => {
  const [, number, unit = ''] = /^(\d{1,6})([smhdw])$/.exec(text) ?? []
  return number === undefined ? undefined : Number(number) * (SECONDS[unit] ?? 0)
})

const SIZES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, g: 1e9 }

/** Bytes: `500MB`, `2GB`. */
export const size: Shape<Located<number>> = read(
  'a size such as `500MB` or `2GB`',
  { type: 'string', pattern: '^[0-9]{1,6}[KMG]B$' },
  text => {
    const [, number, unit = ''] = /^(\d{1,6}) ?([KMG])B$/i.exec(text) ?? []
    return number === undefined ? undefined : Number(number) * (SIZES[unit.toLowerCase()] ?? 0)
  },
)

const POINTS = 'a number of points such as `20`'

/** Points of percent, `20` or `20%`. */
export const points: Shape<Located<number>> = read(
  POINTS,
  {
    anyOf: [
      { type: 'number', minimum: 0, maximum: 100 },
      { type: 'string', pattern: '^[0-9]+(\\.[0-9]+)?%$' },
    ],
  },
  text => {
    const [, number] = /^(\d{1,3}(?:\.\d{1,6})?) ?%?$/.exec(text) ?? []
    return number === undefined || Number(number) > 100 ? undefined : Number(number)
  },
)

const RANGE = 'a range such as `1%..20%`, `1%..` or `..20%`'

/** From and to, in percent. */
export const shareRange: Shape<Located<Omit<StageShare, 'stage'>>> = read(
  RANGE,
  { type: 'string', pattern: '^([0-9.]+%)?\\.\\.([0-9.]+%)?$' },
  text => {
    const [whole, least, most] =
      /^(?:(\d{1,3}(?:\.\d{1,6})?) ?%)? ?\.\. ?(?:(\d{1,3}(?:\.\d{1,6})?) ?%)?$/.exec(text) ?? []
    const range = { least: Number(least ?? 0), most: Number(most ?? 100) }
    return whole === undefined || whole === '..' || range.least > range.most ? undefined : range
  },
)

/** A shape for one text. */
function read<T>(
  expects: string,
  schema: Shape<T>['schema'],
  parse: (text: string) => T | undefined,
): Shape<Located<T>> {
  const spelled = scalar(expects, schema)
  return {
    expects,
    schema,
    read: (node, report) => {
      const found = spelled.read(node, report)
      if (found === undefined) return undefined
      const value = parse(found.text.trim())
      return value === undefined ? mismatch(expects, node, report) : { value, place: node.place }
    },
  }
}
