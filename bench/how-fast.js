import { fileURLToPath } from 'node:url'
import { DATA } from './files.js'
import { AS_OF } from './lead.js'
import { leadsFile, leadsJson, leadsLines } from './leads.js'
import { measure, measureCommand } from './measure.js'
import { KINDS, nastyFile } from './nasty.js'
import { FLOOR, installed, PEERS } from './peers.js'
import { compare, count, digits, rows } from './rows.js'

/** How fast the engine for files is beside what it is measured by; one function for each step of `npm run bench`. */
const here = path => fileURLToPath(new URL(path, import.meta.url))
const output = name => `${DATA}out-${name}.csv`
const wall = ({ seconds }) => seconds
const cpu = ({ cpu: seconds }) => seconds

const score = (input, name, ...more) => [
  here('../bin/leadq.js'),
  'score',
  input,
  ...['-r', 'b2b', '-o', output(name), '--as-of', AS_OF, '--force', '-q'],
  ...more,
]

/** The peers that can run here: DuckDB and Polars, which `bench/setup` installs. */
const peersHere = () => installed({ ...FLOOR, 'DuckDB, SQL': PEERS['DuckDB, SQL'], Polars: PEERS.Polars })

/** Runs of other programs, in turns with each other, the fastest first. */
function inTurns(programs, rounds) {
  const runs = Object.fromEntries(Object.keys(programs).map(name => [name, []]))
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, command] of Object.entries(programs)) {
      process.stderr.write(`${name}, ${round} of ${rounds}\n`)
      runs[name].push(measureCommand(name, command))
    }
  }
  for (const list of Object.values(runs)) list.sort((a, b) => a.seconds - b.seconds)
  return runs
}

const node = args => [process.execPath, ...args]

/** b2b with all columns beside a plain copy; then on one thread. */
export async function copying({ many, rounds }) {
  await besideCopy(many, rounds, '<= 1.5')
}

/** The same of ten times as many. */
export async function copyingMany({ most }) {
  const runs = await besideCopy(most, 1, '<= 1')
  const [{ megabytes }] = runs.leadq
  rows.push([`${count(most)} leads, peak memory`, `${digits(megabytes)} MB`, '', '', '500 MB'])
}

async function besideCopy(leads, rounds, aim) {
  const input = await leadsFile(leads)
  const { 'DuckDB, plain copy': copy } = peersHere()
  const runs = inTurns(
    {
      leadq: node(score(input, 'leadq')),
      'one thread': node(score(input, 'one', '--threads', '1')),
      ...(copy && { copy: copy.command(input, output('copy')) }),
    },
    rounds,
  )
  const what = `${count(leads)} leads, b2b, all columns`
  const [own] = runs['one thread']
  if (runs.copy === undefined) rows.push([what, `${digits(runs.leadq[0].seconds)} s`, '', '', aim])
  else {
    compare(`${what}, wall time`, 'plain DuckDB copy', runs.leadq, runs.copy, wall, 's', aim)
    compare(`${what}, one thread, CPU time`, 'plain DuckDB copy', runs['one thread'], runs.copy, cpu, 's', '')
  }
  rows.push([`${what}, one thread`, `${digits(own.cpu)} s CPU, ${digits(own.megabytes)} MB`, '', '', ''])
  return runs
}

/** Forty rules by hand in other tools. */
export async function byHand({ many, rounds }) {
  const input = await leadsFile(many)
  const { Polars, 'DuckDB, SQL': sql } = peersHere()
  const flags = ['-r', here('rules-40.yaml'), '-o', output('rules'), '--as-of', AS_OF, '--force', '-q']
  const runs = inTurns(
    {
      leadq: node([here('../bin/leadq.js'), 'score', input, ...flags]),
      ...(Polars && { Polars: Polars.command(input, output('polars')) }),
      ...(sql && { DuckDB: sql.command(input, output('duckdb')) }),
    },
    Math.min(rounds, 2),
  )
  const what = `${count(many)} leads, forty rules, wall time`
  if (runs.Polars) compare(what, 'by hand in Polars', runs.leadq, runs.Polars, wall, 's', '< 1')
  if (runs.DuckDB) compare(what, 'by hand in DuckDB', runs.leadq, runs.DuckDB, wall, 's', '<= 1.2')
}

/** Judging alone, when all values and combinations are known. */
export async function warm({ few }) {
  const { judge } = measure({ judge: [here('warm.js'), await leadsFile(few)] }, 1)
  const { classified, judged, asked } = JSON.parse(judge[0].stdout)
  rows.push(['judging alone, forty rules, warm', `${judged.toFixed(2)} µs a lead`, '', '', '<= 0.5 µs'])
  rows.push(['values to classes, warm', `${classified.toFixed(2)} µs a lead`, `${asked} leads asked`, '', ''])
}

/** Files that the engine does not like, beside the reference alone. */
export async function nasty({ isQuick }) {
  for (const [kind, { leads }] of Object.entries(KINDS)) {
    const input = await nastyFile(kind, isQuick ? 6_000 : leads)
    const { fast, stream } = measure(
      { fast: score(input, 'fast', '--threads', '1'), stream: score(input, 'stream', '--engine', 'stream') },
      1,
    )
    const aim = kind === 'oddly spelled' ? '<= 0.5' : '<= 1.3'
    compare(`${kind}, CPU time`, 'lead by lead', fast, stream, cpu, 's', aim)
    compare(`${kind}, peak memory`, 'lead by lead', fast, stream, ({ megabytes }) => megabytes, 'MB', '')
  }
}

/** One array of JSON beside JSON.parse of each lead. */
export async function json({ many }) {
  const [input, lines] = [await leadsJson(many), await leadsLines(many)]
  const { leadq, parse } = measure(
    { leadq: score(input, 'json', '--format', 'json'), parse: [here('peers/parse.js'), lines] },
    1,
  )
  compare(`${count(many)} leads as a JSON array, CPU time`, 'JSON.parse alone', leadq, parse, cpu, 's', '<= 1.5')
}
