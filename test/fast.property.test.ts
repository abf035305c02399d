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
]

async function outcome(folder: string, argv: readonly string[]) {
  const ran = await runInProcess(
    ['score', 'leads.csv', '-r', 'b2b', '--as-of', '2026-01-15', '--json=summary.json', '--force', ...argv],
    folder,
  )
  const written = readdirSync(folder).filter(file => /^leads\..+[ct]sv$|^summary/.test(file))
  const files = written.sort().map(file => readFileSync(join(folder, file), 'utf8').replace(/"sha256".*/, ''))
  return { ...ran, files }
}

async function expectSame(text: string | Buffer, flags: readonly string[] = []) {
  await inFolder(async folder => {
    writeFileSync(join(folder, 'leads.csv'), text)
    const fast = await outcome(folder, flags)
    const reference = await outcome(folder, [...flags, '--engine', 'stream'])
    expect(fast.stderr).toEqual(reference.stderr)
    expect([fast.exit, reference.exit]).toEqual([0, 0])
    expect(isDeepStrictEqual(fast.files, reference.files), 'the same files').toBe(true)
  })
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
