import { describe, expect, it } from 'vitest'
import { Refusal } from '../../src/base/refusal.ts'
import { endingOf } from '../../src/learn/outcome/ending.ts'
import { resolveOutcome } from '../../src/learn/outcome/resolve-outcome.ts'

/** A file as lines of cells, and the outcome of its rows or the reason for refusing it. */
interface Example {
  readonly shows: string
  readonly headings: string
  readonly rows: readonly string[]
  readonly won?: readonly string[]
  readonly lost?: readonly string[]
  /** One letter for each row: won, lost, open, both. */
  readonly endings?: string
  readonly refused?: RegExp
  readonly hint?: RegExp
}

const EXAMPLES: readonly Example[] = [
  { shows: 'a yes or no by its name', headings: 'Id,Converted', rows: ['1,1', '2,0', '3,'], endings: 'wlo' },
  { shows: 'a yes or no in German', headings: 'Id,Ist Kunde', rows: ['1,ja', '2,nein'], endings: 'wl' },
  {
    shows: 'values that say it, whatever the name',
    headings: 'Id,Phase',
    rows: ['1,Gewonnen', '2,Verloren', '3,Angebot'],
    endings: 'wlo',
  },
  {
    shows: 'the stages of a sale, with open ones',
    headings: 'Id,Deal Stage',
    rows: ['1,Closed Won', '2,Closed Lost', '3,Proposal'],
    endings: 'wlo',
  },
  {
    shows: 'two columns that agree',
    headings: 'Id,Converted,Deal Stage',
    rows: ['1,1,Closed Won', '2,0,Closed Lost', '3,0,Proposal'],
    endings: 'wll',
  },
  {
    shows: 'two columns that contradict each other are asked about',
    headings: 'Id,Deal Stage,Phase',
    rows: ['1,Closed Won,Verloren', '2,Closed Lost,Gewonnen'],
    refused: /several columns .* `Deal Stage`, `Phase`/,
  },
  {
    shows: 'a name without plain values is asked about, with its values',
    headings: 'Id,Status',
    rows: ['1,Alpha', '2,Beta', '3,Alpha'],
    refused: /no column of leads\.csv plainly says/,
    hint: /`Status`: Alpha \(2\), Beta \(1\)/,
  },
  { shows: 'no outcome at all', headings: 'Id,Country', rows: ['1,DE', '2,FR'], refused: /no column/, hint: /--won/ },
  {
    shows: 'a value, and the only other one is lost',
    headings: 'Id,Result',
    rows: ['1,A', '2,B', '3,'],
    won: ['Result=A'],
    endings: 'wlo',
  },
  {
    shows: 'several values',
    headings: 'Id,S',
    rows: ['1,Won', '2,Customer', '3,Lost', '4,New'],
    won: ['S=Won,Customer'],
    endings: 'wwlo',
  },
  {
    shows: 'lost values said as well',
    headings: 'Id,S',
    rows: ['1,X', '2,Y', '3,Z'],
    won: ['S=x'],
    lost: ['S=y'],
    endings: 'wlo',
  },
  {
    shows: 'which are lost is asked where no word says it',
    headings: 'Id,S',
    rows: ['1,X', '2,Y', '3,Z'],
    won: ['S=X'],
    refused: /which leads of leads\.csv were lost/,
    hint: /values of `S`: X \(1\), Y \(1\), Z \(1\)/,
  },
  {
    shows: '1 for a column of true and false',
    headings: 'Id,C',
    rows: ['1,true', '2,false'],
    won: ['C=1'],
    endings: 'wl',
  },
  {
    shows: 'any date, and none',
    headings: 'Id,Won On',
    rows: ['1,2026-01-02', '2,'],
    won: ['Won On=*'],
    lost: ['Won On='],
    endings: 'wl',
  },
  {
    shows: 'a column without a value',
    headings: 'Id,Won On',
    rows: ['1,2026-01-02', '2,'],
    won: ['Won On'],
    refused: /`--won` needs a value/,
  },
  {
    shows: 'any date alone does not say which are lost',
    headings: 'Id,Won On',
    rows: ['1,2026-01-02', '2,'],
    won: ['Won On=*'],
    refused: /which leads .* were lost/,
  },
  {
    shows: 'a heading with an equals sign',
    headings: 'Id,won=yes?',
    rows: ['1,y', '2,n'],
    won: ['won=yes?=y'],
    endings: 'wl',
  },
  {
    shows: 'an unknown column with the nearest one',
    headings: 'Id,Status',
    rows: ['1,Won', '2,Lost'],
    won: ['Statsu=Won'],
    refused: /has no column `Statsu`/,
    hint: /`Status`/,
  },
  { shows: 'lost alone', headings: 'Id,S', rows: ['1,a', '2,b'], lost: ['S=b'], refused: /`--lost` needs `--won`/ },
  {
    shows: 'won and lost at once',
    headings: 'Id,A,B',
    rows: ['1,x,y', '2,x,', '3,,y'],
    won: ['A=x'],
    lost: ['B=y'],
    endings: 'bwl',
  },
]

describe('the outcome of leads', () => {
  it.each(EXAMPLES)('$shows', ({ headings, rows, won = [], lost = [], endings, refused, hint }) => {
    const sample = { name: 'leads.csv', headings: headings.split(','), rows: rows.map(row => row.split(',')) }
    if (refused !== undefined) {
      const found = refusalOf(() => resolveOutcome({ won, lost }, sample))
      expect(found?.exit).toBe('usage')
      expect(found?.message).toMatch(refused)
      if (hint !== undefined) expect(found?.diagnostic.hint).toMatch(hint)
      return
    }
    const outcome = resolveOutcome({ won, lost }, sample)
    expect(sample.rows.map(cells => endingOf(cells, outcome)[0]).join('')).toBe(endings)
  })
})

function refusalOf(job: () => unknown): Refusal | undefined {
  try {
    job()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  return undefined
}
