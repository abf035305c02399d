import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { comparePeers } from './compare.js'
import { EVENT_FORMATS, eventsFile } from './events.js'
import { DATA } from './files.js'
import { byHand, copying, copyingMany, json, nasty, warm } from './how-fast.js'
import { AS_OF } from './lead.js'
import { leadsFile, leadsJson, leadsLines } from './leads.js'
import { measure, measureStarts } from './measure.js'
import { compare, count, digits, row, rows } from './rows.js'
import { rulesFile } from './rules-200.js'
import { spark, sparkEvents } from './spark.js'
import { printTable } from './table.js'
import { testsFile } from './tests.js'

/** `npm run bench`: leadq beside other tools on the same leads, in one run. It compares and says so; it asserts nothing. */
const { quick, peers, steps, leads } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    peers: { type: 'boolean' },
    steps: { type: 'string' },
    // Of `spark`: 2000000,10000000
    leads: { type: 'string' },
  },
}).values
const LEADS = quick ? 20_000 : 200_000
const FEW = quick ? 10_000 : 100_000
const EVENTS = quick ? 50_000 : 1_000_000
const MANY = quick ? 20_000 : 1_000_000
const ROUNDS = quick ? 2 : 3
const SIZES = { few: FEW, many: MANY, most: quick ? 40_000 : 10_000_000, rounds: ROUNDS, isQuick: quick === true }
const STARTS = 10

/** What a rulebook and the one after it differ in. */
const CHANGES = [
  ['when: { country: $dach }, points: 10', 'when: { country: $dach }, points: 15'],
  ['50: 12, 200: 20', '50: 15, 200: 25'],
  ['score.fit: { at_least: 60 }', 'score.fit: { at_least: 55 }'],
]

const here = path => fileURLToPath(new URL(path, import.meta.url))
const output = name => `${DATA}out-${name}.csv`
const score = (input, name, ...more) => [
  here('../bin/leadq.js'),
  'score',
  input,
  '-r',
  'b2b',
  '-o',
  output(name),
  '--as-of',
  AS_OF,
  '--force',
  ...more,
]

/** In this order; `--steps copying,json` takes some of them, and only so those are run that need a Spark. */
const STEPS = {
  copying: () => copying(SIZES),
  copyingMany: () => copyingMany(SIZES),
  byHand: () => byHand(SIZES),
  warm: () => warm(SIZES),
  nasty: () => nasty(SIZES),
  json: () => json(SIZES),
  spark: () => spark({ isQuick: quick === true, leads: leads?.split(',').map(Number) }),
  sparkEvents: () => sparkEvents(SIZES),
  lines,
  events,
  grouping,
  startUp,
  scoring,
  judging,
  comparing,
  recognising,
  memory,
  linting,
  testing,
}

if (peers) await comparePeers(quick ? [10_000] : [10_000, 100_000, 1_000_000])
else await runSteps(steps?.split(',') ?? Object.keys(STEPS).filter(name => !name.startsWith('spark')))

async function runSteps(names) {
  for (const name of names) {
    if (STEPS[name] === undefined) throw new Error(`there is no step ${name}: ${Object.keys(STEPS).join(', ')}`)
  }
  for (const name of names) await STEPS[name]()
  console.log(
    `\nNode ${process.version}, ${availableParallelism()} cores, best of ${ROUNDS} (median), starts best of ${STARTS}\n`,
  )
  console.log(printTable(['what', 'leadq', 'beside', 'ratio', 'aim'], rows))
}

async function scoring() {
  const leads = await leadsFile(LEADS)
  const runs = measure(
    { leadq: score(leads, 'leadq', '-q'), copy: [here('peers/copy.js'), leads, output('copy')] },
    ROUNDS,
  )
  const { leadq, copy } = runs
  const what = `${count(LEADS)} leads`
  compare(`${what}, wall time`, 'csv-parse + csv-stringify', leadq, copy, ({ seconds }) => seconds, 's', '<= 1.5')
  compare(`${what}, CPU time`, 'csv-parse + csv-stringify', leadq, copy, ({ cpu }) => cpu, 's', '')
  const written = name => (statSync(output(name)).size - statSync(leads).size) / LEADS
  row(
    'bytes appended to a lead',
    written('leadq').toFixed(0),
    written('copy').toFixed(0),
    written('leadq') / written('copy'),
    '',
  )
}

/** Leads are scored and written as JSON lines; beside it they are only parsed. */
async function lines() {
  const leads = await leadsLines(MANY)
  const { leadq, parse } = measure(
    { leadq: score(leads, 'lines', '-q', '--format', 'ndjson'), parse: [here('peers/parse.js'), leads] },
    quick ? 1 : 3,
  )
  const what = `${count(MANY)} leads as JSON lines, CPU time`
  compare(what, 'JSON.parse alone', leadq, parse, ({ cpu }) => cpu, 's', '<= 1.5')
}

/** Duplicates and accounts are known when all leads were read once. */
async function grouping() {
  const leads = await leadsFile(MANY)
  const rules = `${DATA}grouped.yaml`
  writeFileSync(rules, 'leadq: 1\nextends: b2b\ndedupe: { by: email }\naccount: { by: company_domain }\n')
  const grouped = [...score(leads, 'grouped', '-q', '--threads', '1'), '-r', rules]
  const { on, off } = measure({ on: grouped, off: score(leads, 'plain', '-q', '--threads', '1') }, quick ? 1 : 3)
  compare(`${count(MANY)} leads with dedupe and account`, 'without', on, off, ({ cpu }) => cpu, 's', '<= 1.8')
}

/** Beside it the events are only parsed. A run reads, scores and writes its leads as well; what that takes is taken off once. */
async function events() {
  const leads = await leadsFile(FEW)
  for (const format of Object.keys(EVENT_FORMATS)) {
    const file = await eventsFile(format, EVENTS, FEW)
    const { leadq, without, parse } = measure(
      {
        leadq: score(leads, 'events', '-q', '--events', file),
        without: score(leads, 'events', '-q'),
        parse: [here('peers/parse.js'), file],
      },
      quick ? 1 : 3,
    )
    const cpu = runs => runs.map(run => run.cpu).sort((a, b) => a - b)
    const what = `${count(EVENTS)} events (${format})`
    const other = format === 'csv' ? 'csv-parse alone' : 'JSON.parse alone'
    const aim = format === 'csv' ? '<= 1' : '<= 1.5'
    compare(`${what} and ${count(FEW)} leads, CPU time`, other, cpu(leadq), cpu(parse), time => time, 's', '')
    const [leadsAlone] = cpu(without)
    const eventsAlone = cpu(leadq).map(time => time - leadsAlone)
    compare(`${what} alone, CPU time`, other, eventsAlone, cpu(parse), time => time, 's', aim)
  }
}

async function judging() {
  const leads = await leadsFile(FEW)
  const runs = measure(
    { judge: [here('judge.js'), leads], 'json-rules-engine': [here('judge-peer.js'), leads] },
    quick ? 1 : 2,
  )
  const best = (name, part) => Math.min(...runs[name].map(({ stdout }) => JSON.parse(stdout)[part]))
  const other = best('json-rules-engine', 'judged')
  const line = (what, part, aim) =>
    row(
      what,
      `${best('judge', part).toFixed(1)} µs a lead`,
      `${other.toFixed(1)} µs, json-rules-engine, the same rules`,
      best('judge', part) / other,
      aim,
    )
  line('cells read', 'coerced', '')
  line('cells read, 40 rules judged', 'judged', '<= 8 µs')
  line('the same and all columns as text', 'written', '')
}

/** Two rulebooks on the same leads, beside one of them that writes nothing. */
async function comparing() {
  const leads = await leadsFile(FEW)
  const head = `${DATA}rules-40-changed.yaml`
  const text = readFileSync(here('rules-40.yaml'), 'utf8')
  writeFileSync(
    head,
    CHANGES.reduce((changed, [from, to]) => changed.replace(from, to), text),
  )
  const [one, other] = [here('rules-40.yaml'), head]
  const leadq = here('../bin/leadq.js')
  const runs = measure(
    {
      diff: [leadq, 'diff', one, other, '--data', leads, '--as-of', AS_OF, '-q'],
      score: [leadq, 'score', leads, '-r', one, '--as-of', AS_OF, '-n', '-q'],
    },
    ROUNDS,
  )
  const what = `diff of ${CHANGES.length} changes, ${count(FEW)} leads`
  compare(`${what}, wall time`, 'score, no output', runs.diff, runs.score, ({ seconds }) => seconds, 's', '<= 2.2')
  compare(`${what}, CPU time`, 'score, no output', runs.diff, runs.score, ({ cpu }) => cpu, 's', '')
}

async function recognising() {
  const files = { few: await leadsFile(FEW), many: await leadsFile(MANY) }
  const runs = measure({ few: [here('recognise.js'), files.few], many: [here('recognise.js'), files.many] }, 2)
  const best = name => Math.min(...runs[name].map(({ stdout }) => JSON.parse(stdout).milliseconds))
  const line = (name, leads) => `${best(name).toFixed(1)} ms, ${count(leads)} leads`
  row('recognising the system', line('many', MANY), line('few', FEW), best('many') / best('few'), '<= 50 ms')
}

async function memory() {
  const few = await leadsFile(FEW)
  const many = await leadsFile(MANY)
  const runs = measure({ few: score(few, 'few', '-q'), many: score(many, 'many', '-q') }, quick ? 1 : 2)
  const most = list => Math.max(...list.map(({ megabytes }) => megabytes))
  const ratio = most(runs.many) / most(runs.few)
  const megabytes = (name, leads) => `${most(runs[name]).toFixed(0)} MB at ${count(leads)}`
  row('peak memory', megabytes('many', MANY), megabytes('few', FEW), ratio, '<= 1.15, < 250 MB')
  const json = measure({ many: score(await leadsJson(MANY), 'json', '-q', '--format', 'csv') }, 1)
  const ofJson = `${most(json.many).toFixed(0)} MB at ${count(MANY)}`
  row('peak memory, one JSON array', ofJson, megabytes('many', MANY), most(json.many) / most(runs.many), '')
}

async function startUp() {
  const leads = await leadsFile(1_000)
  const runs = measureStarts(
    { node: ['-e', '0'], version: [here('../bin/leadq.js'), '--version'], score: score(leads, 'start') },
    STARTS,
  )
  const time = value => value
  compare('leadq --version', 'node -e 0', runs.version, runs.node, time, 'ms', '<= 2')
  compare('leadq score, 1,000 leads', 'node -e 0', runs.score, runs.node, time, 'ms', '<= 4.5')
}

function linting() {
  const rules = rulesFile()
  const runs = measureStarts(
    { node: ['-e', '0'], lint: [here('../bin/leadq.js'), 'lint', rules, '-q', '--as-of', AS_OF] },
    STARTS,
  )
  compare('leadq lint, 200 rules', 'node -e 0', runs.lint, runs.node, time => time, 'ms', '< 1 s')
}

/** Tests of rulebooks: absolute times, nothing like it stands beside. */
async function testing() {
  const command = (file, ...more) => [here('../bin/leadq.js'), 'test', file, '-q', ...more]
  const rounds = quick ? 1 : 3
  const line = (what, args, aim) => {
    const [best] = measureStarts({ leadq: args }, rounds).leadq
    rows.push([what, `${digits(best / 1000)} s`, '', '', aim])
  }
  line('1,000 rulebook tests', command(await testsFile(1_000)), '<= 1 s')
  line('tests of b2b against its mutants', command(here('../rules/b2b.test.yaml'), '--min-killed', '90'), '<= 20 s')
}
