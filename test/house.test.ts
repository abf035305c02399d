import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CODES } from '../src/base/codes.ts'
import { ROOT } from './support/program.ts'

/** Rules of the code base that the compiler does not check: imports between layers, and access to the outside world. */

const SOURCES = join(ROOT, 'src')

/** From left to right; a layer may import itself and what stands left of its column. */
const LAYERS = [
  ['base'],
  ['ir'],
  ['rulebook', 'engine', 'dialects', 'io', 'report'],
  ['lint', 'fast', 'learn', 'leads'],
  ['outputs'],
  ['tools'],
  ['cli'],
]

/** Libraries have one home each. */
const HOMES: Readonly<Record<string, RegExp>> = {
  yaml: /^rulebook\/yaml\/yaml(?:-write|-edit)?\.ts$/,
  commander: /^cli\//,
  '@duckdb/node-api': /^cli\/hosts\/warehouse\/duckdb\.ts$/,
  pg: /^cli\/hosts\/warehouse\/postgres\.ts$/,
  chalk: /^report\//,
  'string-width': /^report\//,
  re2js: /^(?:engine|rulebook)\//,
  fflate: /^io\//,
  'read-excel-file/universal': /^io\//,
  htmlparser2: /^io\/markup\//,
}

/**
 * The modules of Node that layers left of `cli` use, and why. None of them touches the outside world; a new file in this list
 * needs a reason as good. Of these the playground loads `buffer` alone, as `playground/stand-ins/buffer.ts`.
 */
const NODE: readonly { readonly of: string; readonly why: string; readonly where: readonly string[] }[] = [
  {
    of: 'buffer',
    why: 'Bytes as text and back, and `isUtf8`: several times faster than typed arrays and `TextDecoder`',
    where: [
      'fast/input/waiting.ts',
      'fast/memory.ts',
      'fast/threads/crew.ts',
      'fast/values/quick-mail.ts',
      'fast/values/quick-text.ts',
      'fast/values/usual.ts',
      'io/bytes/clean-text.ts',
      'io/bytes/decode.ts',
      'io/bytes/doubled.ts',
      'io/bytes/text.ts',
      'io/bytes/unpack.ts',
      'io/markup/vcard.ts',
      'io/mixed.ts',
      'io/workbook/workbook-survey.ts',
      'io/workbook/workbook-write.ts',
      'io/workbook/workbook.ts',
      'io/workbook/zip-read.ts',
      'io/workbook/zip-write.ts',
      'leads/memory/verdict-table.ts',
      'leads/open-file.ts',
      'tools/compile/columns/described-columns.ts',
      'tools/warehouse/spark/worker/judge-batches.ts',
    ],
  },
  {
    of: 'util',
    why: '`isDeepStrictEqual`, to compare the fast engine with the reference',
    where: ['fast/verdicts.ts', 'tools/score/verify.ts'],
  },
  {
    of: 'zlib',
    why: 'Workbooks and Parquet: browsers have no CRC and no synchronous inflate',
    where: [
      'io/parquet/chunk.ts',
      'io/parquet/read-table.ts',
      'io/workbook/workbook-write.ts',
      'io/workbook/zip-read.ts',
      'io/workbook/zip-write.ts',
    ],
  },
]

const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .map(path => ({ path, text: withoutComments(readFileSync(join(SOURCES, path), 'utf8')) }))

const imports = files.flatMap(({ path, text }) =>
  [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, target = '']) => ({ path, target })),
)

describe('the layers', () => {
  const columnOf = (layer: string) => LAYERS.findIndex(column => column.includes(layer))
  const layerOf = (path: string) => path.split('/')[0] ?? ''

  it('every source file is in a layer', () => {
    expect(files.map(({ path }) => layerOf(path)).filter(layer => columnOf(layer) === -1)).toEqual([])
  })

  it('imports point left only', () => {
    const wrong = imports.filter(({ path, target }) => {
      if (!target.startsWith('.')) return false
      const from = layerOf(path)
      const to = layerOf(relative(SOURCES, resolve(dirname(join(SOURCES, path)), target)))
      return from !== to && columnOf(to) >= columnOf(from)
    })
    expect(wrong).toEqual([])
  })

  it('no files import each other in a circle, type imports counted', () => {
    const graph = new Map(
      files.map(({ path }) => [
        path,
        imports
          .filter(each => each.path === path && each.target.startsWith('.'))
          .map(({ target }) => relative(SOURCES, resolve(dirname(join(SOURCES, path)), target))),
      ]),
    )
    expect(circlesIn(graph)).toEqual([])
  })

  it('libraries stay at home', () => {
    const wrong = imports.filter(({ path, target }) => HOMES[target] !== undefined && !HOMES[target].test(path))
    expect(wrong).toEqual([])
  })

  it('nothing left of cli touches disk, clock, console, environment or network', () => {
    const touching =
      /\bprocess\.|\bconsole\.|\bDate\.now\b|\bnew Date\(\)|Math\.random|'node:(?:fs|child_process|net|http|https|os)/
    const wrong = files
      .filter(({ path, text }) => layerOf(path) !== 'cli' && touching.test(text))
      .map(({ path }) => path)
    expect(wrong).toEqual([])
  })

  it('left of cli, only the files listed here use a module of Node', () => {
    const taken = files.flatMap(({ path, text }) =>
      layerOf(path) === 'cli'
        ? []
        : [...text.matchAll(/^(?!import type).*(?:from |import\()'node:([^']+)'/gm)].map(([, of = '']) => ({
            path,
            of,
          })),
    )
    for (const { of, where } of NODE)
      expect([
        of,
        taken
          .filter(each => each.of === of)
          .map(({ path }) => path)
          .sort(),
      ]).toEqual([of, [...where].sort()])
    expect(taken.filter(each => NODE.every(({ of }) => of !== each.of))).toEqual([])
  })

  it('nobody ends the process, evaluates code or silences the compiler', () => {
    const forbidden = /process\.exit\(|\beval\(|new Function\(|@ts-|: any\b|as any\b|as unknown as/
    expect(files.filter(({ text }) => forbidden.test(text)).map(({ path }) => path)).toEqual([])
  })

  it('limits are called MAX_ or MIN_, and no export is a bare preposition or verb', () => {
    const odd =
      /\bconst (?:MOST|LEAST|LONGEST|SHORTEST|DEEPEST|FEWEST|ENOUGH|SHOWN|HELD|OUT|OVER)(?:_\w+)? =|export (?:async )?(?:function|const) (?:of|in|is|has|at|by|to|from|with|and|or)\b/
    expect(files.filter(({ text }) => odd.test(text)).map(({ path }) => path)).toEqual([])
  })

  it('files hold one idea: at most 300 lines, tables of data aside', () => {
    const isTable = (path: string) => path.startsWith('ir/catalogue/')
    const long = files.filter(({ path, text }) => !isTable(path) && text.split('\n').length > 300)
    expect(long.map(({ path }) => path)).toEqual([])
  })
})

describe.skipIf(!existsSync(join(ROOT, '.git')))('what git tracks', () => {
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' })

  it('has no links: they lead to folders that others do not have', () => {
    const links = git('ls-files', '--stage')
      .split('\n')
      .filter(line => line.startsWith('120000 '))
    expect(links).toEqual([])
  })

  it('leaves out folders of data and libraries, and links to them as well', () => {
    const patterns = readFileSync(join(ROOT, '.gitignore'), 'utf8').split('\n')
    // A slash at the end would let a link pass.
    expect(patterns).toEqual(expect.arrayContaining(['node_modules', 'bench/data', '.spark', 'bench/peers/.venv']))
  })
})

describe('the map in src/README.md', () => {
  it('names files that exist', () => {
    const map = readFileSync(join(SOURCES, 'README.md'), 'utf8')
    const named = [...map.matchAll(/`((?:[a-z-]+\/)+[a-z-]+\.ts)`/g)].map(([, path = '']) => path)
    const known = new Set(files.map(({ path }) => path))
    const missing = named.filter(path => !known.has(path) && !existsSync(join(ROOT, path)))
    expect(missing).toEqual([])
    expect(named.length).toBeGreaterThan(50)
  })
})

describe('the catalogue of codes', () => {
  const used = new Set(
    files.flatMap(({ path, text }) =>
      path === 'base/codes.ts' ? [] : [...text.matchAll(/'([a-z]+\/[a-z0-9-]+)'/g)].map(([, code]) => code),
    ),
  )

  it('has no code that nobody gives', () => {
    expect(Object.keys(CODES).filter(code => !used.has(code))).toEqual([])
  })

  it('has a case folder that shows it', () => {
    const shown = readdirSync(join(ROOT, 'fixtures', 'cases'), { recursive: true, encoding: 'utf8' })
      .filter(path => /expected\/(?:stdout|stderr|.*\.rejects\.csv)$/.test(path))
      .map(path => readFileSync(join(ROOT, 'fixtures', 'cases', path), 'utf8'))
      .join('\n')
    // Codes that no folder can show: a bug in leadq, a signal, a verification that fails (`test/sample.test.ts`), and
    // concurrent changes of the same files (`test/outputs.test.ts`).
    const internal = new Set([
      'cli/bug',
      'cli/interrupted',
      'sample/differs',
      'file/changed',
      'file/locked',
      'cli/rulebook',
      // `test/run`
      'run/locked',
      'run/too-long',
    ])
    // Remarks are printed without their code: it stands in the JSON alone.
    const isRemark = (code: string, severity: string) => severity === 'info' && !/^(?:lint|test)\//.test(code)
    const codes = Object.entries(CODES).filter(([code, { severity }]) => !isRemark(code, severity))
    expect(codes.map(([code]) => code).filter(code => !internal.has(code) && !shown.includes(code))).toEqual([])
  })
})

/** The strongly connected components of more than one file (Tarjan, SIAM J. Comput. 1(2), 1972), each sorted. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const stack: string[] = []
  const circles: string[][] = []
  const visit = (file: string): number => {
    const own = order.size
    order.set(file, own)
    stack.push(file)
    let low = own
    for (const next of graph.get(file) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next))
      else if (stack.includes(next)) low = Math.min(low, lowest.get(next) ?? order.get(next) ?? low)
    }
    lowest.set(file, low)
    if (low !== own) return low
    const circle = stack.splice(stack.indexOf(file))
    if (circle.length > 1) circles.push(circle.sort())
    return low
  }
  for (const file of graph.keys()) if (!order.has(file)) visit(file)
  return circles
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}
