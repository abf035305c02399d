import { DISPOSABLE_MAIL, FREE_MAIL } from '../ir/catalogue/mail-domains.ts'
import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { accountSources, CONTACT_FIELDS } from '../ir/plan/key-fields.ts'
import { MAIL_PATTERNS } from '../ir/values/mail.ts'
import { domainOf } from './cells/query-mail.ts'
import { wordClass } from './cells/query-text.ts'
import type { FieldColumns } from './cells/wanted.ts'
import type { Dialect, Sql } from './dialect/dialect.ts'
import { allOf, anyOf, type Column, firstOf, type Step, sum } from './dialect/write.ts'
import { NAMES, type Names } from './step-names.ts'

/** Duplicates and accounts, as in `engine/duplicate.ts` and `engine/account.ts`. */
export interface DuplicateContext {
  readonly bound: BoundPlan
  readonly dialect: Dialect
  readonly columnsOf: (field: string) => FieldColumns
}

const PHONES: ReadonlySet<string> = new Set(['phone', 'mobile'])

/** Steps that find duplicates; none where every lead is scored for itself. */
export function duplicateSteps(context: DuplicateContext): Step[] {
  const { bound, dialect } = context
  const { dedupe } = bound
  if (dedupe === undefined) return []
  const key = dedupe.by.map(name => keyPart(name, context))
  const order = `PARTITION BY twin_key ORDER BY twin_rank DESC, ${NAMES.place}`
  const unlessAlone = (sql: Sql, otherwise?: Sql) => firstOf([{ when: 'twin_key IS NOT NULL', give: sql }], otherwise)
  return [
    {
      name: 'twin_keys',
      about: 'what the same leads have in common, and how good each is as the one that is kept',
      columns: [
        { name: 'twin_key', sql: key.join(` || ${dialect.character(0x1f)} || `) },
        { name: 'twin_rank', sql: rank(context) },
        { name: 'twin_label', sql: label(context) },
      ],
    },
    {
      name: 'twins',
      about: '',
      columns: [
        { name: NAMES.isDuplicate, sql: unlessAlone(`row_number() OVER (${order}) > 1`, 'FALSE') },
        { name: 'first_label', sql: unlessAlone(`first_value(twin_label) OVER (${order})`) },
      ],
    },
    {
      name: 'duplicates',
      about: '',
      columns: [{ name: NAMES.duplicateOf, sql: firstOf([{ when: NAMES.isDuplicate, give: 'first_label' }]) }],
    },
  ]
}

function keyPart(name: string, { columnsOf, dialect }: DuplicateContext): Sql {
  const { filled, value, text, isList } = columnsOf(name)
  const shown = isList ? dialect.joinedItems(value, ',') : `CAST(${value} AS ${dialect.types.text})`
  const part = PHONES.has(name) ? digitsOf(text, dialect) : shown
  return firstOf([{ when: filled, give: `nullif(${part}, '')` }])
}

/** `+49 (0)40 555-01`, `0049 40 55501` and `494055501` are one number. */
function digitsOf(phone: Sql, { finds, replaced, part, codePoint }: Dialect): Sql {
  const breaks = [0x0a, 0x0d, 0x2028, 0x2029].map(codePoint).join('')
  const first = part(phone, '(0)', 1)
  const without = `${first} || substr(${phone}, length(${first}) + 4)`
  const trunk = firstOf([{ when: finds(phone, `^(?:[+]|00)[^${breaks}]*[(]0[)]`), give: without }], phone)
  return replaced(replaced(trunk, '[^0-9]', []), '^00', [])
}

function rank({ bound, columnsOf }: DuplicateContext): Sql {
  switch (bound.dedupe?.keep) {
    case 'most_complete': {
      const read = bound.fields.filter(field => field.read)
      return sum(read.map(({ name }) => `CASE WHEN ${columnsOf(name).filled} THEN 1 ELSE 0 END`))
    }
    case 'latest':
      return `coalesce(${[...bound.dedupe.dates.map(name => `${columnsOf(name).value} + 1000000`), '0'].join(', ')})`
    default:
      return '0'
  }
}

/** The name of a lead: its id, else its e-mail address, else its position. */
function label({ bound, columnsOf, dialect }: DuplicateContext): Sql {
  const known = ['id', 'email']
    .filter(name => bound.fields.some(field => field.name === name && field.columns.length > 0))
    .map(name => ({ when: columnsOf(name).filled, give: columnsOf(name).text }))
  return firstOf(known, `${dialect.text('record ')} || CAST(${NAMES.place} AS ${dialect.types.text})`)
}

/** Steps that add up accounts, over the leads that are scored; none where the rulebook has no accounts. */
export function accountSteps(context: DuplicateContext, names: Names): Step[] {
  const { bound, dialect } = context
  const { account } = bound
  if (account === undefined) return []
  const counts = bound.dedupe === undefined ? 'TRUE' : `NOT ${NAMES.isDuplicate}`
  const engaged = account.engaged === undefined ? undefined : names.scores.get(account.engaged)
  const over = (figure: Sql) =>
    firstOf([
      {
        when: 'account IS NOT NULL',
        give: `CAST(${figure} OVER (PARTITION BY account) AS ${dialect.types.whole})`,
      },
    ])
  const count = (holds: Sql) => over(`sum(CASE WHEN ${allOf([counts, holds])} THEN 1 ELSE 0 END)`)
  const ofTotal = (aggregate: string) => {
    const total = counts === 'TRUE' ? NAMES.total : firstOf([{ when: counts, give: NAMES.total }])
    return over(`${aggregate}(${total})`)
  }
  const figures: Column[] = [
    { name: 'account_leads', sql: count('TRUE') },
    { name: 'account_best', sql: ofTotal('max') },
    { name: 'account_sum', sql: ofTotal('sum') },
    ...(engaged === undefined ? [] : [{ name: 'account_engaged', sql: count(`${engaged} > 0`) }]),
    { name: 'account_contacts_known', sql: count('is_reachable') },
  ]
  return [
    {
      name: 'account_names',
      about: 'what the account of a lead is called',
      columns: [
        { name: 'account', sql: accountName(context) },
        { name: 'is_reachable', sql: reachable(context) },
      ],
    },
    { name: 'accounts', about: '', columns: figures },
  ]
}

/** Free-mail domains do not identify an account. */
function accountName(context: DuplicateContext): Sql {
  const { bound, columnsOf, dialect } = context
  const names = accountSources(bound.account ?? { by: '' }).map(field => {
    const { value, filled, mail, isMail } = columnsOf(field)
    if (field === 'email') {
      return firstOf([{ when: allOf([filled, isMail('business_mail')]), give: domainOf(mail, dialect) }])
    }
    if (field !== 'company_domain' && field !== 'website') {
      return firstOf([{ when: filled, give: `nullif(CAST(${value} AS ${dialect.types.text}), '')` }])
    }
    const site = siteOf(value, dialect)
    return firstOf([{ when: allOf([filled, isCompanyDomain(site, dialect)]), give: site }])
  })
  return `coalesce(${[...names, `CAST(NULL AS ${dialect.types.text})`].join(', ')})`
}

/** `https://www.acme.example/de?x=1` -> `acme.example`. */
function siteOf(text: Sql, { replaced }: Dialect): Sql {
  const cuts = ['^[a-z][a-z0-9+.-]*:', '^//', '^[^/?#@]*@', '^www[.]', '[/?#: ].*$', '[.]$']
  return cuts.reduce((site, cut) => replaced(site, cut, []), text)
}

function isCompanyDomain(domain: Sql, dialect: Dialect): Sql {
  const { finds, replaced, text } = dialect
  const others = [...FREE_MAIL, ...DISPOSABLE_MAIL].map(text).join(', ')
  return allOf([
    finds(replaced(domain, `[${wordClass(dialect, 0x80)}]`, ['x']), MAIL_PATTERNS.domain),
    `${domain} NOT IN (${others})`,
  ])
}

function reachable({ bound, columnsOf, dialect }: DuplicateContext): Sql {
  const ways = CONTACT_FIELDS.filter(name =>
    bound.fields.some(field => field.name === name && field.columns.length > 0),
  ).map(name => {
    const { mail, value } = columnsOf(name)
    const found =
      name === 'email' ? `${mail} IS NOT NULL` : dialect.finds(`CAST(${value} AS ${dialect.types.text})`, '[0-9]')
    return `coalesce(${found}, FALSE)`
  })
  return anyOf(ways)
}
