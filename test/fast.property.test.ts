import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { inFolder, runInProcess } from './support/program.ts'

/** Files with more records than binding looks at, which it reads first; every lead is judged twice. */
const LEADS = 10_600

const FIRST = ['Anna', 'Bo', 'Çelik', 'Jürgen', 'O"Neil', 'Li, Wei', '=1+1', ' ', '', '<b>', 'ÀÉ']
const TITLES = ['CEO', 'Head of Sales', 'Praktikant', 'Leiter "Einkauf"', '', 'VP\nMarketing', 'Einkäufer; Leiter']

function lead(index: number): string[] {
  const pick = <T>(list: readonly T[], prime: number) => list[(index * prime) % list.length]
  return [
    String(100_000 + (index % 9_973)),
    pick(FIRST, 7) ?? '',
    index % 5 === 0
      ? `user.${index}@gmail.com`
      : index % 7 === 0
        ? 'info@acme.example'
        : `U${index}@Firm${index % 50}.example`,
    pick(TITLES, 3) ?? '',
    index % 11 === 0 ? '' : index % 13 === 0 ? '51-200' : index % 17 === 0 ? 'many' : String((index * 37) % 6000),
    index % 9 === 0
      ? ''
      : index % 31 === 0
        ? '2026-02-30'
        : `2025-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
    pick(['yes', 'no', '', 'perhaps'], 5) ?? '',
  ]
}

const HEADINGS = [
  'Record ID',
  'First Name',
  'Email',
  'Job Title',
  'Number of Employees',
  'Last Activity Date',
  'Demo requested',
]

function quoted(cell: string, delimiter: string): string {
  return /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function fileOf(
  delimiter: string,
  lineEnd: string,
  odd: (line: string, index: number) => string = line => line,
): string {
  const lines = Array.from({ length: LEADS }, (_, index) =>
    odd(
      lead(index)
        .map(cell => quoted(cell, delimiter))
        .join(delimiter),
      index,
    ),
  )
  return [HEADINGS.join(delimiter), ...lines].join(lineEnd) + lineEnd
}

/** What can stand among plain records. */
const ODD = [
  (line: string) => `${line},too many`,
  (line: string) => line.slice(0, line.length / 2),
  (line: string) => line.replace(',', ',"'),
  (line: string) => line.replace(',', ', "a" '),
  (line: string) => `${line}\n\n`,
  () => HEADINGS.join(','),
  () => 'Total,,,,,,',
  () => ',,,,,,',
  (line: string) => line.replaceAll(',', ';'),
  (line: string) => `${line}\r`,
  (line: string) => `"${line.replaceAll('"', '""')}"`,
]

const FLAGS = [
  [],
  ['--split'],
  ['--only', 'MQL,A1,B2'],
  ['--escape-formulas', '--prefix', 'x_'],
  ['--columns', 'reasons,score,owner'],
  ['--format', 'tsv'],
  ['--sort', 'fit'],
  ['--top', '50', '--format', 'ndjson'],
]

async function outcome(folder: string, input: string, argv: readonly string[]) {
  const ran = await runInProcess(
    ['score', input, '-r', 'b2b', '--as-of', '2026-01-15', '--json=summary.json', '--force', ...argv],
    folder,
  )
  const written = readdirSync(folder).filter(file => /^leads\.(?:scored|rejects)|^summary/.test(file))
  const files = written.sort().map(file => readFileSync(join(folder, file), 'utf8').replace(/"sha256".*/, ''))
  return { ...ran, files }
}

async function expectSame(text: string | Buffer, flags: readonly string[] = [], input = 'leads.csv') {
  await inFolder(async folder => {
    writeFileSync(join(folder, input), text)
    const fast = await outcome(folder, input, flags)
    const reference = await outcome(folder, input, [...flags, '--engine', 'stream'])
    expect(fast.stderr).toEqual(reference.stderr)
    expect([fast.exit, reference.exit]).toEqual([0, 0])
    expect(isDeepStrictEqual(fast.files, reference.files), 'the same files').toBe(true)
  })
}

/** What can stand among plain records of JSON. */
const ODD_JSON = [
  (text: string) => text.replace('"First Name":', '"Firstname":'),
  (text: string) => text.replace('}', ',"Email":"twice@acme.example"}'),
  (text: string) => text.replace(/"Record ID":"(\d+)"/, '"Record ID": $1.0'),
  (text: string) => text.replace('{', '{"leadq":{"stage":"SQL"},'),
  (text: string) => text.replace(/"Job Title":("[^"]*")/, '"Job Title":[$1,"Owner"]'),
  (text: string) => text.replace('{', '{ ').replaceAll(',"', ' ,  "'),
]

function jsonOf(isLines: boolean): string {
  const records = Array.from({ length: LEADS }, (_, index) => {
    const cells = lead(index).map((cell, column) => [
      HEADINGS[column],
      column === 4 && index % 3 === 0 ? Number(cell) : cell,
    ])
    const text = JSON.stringify(Object.fromEntries(cells))
    return index > 10_000 && index % 7 === 0 ? (ODD_JSON[index % ODD_JSON.length]?.(text) ?? text) : text
  })
  if (!isLines) return `{"total": ${LEADS}, "results": [\n${records.join(',\n')}\n]}\n`
  return records.map((text, index) => (index === 10_200 ? `${text.slice(1)}\n\n` : `${text}\n`)).join('')
}

describe('leads judged by what they have in common', () => {
  for (const [delimiter, lineEnd] of [
    [',', '\n'],
    [';', '\r\n'],
    ['\t', '\n'],
    ['|', '\r\n'],
    [',', '\r'],
  ] as const) {
    it(`are written and counted as the reference does it: ${JSON.stringify(delimiter + lineEnd)}`, {
      timeout: 120_000,
    }, async () => {
      await expectSame(fileOf(delimiter, lineEnd))
    })
  }

  for (const flags of FLAGS) {
    it(`with ${flags.join(' ') || 'records that are not plain'}`, { timeout: 120_000 }, async () => {
      await expectSame(
        fileOf(',', '\n', (line, index) =>
          (index > 10_000 || index < 200) && index % 17 === 0 ? (ODD[index % ODD.length]?.(line) ?? line) : line,
        ),
        flags,
      )
    })
  }

  for (const [input, isLines] of [
    ['leads.ndjson', true],
    ['leads.json', false],
  ] as const) {
    for (const flags of [[], ['--format', 'csv'], ['--format', isLines ? 'json' : 'ndjson', '--split']]) {
      it(`in ${input} ${flags.join(' ')}`, { timeout: 120_000 }, async () => {
        await expectSame(jsonOf(isLines), flags, input)
      })
    }
  }

  it('in other encodings and without a last line end', { timeout: 120_000 }, async () => {
    const text = fileOf(';', '\n').trimEnd()
    await expectSame(Buffer.from(text.replaceAll(/[^\0-\xff]/g, '?'), 'latin1'))
    await expectSame(Buffer.from(`\u{feff}${text}`, 'utf16le'))
  })

  it('with lines in another encoding and characters that are repaired', { timeout: 120_000 }, async () => {
    const odd = [Buffer.from(';Müller', 'latin1'), 'GeschÃ¤ftsfÃ¼hrer', '\0', '\u{feff}', '\x1a', 'ÀÃ', 'Ã€'].map(
      sign => Buffer.from(sign),
    )
    const lines = fileOf(';', '\n')
      .split('\n')
      .flatMap((line, index) => {
        const sign = index > 500 && index % 700 === 0 ? odd[(index / 700) % odd.length] : undefined
        return sign === undefined ? [Buffer.from(`${line}\n`)] : [sign, Buffer.from(`${line}\n`)]
      })
    await expectSame(Buffer.concat(lines))
  })
})
