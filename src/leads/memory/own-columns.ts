import type { BeforeColumns } from '../../io/bind/bind-before.ts'
import { IMPORTS } from '../../ir/catalogue/imports.ts'
import { BEFORE, scoreBefore } from '../../ir/plan/before.ts'
import { fold } from '../../ir/values/fold.ts'

/** Names of leadq's columns, without prefix, that say what a lead was. */
const NAMES: Readonly<Record<string, string>> = {
  stage: BEFORE.stage,
  since: BEFORE.since,
  stage_before: BEFORE.stageBefore,
  score: BEFORE.total,
}

/** Columns that stand beside a stage in what leadq wrote. */
const COMPANIONS = ['since', 'score', 'completeness', 'reasons', 'stagebefore']

/** Of those, how many have to be there where the prefix is not one that leadq is known by: a CRM has a `Deal Stage`, too. */
const MIN_COMPANIONS = 3

/** What the fields of a CRM have behind leadq's names: `Leadq_Stage__c`. */
const TAILS: readonly string[] = [
  ...new Set(Object.values(IMPORTS).map(({ headings }) => headings.template.replace(/\{\w+\}/g, '').toLowerCase())),
].filter(tail => tail !== '')

/**
 * The columns that leadq wrote in the run before: as it wrote them, in JSON records, or under the names that a CRM's
 * fields have for them. Undefined without a stage among them.
 */
export function ownColumns(
  headings: readonly string[],
  scores: readonly string[],
  prefix: string,
): BeforeColumns | undefined {
  const keys = headings.map(plainHeading)
  const own = plainHeading(prefix)
  const known = new Set(keys)
  const stages = keys.filter(key => key.endsWith('stage')).map(key => key.slice(0, -'stage'.length))
  const companions = (start: string) => COMPANIONS.filter(name => known.has(start + name)).length
  const isOurs = (start: string) =>
    companions(start) >= (start !== '' && (start === own || start === LEADQ) ? 1 : MIN_COMPANIONS)
  const start = [own, LEADQ, ...stages].find(each => known.has(`${each}stage`) && isOurs(each))
  if (start === undefined) return undefined
  const wanted = [...Object.entries(NAMES), ...scores.map(name => [name, scoreBefore(name)] as const)]
  return new Map(
    wanted.flatMap(([name, field]) => {
      const spelled = [name, `scores.${name}`].map(each => start + plainHeading(each))
      const position = keys.findIndex(key => spelled.includes(key))
      return position < 0 ? [] : [[field, [position]] as const]
    }),
  )
}

const LEADQ = 'leadq'

/** Letters and digits alone: `leadq_stage_before`, `leadq.stage_before` and `Leadq_Stage_Before__c` are the same. */
function plainHeading(heading: string): string {
  const folded = fold(heading)
  const tail = TAILS.find(each => folded.endsWith(each))
  return (tail === undefined ? folded : folded.slice(0, -tail.length)).replace(/[^\p{L}\p{N}]/gu, '')
}
