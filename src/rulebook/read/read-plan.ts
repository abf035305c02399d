import type { Field } from '../../ir/plan/field.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { fieldsOfPlan } from '../../ir/plan/plan-fields.ts'
import type { Draft } from '../language/language.ts'
import { CATALOGUE, EVENT_CATALOGUE, undeclared } from './catalogue.ts'
import { collectEventNames, collectNames } from './collect.ts'
import { checkNames } from './ids.ts'
import type { Moment, Scope } from './names.ts'
import { readAccount, readDedupe } from './read-duplicates.ts'
import { readEvents } from './read-events.ts'
import { fieldTypesOf, readFields } from './read-fields.ts'
import { readLists, readLocale } from './read-locale.ts'
import { readKey } from './read-memory.ts'
import { readCriteria, readExclude, readSegments, readStages, readTags } from './read-outcome.ts'
import { readNext, readOwners } from './read-routing.ts'
import type { Report } from './report-problem.ts'
import { readChance } from './scores/read-chance.ts'
import { readScores } from './scores/read-scores.ts'
import { readGrade, readTotal } from './scores/weights.ts'

/**
 * A rulebook whose keys are in order, as a plan. Conditions are read last, when every name is known. `files` are those
 * that it was merged from, in this order.
 */
export function readPlan(draft: Draft, fallbackName: string, files: readonly string[], report: Report): Plan {
  checkNames(draft, files, report)
  const lists = readLists(draft, report)
  const names = collectNames(draft, fieldTypesOf(draft.fields, CATALOGUE), lists)
  const events = collectEventNames(fieldTypesOf(draft.events?.fields, EVENT_CATALOGUE), lists)
  const at = (moment: Moment): Scope => ({ names, report, moment, events, files })
  const plan = {
    name: draft.name?.value ?? fallbackName,
    ...(draft.version && { version: draft.version.value }),
    locale: readLocale(draft, report),
    fields: {},
    ...readDedupe(draft, at('fields')),
    ...readAccount(draft, at('fields')),
    ...readKey(draft, at('fields')),
    scores: readScores(draft, at('rules and scores')),
    ...readTotal(draft, report),
    ...readGrade(draft, report),
    ...readChance(draft, report),
    criteria: readCriteria(draft, at('criteria')),
    exclude: readExclude(draft, at('exclude')),
    stages: readStages(draft, at('stages')),
    segments: readSegments(draft, at('segments')),
    tags: readTags(draft, at('tags')),
    owners: readOwners(draft, at('owners')),
    next: readNext(draft, at('next')),
  }
  return {
    ...plan,
    ...readEvents(draft, plan.scores, at('fields')),
    fields: withCatalogue(readFields(draft.fields, CATALOGUE, report), plan),
  }
}

/** The declared fields, then those of the catalogue that the plan reads. */
function withCatalogue(declared: readonly Field[], plan: Plan): Plan['fields'] {
  const names = new Set(declared.map(({ name }) => name))
  const read = fieldsOfPlan(plan).filter(name => !names.has(name))
  const more = read.flatMap(name => {
    const field = CATALOGUE.get(name)
    return field === undefined ? [] : [undeclared(name, field)]
  })
  return Object.fromEntries([...declared, ...more].map(field => [field.name, field]))
}
