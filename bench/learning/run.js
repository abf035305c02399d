import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { createRandom } from '../random.js'
import { drawSet, SETS } from './sets.js'

/**
 * What `tune` is worth, by the built program alone:
 *
 *     node bench/learning/run.js truths             sets whose chances are known, beside what could be had
 *     node bench/learning/run.js noise 50           outcomes drawn by lot: how many rulebooks are written?
 *     node bench/learning/run.js folds leads.csv    X Education: five folds and time, learned and scored as people do
 *     node bench/learning/run.js permuted leads.csv 50   the same leads with outcomes in another order
 *
 * X Education is on Kaggle (ashydv/leads-dataset); it is not copied here.
 */
const BIN = fileURLToPath(new URL('../../bin/leadq.js', import.meta.url))
const FOLDER = join(fileURLToPath(new URL('.', import.meta.url)), '../data/learning')
mkdirSync(FOLDER, { recursive: true })

function leadq(...args) {
  try {
    return {
      exit: 0,
      out: execFileSync('node', [BIN, ...args], {
        cwd: FOLDER,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: 1e9,
      }),
    }
  } catch (error) {
    return { exit: error.status, out: error.stdout ?? '' }
  }
}

/** The area under the ROC curve by ranks (Mann and Whitney 1947), ties counting half. */
function aucOf(scores, won) {
  const order = [...scores.keys()].sort((a, b) => scores[a] - scores[b])
  let [sum, count, at] = [0, 0, 0]
  while (at < order.length) {
    let end = at
    while (end < order.length && scores[order[end]] === scores[order[at]]) end += 1
    for (const lead of order.slice(at, end)) if (won[lead] === 1) [sum, count] = [sum + (at + end + 1) / 2, count + 1]
    at = end
  }
  return (sum - (count * (count + 1)) / 2) / (count * (order.length - count))
}

const figure = value => (value === undefined ? '-' : value.toFixed(3))

function tuned(file, ...flags) {
  const { exit, out } = leadq('tune', file, '--json', '--force', '-o', 'r.yaml', ...flags)
  return { exit, tuning: out === '' ? undefined : JSON.parse(out) }
}

function truths() {
  console.log('set                    exit  truth  card   boosting  rules rows  leaks named')
  for (const [name, { late, flags = [] }] of Object.entries(SETS)) {
    const { text, chances, won } = drawSet(name)
    writeFileSync(join(FOLDER, 'set.csv'), text)
    const { exit, tuning } = tuned('set.csv', ...flags)
    const out = tuning?.columns.left_out.map(({ column }) => column) ?? []
    const named = late.filter(column => out.includes(column) || tuning.columns.too_many_values.includes(column))
    const card = tuning?.card
    const cells = [
      name.padEnd(22),
      String(exit).padEnd(5),
      figure(aucOf(chances, won)),
      figure(card?.separation.auc),
      figure(tuning?.boosting.separation.auc).padEnd(9),
      String(card?.rules ?? '-').padEnd(5),
      String(card?.rows ?? '-').padEnd(5),
      `${named.length} of ${late.length}${out.length > named.length ? `, also ${out.filter(column => !late.includes(column)).join(', ')}` : ''}`,
    ]
    console.log(cells.join(' '))
  }
}

function noise(count) {
  let accepted = 0
  for (let seed = 1; seed <= count; seed += 1) {
    writeFileSync(join(FOLDER, 'set.csv'), drawSet('pure noise', seed).text)
    if (tuned('set.csv').exit === 0) accepted += 1
  }
  console.log(`pure noise: ${accepted} of ${count} accepted`)
}

const SALES = [
  'Tags',
  'Lead Quality',
  'Lead Profile',
  'Asymmetrique Activity Index',
  'Asymmetrique Profile Index',
  'Asymmetrique Activity Score',
  'Asymmetrique Profile Score',
]
const LATER = [
  'Last Activity',
  'Last Notable Activity',
  'What is your current occupation',
  'What matters most to you in choosing a course',
  'How did you hear about X Education',
  'Specialization',
  'City',
]
const VIEWS = {
  nosales: SALES,
  capture: [...SALES, ...LATER],
  unasked: [...SALES, 'Last Activity', 'Last Notable Activity'],
}
const OTHERS = ['Prospect ID', 'Lead Number', 'Converted']

function readLeads(path) {
  const [headings, ...rows] = parse(readFileSync(path, 'utf8'))
  return { headings, rows, won: rows.map(row => Number(row[headings.indexOf('Converted')])) }
}

function write(name, headings, rows) {
  const line = cells => `${cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`
  writeFileSync(join(FOLDER, name), [headings, ...rows].map(line).join(''))
}

/** Learned from some leads by `tune`, and the others scored by `score`. */
function learnedAndScored({ headings, rows }, train, test, view, ...flags) {
  write(
    'train.csv',
    headings,
    train.map(row => rows[row]),
  )
  write(
    'test.csv',
    headings,
    test.map(row => rows[row]),
  )
  const columns = headings.filter(name => !OTHERS.includes(name) && !VIEWS[view].includes(name))
  const { exit, tuning } = tuned(
    'train.csv',
    '--won',
    'Converted=1',
    '--lost',
    'Converted=0',
    ...columns.flatMap(name => ['--only', name]),
    ...flags,
  )
  if (exit !== 0) throw new Error(`tune ended with ${exit}`)
  leadq('score', 'test.csv', '-r', 'r.yaml', '-o', 'scored.csv', '--force', '-q')
  const [head, ...scored] = parse(readFileSync(join(FOLDER, 'scored.csv'), 'utf8'))
  const [score, id] = [head.indexOf('leadq_score'), head.indexOf('Lead Number')]
  const byId = new Map(scored.map(row => [row[id], Number(row[score])]))
  const own = headings.indexOf('Lead Number')
  return { scores: test.map(row => byId.get(rows[row][own]) ?? 0), tuning }
}

function folds(path) {
  const leads = readLeads(path)
  const random = createRandom(20_240_817)
  const part = new Map()
  for (const side of [0, 1]) {
    const own = [...leads.won.keys()]
      .filter(row => leads.won[row] === side)
      .map(row => [random(), row])
      .sort((a, b) => a[0] - b[0])
    for (const [turn, [, row]] of own.entries()) part.set(row, turn % 5)
  }
  console.log('view     five folds  rules rows   last 30% by time (boosting)')
  for (const view of Object.keys(VIEWS)) {
    const found = [0, 1, 2, 3, 4].map(fold => {
      const [train, test] = [false, true].map(isTest =>
        [...leads.rows.keys()].filter(row => (part.get(row) === fold) === isTest),
      )
      const { scores, tuning } = learnedAndScored(leads, train, test, view)
      return {
        auc: aucOf(
          scores,
          test.map(row => leads.won[row]),
        ),
        rules: tuning.rules.length,
        rows: tuning.card.rows,
      }
    })
    const mean = key => found.reduce((sum, each) => sum + each[key], 0) / found.length
    const number = leads.headings.indexOf('Lead Number')
    const order = [...leads.rows.keys()].sort((a, b) => leads.rows[a][number] - leads.rows[b][number])
    const cut = Math.floor(0.7 * order.length)
    const test = order.slice(cut)
    const { scores } = learnedAndScored(leads, order.slice(0, cut), test, view, '--date', 'Lead Number')
    const whole = tuned(
      path,
      '--won',
      'Converted=1',
      '--date',
      'Lead Number',
      '--dry-run',
      ...leads.headings
        .filter(name => !OTHERS.includes(name) && !VIEWS[view].includes(name))
        .flatMap(name => ['--only', name]),
    )
    console.log(
      [
        view.padEnd(8),
        figure(mean('auc')).padEnd(11),
        mean('rules').toFixed(1).padEnd(5),
        mean('rows').toFixed(0).padEnd(6),
        figure(
          aucOf(
            scores,
            test.map(row => leads.won[row]),
          ),
        ),
        `(${figure(whole.tuning?.boosting.separation.auc)})`,
      ].join(' '),
    )
  }
}

function permuted(path, count) {
  const { headings, rows, won } = readLeads(path)
  const at = headings.indexOf('Converted')
  for (const size of [100, 200, 500, 2000]) {
    let accepted = 0
    for (let seed = 1; seed <= count; seed += 1) {
      const random = createRandom(seed * 31 + size)
      const shuffled = items =>
        items
          .map(item => [random(), item])
          .sort((a, b) => a[0] - b[0])
          .map(([, item]) => item)
      const chosen = shuffled([...rows.keys()]).slice(0, size)
      const outcomes = shuffled(chosen.map(row => won[row]))
      write(
        'set.csv',
        headings,
        chosen.map((row, place) => rows[row].map((cell, column) => (column === at ? String(outcomes[place]) : cell))),
      )
      if (tuned('set.csv', '--won', 'Converted=1').exit === 0) accepted += 1
    }
    console.log(`${size} leads of X Education, outcomes permuted: ${accepted} of ${count} accepted`)
  }
}

const [what, ...args] = process.argv.slice(2)
const jobs = {
  truths,
  noise: () => noise(Number(args[0] ?? 50)),
  folds: () => folds(args[0]),
  permuted: () => permuted(args[0], Number(args[1] ?? 50)),
}
if (jobs[what] === undefined) throw new Error(`one of ${Object.keys(jobs).join(', ')}`)
jobs[what]()
