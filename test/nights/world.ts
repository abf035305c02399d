/** A lead of an invented company, as the CRM exports it. */
export interface Person {
  readonly id: string
  readonly email: string
  readonly title: string
  readonly employees: number
  readonly country: string
  readonly source: string
  views: number
  demo: boolean
  /** Day number. */
  seen: number
  customer: boolean
}

const TITLES = ['CEO', 'Head of Sales', 'Engineer', 'Student', 'Marketing Manager'] as const
const NAMES = ['mara', 'jonas', 'li', 'amira', 'tom', 'eva', 'noor', 'pavel', 'ines', 'otto'] as const
const SOURCES = ['Google Ads', 'Trade show', 'Newsletter', 'Referral'] as const
const COUNTRIES = ['DE', 'AT', 'FR', 'NL'] as const

/** A CRM in which people come, go, come back and do things; the same one whenever it is played. */
export function createWorld(start: number) {
  const chance = createChance(20260302)
  const there: Person[] = []
  let away: Person[] = []
  let last = 0

  function come(day: number): void {
    last += 1
    const name = chance.of(NAMES)
    there.push({
      id: `L-${String(last).padStart(4, '0')}`,
      email: `${name}.${last}@firm-${chance.below(70)}.example`,
      title: chance.of(TITLES),
      employees: chance.of([8, 35, 60, 140, 320, 2500]),
      country: chance.of(COUNTRIES),
      source: chance.of(SOURCES),
      views: chance.below(6),
      demo: false,
      seen: day - chance.below(14),
      customer: false,
    })
  }

  for (let each = 0; each < 150; each += 1) come(start)

  return {
    /** What happens in a day. */
    pass(day: number): void {
      const back = away.filter(() => chance.isOne(8))
      away = away.filter(person => !back.includes(person))
      for (const person of there.filter(() => chance.isOne(60))) {
        there.splice(there.indexOf(person), 1)
        away.push(person)
      }
      for (const person of there) {
        if (chance.isOne(7)) {
          person.views += 1 + chance.below(9)
          person.seen = day
        }
        if (chance.isOne(70)) {
          person.demo = true
          person.seen = day
        }
        if (chance.isOne(150)) person.customer = true
      }
      there.push(...back)
      for (let each = chance.below(5); each > 0; each -= 1) come(day)
    },
    /** The leads of tonight's export. */
    people: (): readonly Person[] => there.map(person => ({ ...person })),
  }
}

/** The export: a header and a row for each lead. */
export function exportOf(people: readonly Person[]): string {
  const head =
    'Id,Email,Job Title,Employees,Country,Lead Source,Page Views,Demo Requested,Last Activity Date,Lifecycle Stage'
  const rows = people.map(({ id, email, title, employees, country, source, views, demo, seen, customer }) =>
    [
      id,
      email,
      title,
      employees,
      country,
      source,
      views,
      demo ? 'yes' : 'no',
      isoDay(seen),
      customer ? 'customer' : 'lead',
    ].join(','),
  )
  return `${[head, ...rows].join('\n')}\n`
}

export function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** Numbers by chance, the same for the same seed. */
function createChance(seed: number) {
  let state = seed
  const below = (end: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * end)
  }
  const of = <T>(choices: readonly T[]): T => {
    const chosen = choices[below(choices.length)]
    if (chosen === undefined) throw new Error('nothing to choose from')
    return chosen
  }
  return { below, of, isOne: (of: number) => below(of) === 0 }
}
