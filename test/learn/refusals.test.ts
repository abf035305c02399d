import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BoundField } from '../../src/ir/plan/bound-field.ts'
import { collectColumns } from '../../src/learn/columns/collect-columns.ts'
import { inFolder, runInProcess } from '../support/program.ts'

/** Inputs that `tune` and `backtest` cannot use, or not as they are: one clear message each, and no rulebook. */

interface Row {
  readonly shows: string
  readonly leads: string
  readonly flags?: readonly string[]
  /** Files beside the leads. */
  readonly files?: Readonly<Record<string, string>>
  readonly tune: { readonly exit: number; readonly says: RegExp; readonly prints?: RegExp }
  /** Absent: the same as `tune`. */
  readonly backtest?: Row['tune']
}

const RULES = 'leadq: 1\nscores:\n  fit:\n    rules: [ { id: visits, per: visits, points: 1, max: 20 } ]\n'

/** Leads of a simple truth: many visits, won. */
function closed(count: number, headings: string, cells: (lead: number, won: boolean) => string): string {
  const rows = Array.from({ length: count }, (_, lead) => {
    const won = (lead * 7) % 10 < 4
    return `${lead},${won ? 1 : 0},${cells(lead, won)}`
  })
  return `Id,Converted,${headings}\n${rows.join('\n')}\n`
}

const visits = (lead: number, won: boolean) => String((((lead * 7919) % 101) % 9) + (won ? 2 : 0))

const ROWS: readonly Row[] = [
  {
    shows: 'no outcome column',
    leads: 'Id,Country,Status\n1,DE,Alpha\n2,FR,Beta\n',
    tune: { exit: 2, says: /learn\/no-outcome .* plainly says .*\n.*it could be `Status`: Alpha \(1\), Beta \(1\)/ },
  },
  {
    shows: 'an outcome of one value',
    leads: 'Id,Visits,Status\n1,1,Won\n2,2,Won\n',
    flags: ['--won', 'Status=Won', '--lost', 'Status=Lost'],
    tune: { exit: 2, says: /no lead of leads\.csv is lost \(Status=Lost\)/ },
  },
  {
    shows: 'an outcome of one value without a word for the lost ones',
    leads: 'Id,Visits,Status\n1,1,Won\n2,2,Won\n',
    flags: ['--won', 'Status=Won'],
    tune: { exit: 2, says: /which leads of leads\.csv were lost\?.*\n.*--lost/ },
  },
  {
    shows: 'an outcome column of names, which are not printed',
    leads: closed(60, 'Note', lead => `note ${lead}`),
    flags: ['--won', 'Note=note 1'],
    tune: { exit: 2, says: /were lost\?.*\n.*`Note` has 60 different values in the first 60 leads/ },
  },
  {
    shows: 'won and lost in one lead',
    leads: 'Id,Visits,Won,Lost\n1,1,x,\n2,2,x,x\n',
    flags: ['--won', 'Won=x', '--lost', 'Lost=x'],
    tune: { exit: 2, says: /1 lead is both won \(Won=x\) and lost \(Lost=x\), first on line 3/ },
  },
  {
    shows: 'outcomes as dates without a value',
    leads: 'Id,Visits,Won On\n1,1,2026-01-05\n2,2,\n',
    flags: ['--won', 'Won On'],
    tune: { exit: 2, says: /`--won` needs a value: `--won "Won On=VALUE"`/ },
  },
  {
    shows: '30 closed leads',
    leads: closed(30, 'Visits', visits),
    tune: { exit: 2, says: /learn\/too-few .* 30 closed leads, 12 won and 18 lost: too few/ },
    backtest: { exit: 0, says: /no open leads/ },
  },
  {
    shows: 'columns that are all filled only for closed leads of one outcome',
    leads: closed(200, 'Lost Reason,Contract', (_, won) => (won ? ',signed' : 'price,')),
    tune: {
      exit: 2,
      says: /learn\/no-column .*\n.*Lost Reason, Contract may be known only after the outcome; `--use "Lost Reason"`/,
    },
    backtest: { exit: 0, says: /no open leads/ },
  },
  {
    shows: 'constant columns only',
    leads: closed(200, 'Country,Currency', () => 'DE,EUR'),
    tune: { exit: 2, says: /no column of leads\.csv is left to learn from\n.*the same for all leads/ },
    backtest: { exit: 0, says: /no open leads/ },
  },
  {
    shows: 'a file without open leads',
    leads: closed(400, 'Visits', visits),
    tune: { exit: 0, says: /leads\.csv has no open leads\n.*export the open leads too/ },
  },
  {
    shows: 'a constant column beside another one',
    leads: closed(400, 'Visits,Currency', (lead, won) => `${visits(lead, won)},EUR`),
    tune: { exit: 0, says: /no open leads/, prints: /no value tells leads apart: Currency/ },
    backtest: { exit: 0, says: /no open leads/ },
  },
  {
    shows: 'dates after the day a lead came in',
    leads: closed(400, 'Visits,Created,First Call', (lead, won) => {
      const month = String(1 + (lead % 7)).padStart(2, '0')
      return `${visits(lead, won)},2025-${month}-01,2025-${month}-${won ? '20' : '01'}`
    }),
    flags: ['--as-of-column', 'Created'],
    tune: { exit: 0, says: /no open leads/, prints: /left out +First Call: .*40% of its dates are after the day/ },
    backtest: { exit: 0, says: /no open leads/ },
  },
  {
    shows: 'no signal in the columns',
    leads: closed(400, 'Visits', lead => String((lead * 31) % 17)),
    tune: { exit: 1, says: /no open leads/, prints: /no signal in these columns/ },
    backtest: { exit: 0, says: /no open leads/ },
  },
  {
    shows: 'a file without leads',
    leads: 'Id,Converted,Visits\n',
    flags: ['--won', 'Converted=1', '--lost', 'Converted=0'],
    tune: { exit: 2, says: /no lead of leads\.csv is/ },
  },
  {
    shows: 'an order that is none',
    leads: closed(200, 'Visits,Country', (lead, won) => `${visits(lead, won)},${['DE', 'FR', 'AT'][lead % 3]}`),
    flags: ['--date', 'Country'],
    tune: { exit: 2, says: /`--date`: the column `Country` of leads\.csv does not hold dates/ },
  },
  {
    shows: 'an outcome column that is not there',
    leads: closed(200, 'Visits', visits),
    flags: ['--won', 'Convertd=1'],
    tune: { exit: 2, says: /leads\.csv has no column `Convertd`\n.*did you mean `Converted`\?/ },
  },
]

describe.each(ROWS)('$shows', ({ leads, flags = [], tune, backtest = tune }) => {
  it.each([
    ['tune', ['-o', 'new.yaml'], tune],
    ['backtest', ['-r', 'rules.yaml'], backtest],
  ] as const)('%s', async (command, own, { exit, says, prints = /^/ }) => {
    await inFolder(async folder => {
      writeFileSync(join(folder, 'leads.csv'), leads)
      writeFileSync(join(folder, 'rules.yaml'), RULES)
      const ran = await runInProcess([command, 'leads.csv', ...own, ...flags], folder)
      expect(ran.stderr).toMatch(says)
      expect(ran.stdout.replace(/\n +/g, ' ')).toMatch(prints)
      expect(ran.stderr.match(/^(?:\S+ )?error /gm) ?? []).toHaveLength(exit === 2 ? 1 : 0)
      expect(ran.exit).toBe(exit)
      expect(existsSync(join(folder, 'new.yaml'))).toBe(command === 'tune' && exit === 0)
    })
  })
})

describe('a rulebook that cannot be used', () => {
  const cannot = (book: string, argv: readonly string[], status = 2) =>
    inFolder(async folder => {
      writeFileSync(join(folder, 'leads.csv'), closed(200, 'Visits', visits))
      writeFileSync(join(folder, 'old.yaml'), book)
      const ran = await runInProcess(argv, folder)
      expect([ran.stdout, ran.exit]).toEqual(['', status])
      expect(ran.stderr.match(/(?:^|^\S+ )error /gm)).toHaveLength(1)
      return ran.stderr
    })

  it.each([
    ['tune', ['--from', './old.yaml']],
    ['backtest', ['-r', 'old.yaml']],
  ])('%s: a required column is missing', async (command, flags) => {
    const book = `fields: { budget: { from: Budget, type: number, required: true } }\n${RULES}`
    expect(await cannot(book, [command, 'leads.csv', ...flags], 65)).toMatch(/no column for `budget`/)
  })

  it.each([
    ['no YAML', 'scores: [\n'],
    ['an unknown key', `${RULES}colour: blue\n`],
    ['an empty file', ''],
  ])('%s', async (_, book) => {
    expect(await cannot(book, ['tune', 'leads.csv', '--from', './old.yaml'])).toMatch(/learn\/keep .*old\.yaml/)
    expect(await cannot(book, ['backtest', 'leads.csv', '-r', 'old.yaml'])).toMatch(/^old\.yaml/)
  })
})

describe('a column of more different values than can be told apart', () => {
  const distinct = 200_001
  const field: BoundField = {
    name: 'note',
    type: 'text',
    from: [],
    map: [],
    columns: [0],
    read: true,
    number: { decimal: '.' },
    date: { order: 'iso' },
    blankIsNo: false,
    nulls: [],
  }

  it('is given up, with its name', () => {
    const { add, finish } = collectColumns({ fields: [field] }, ['Note'], () => true)
    for (let lead = 0; lead < distinct; lead += 1) {
      const text = `note ${lead}`
      add({ cells: [], readings: [{ value: text, text, state: 'filled' }] })
    }
    expect(finish()).toEqual({ columns: [], dates: [], tooMany: ['Note'] })
  })
})
