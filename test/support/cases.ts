import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Ran } from './program.ts'

/**
 * A test is a folder: `cmd`, its inputs, and `expected/` with stdout, stderr, exit, the written files, and in `removed`
 * the names of deleted ones. A stream missing from `expected/` is empty, a missing exit is 0. All lines of `cmd` but
 * the last one prepare big inputs.
 */
export interface Case {
  /** `score/keeps-input-columns`: the sentence. */
  readonly name: string
  readonly folder: string
  readonly preparation: string
  /** The line that is tested. */
  readonly command: string
}

export function findCases(root: string): Case[] {
  return foldersWith('cmd', root).map(folder => {
    const lines = readFileSync(join(folder, 'cmd'), 'utf8').trimEnd().split('\n')
    return {
      name: relative(root, folder),
      folder,
      preparation: lines.slice(0, -1).join('\n'),
      command: lines.at(-1) ?? '',
    }
  })
}

function foldersWith(file: string, folder: string): string[] {
  if (existsSync(join(folder, file))) return [folder]
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .flatMap(entry => foldersWith(file, join(folder, entry.name)))
    .sort()
}

/** A fresh copy of a case's inputs. */
export function copyInputs({ folder }: Case, target: string): void {
  cpSync(folder, target, {
    recursive: true,
    filter: source => source !== join(folder, 'cmd') && source !== join(folder, 'expected'),
  })
}

/** The arguments of a plain `leadq ...` line; undefined if it needs a shell. */
export function plainArguments(command: string): string[] | undefined {
  if (!command.startsWith('leadq ') || /[|<>;&$`*?]/.test(command)) return undefined
  return (command.match(/'[^']*'|"[^"]*"|\S+/g) ?? []).slice(1).map(word => word.replace(/^(['"])(.*)\1$/, '$2'))
}

/** The result of a run, file by file, without inputs that did not change. */
export function resultOf(ran: Ran, before: ReadonlyMap<string, string>, folder: string): Map<string, string> {
  const after = readTree(folder)
  const files = [...after].filter(([path, content]) => before.get(path) !== content && !isShippedSchema(path, content))
  const removed = [...before.keys()].filter(path => !after.has(path)).map(path => `${path}\n`)
  const streams = [
    ['stdout', ran.stdout],
    ['stderr', ran.stderr],
    ['exit', ran.exit === 0 ? '' : `${ran.exit}\n`],
    ['removed', removed.join('')],
  ] as const
  return new Map([...streams.filter(([, text]) => text !== ''), ...files])
}

/** The schemas that are put beside rulebooks for editors: they are those of `schema/`, and would be a copy in many cases. */
function isShippedSchema(path: string, content: string): boolean {
  const [, name] = /(?:^|\/)\.leadq\/([a-z]+\.schema\.json)$/.exec(path) ?? []
  return name !== undefined && content === readFileSync(join(SCHEMAS, name), 'latin1')
}

const SCHEMAS = join(import.meta.dirname, '..', '..', 'schema')

/** The contents of all files below a folder, as Latin-1 so that every byte counts. */
export function readTree(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map()
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return new Map(
    paths
      .filter(path => existsSync(join(folder, path)) && statSync(join(folder, path)).isFile())
      .map(path => [path, readFileSync(join(folder, path), STREAMS.has(path) ? 'utf8' : 'latin1')]),
  )
}

const STREAMS = new Set(['stdout', 'stderr', 'exit', 'removed'])

export function writeExpected({ folder }: Case, result: ReadonlyMap<string, string>): void {
  rmSync(join(folder, 'expected'), { recursive: true, force: true })
  for (const [path, content] of result) {
    const target = join(folder, 'expected', path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, content, STREAMS.has(path) ? 'utf8' : 'latin1')
  }
}
