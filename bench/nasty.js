import { fileURLToPath } from 'node:url'
import { csvLine, fileOf, inBlocks } from './files.js'
import { HEADINGS, leadCells } from './lead.js'
import { createRandom } from './random.js'

/** Files that the fast engine does not like: what it remembers does not come again, or there is too much of it. */
const SEED = 20260116

const at = heading => HEADINGS.indexOf(heading)

/** Of each kind: how many leads `npm run bench` takes, its headings and a lead. */
export const KINDS = {
  /** Dates, numbers and addresses of each lead in another spelling, and no text twice. */
  'oddly spelled': { leads: 100_000, headings: HEADINGS, cells: odd },
  /** No value twice, in any column. */
  'all different': { leads: 100_000, headings: HEADINGS, cells: different },
  /** Job titles of two hundred characters. */
  'long titles': { leads: 100_000, headings: HEADINGS, cells: longTitles },
  /** Each lead another combination of values. */
  combinations: { leads: 100_000, headings: HEADINGS, cells: combined },
  /** Every cell in quotes. */
  quoted: { leads: 100_000, headings: HEADINGS, cells: leadCells, line: quotedLine },
  /** Thousands of columns that nobody asks for. */
  '5,000 columns': { leads: 6_000, headings: wideHeadings(), cells: wide },
}

/** The path of a file of one kind. The same number gives the same bytes. */
export function nastyFile(kind, count) {
  const { headings, cells, line = csvLine } = KINDS[kind]
  return fileOf(`nasty-${kind.replace(/\W+/g, '-')}-${count}.csv`, () =>
    inBlocks(
      (function* () {
        const random = createRandom(SEED)
        yield line(headings)
        for (let index = 0; index < count; index += 1) yield line(cells(index, random))
      })(),
    ),
  )
}

function changed(index, random, changes) {
  const cells = leadCells(index, random)
  for (const [heading, cell] of Object.entries(changes)) cells[at(heading)] = cell
  return cells
}

function odd(index, random) {
  const day = two(1 + Math.floor(random() * 28))
  const date = `${day}.${two(1 + (index % 12))}.2025`
  return changed(index, random, {
    'First Name': `Anna-${index}`,
    'Last Name': `von der Heide-${index}`,
    Email: `User.${index}@${index % 3 === 0 ? 'GMAIL.com' : `Firma-${index}.Example`}`,
    Phone: `(0${30 + (index % 60)}) ${index} / ${index % 97}`,
    Company: `Firma ${index} GmbH`,
    'Job Title': `Leiter Einkauf ${index}`,
    Employees: `${1 + (index % 19)}.${String(index % 1000).padStart(3, '0')}`,
    'Annual Revenue': `${1 + (index % 900)}.${String(index % 1000).padStart(3, '0')},50 €`,
    'Page Views': `${index % 40},0`,
    'Last Activity Date': `${date} ${two(index % 24)}:${two(index % 60)}`,
    'Demo Date': index % 8 === 0 ? date : '',
    Message: `Bitte melden Sie sich, Nr. ${index}`,
  })
}

function different(index) {
  return HEADINGS.map((heading, column) => `${heading.toLowerCase()} ${index} ${column}`)
}

function longTitles(index, random) {
  return changed(index, random, {
    'Job Title': `${'Referent für besondere Aufgaben im '.repeat(6)}${index}`.slice(-200),
  })
}

function combined(index, random) {
  return changed(index, random, {
    Employees: String(index % 1009),
    'Annual Revenue': String((index * 7919) % 20_000_000),
    'Page Views': String(index % 101),
    'Email Clicks': String(index % 37),
    'Last Activity Date': `2025-${two(1 + (index % 12))}-${two(1 + (index % 28))}`,
    Budget: String((index * 31) % 90_000),
  })
}

function wideHeadings() {
  return [...HEADINGS, ...Array.from({ length: 5_000 - HEADINGS.length }, (_, column) => `Custom ${column}`)]
}

function wide(index, random) {
  const further = Array.from({ length: 5_000 - HEADINGS.length }, (_, column) => String((index * column) % 10))
  return [...leadCells(index, random), ...further]
}

function quotedLine(cells) {
  return `${cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`
}

function two(number) {
  return String(number).padStart(2, '0')
}

/** `node bench/nasty.js 'oddly spelled' 100000` writes such a file and says where it is. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const kind = process.argv[2] ?? 'oddly spelled'
  console.log(await nastyFile(kind, Number(process.argv[3] ?? KINDS[kind].leads)))
}
