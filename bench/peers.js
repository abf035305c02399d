import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AS_OF } from './lead.js'

/**
 * Who scores a file of leads by the forty rules: `command(input, output)` is a program and its arguments, `needs` what
 * has to be there. A program that writes to standard output is `piped` into the file.
 */
export const LEADQ = { leadq: leadq('auto'), 'leadq stream': leadq('stream') }
export const FLOOR = { 'DuckDB, plain copy': duckdb('duckdb-copy.sql') }
export const PEERS = {
  'DuckDB, SQL': duckdb('duckdb.sql'),
  Polars: python('with_polars.py'),
  pandas: python('with_pandas.py'),
  Miller: {
    command: input => ['mlr', '--csv', 'put', '-f', peer('miller.mlr'), input],
    needs: () => runs('mlr', '--version'),
    piped: true,
  },
  'json-rules-engine': node('json-rules-engine.js'),
  'GoRules zen': { ...node('gorules-zen.js'), needs: () => existsSync(peer('node_modules/@gorules/zen-engine')) },
}

/** Of some programs those that can run here; the others are named. */
export function installed(programs) {
  return Object.fromEntries(
    Object.entries(programs).filter(([name, { needs }]) => {
      const there = needs()
      if (!there) process.stderr.write(`left out, as it is not installed: ${name}\n`)
      return there
    }),
  )
}

function leadq(engine) {
  const flags = ['-r', path('rules-40.yaml'), '--as-of', AS_OF, '--force', '-q', '--engine', engine]
  return {
    command: (input, out) => [process.execPath, path('../bin/leadq.js'), 'score', input, '-o', out, ...flags],
    needs: () => true,
  }
}

function duckdb(file) {
  const program = peer('.venv/bin/duckdb')
  const variables = (input, out) => `SET VARIABLE input = '${input}'; SET VARIABLE output = '${out}'`
  return {
    command: (input, out) => [program, '-c', variables(input, out), '-f', peer(file)],
    needs: () => existsSync(program),
  }
}

function python(file) {
  const program = peer('.venv/bin/python')
  return { command: (input, out) => [program, peer(file), input, out], needs: () => existsSync(program) }
}

function node(file) {
  return { command: (input, out) => [process.execPath, peer(file), input, out], needs: () => true }
}

function runs(program, ...args) {
  return spawnSync(program, args).status === 0
}

function peer(file) {
  return path(`peers/${file}`)
}

function path(relative) {
  return fileURLToPath(new URL(relative, import.meta.url))
}
