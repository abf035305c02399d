import { nextRows, optOutsOf } from '../../learn/writing/routing.ts'
import { percent, plural } from '../../report/numbers.ts'
import type { Inline, Written, WrittenEntry, WrittenItem } from '../../rulebook/index.ts'
import { inline, list, map, type Pair, pairs, section } from '../../rulebook/yaml/building.ts'
import type { Findings } from './findings.ts'
import { FEW_LEADS } from './templates.ts'

/** The parts that depend on scores: stages, segments, next steps. */
export function outcomeEntries(findings: Findings): WrittenEntry[] {
  const { hot, warm } = findings.lines
  return [
    ...section(
      'stages',
      list(stageItems(findings)),
      findings.draft.rules.length > 0 ? stagesComment(findings) : `${NO_RULES}${fewLeads(findings.leads)}`,
    ),
    ...section('segments', hot !== undefined && map([temperature(hot, warm)]), 'How warm? Only what they did counts.'),
    ...section('tags', tagEntries(findings), 'Who must not be written to or called; `next` looks at these.'),
    ...section('next', nextEntries(findings), 'What happens to a lead, and when; nothing where no row is left.'),
  ]
}

/** The number of leads at each threshold. */
function stagesComment({ stages, leads }: Findings): string {
  const counts = [...(stages ?? [])]
    .filter(([stage]) => stage === 'SQL' || stage === 'MQL')
    .map(([stage, count]) => `${percent(count, leads)} ${stage}`)
  const here = counts.length === 0 ? '' : ` Of these ${plural(leads, 'lead')}: ${counts.join(', ')}.`
  return `The first row that matches counts.${here}${fewLeads(leads)}\nSales is swamped: raise the first threshold. Sales is idle: lower it.`
}

function fewLeads(leads: number): string {
  if (leads >= FEW_LEADS) return ''
  return `\n${plural(leads, 'lead')} say little: look at the points before you look at the stages.`
}

const NO_RULES = 'Nothing was found that tells these leads apart: there are no rules yet, and so there is one stage.'

function stageItems({ draft, lines: { sql, mql, fitting }, handRaise }: Findings): WrittenItem[] {
  if (draft.rules.length === 0) return [stageItem('nurture')]
  const [request] = draft.requests
  const asks: Pair[] =
    draft.requests.length > 1 ? [['any', draft.requests.map(name => pairs([name, true]))]] : [[request ?? '', true]]
  return [
    ...(handRaise && request !== undefined
      ? [stageItem('SQL', [...asks, ...atLeast('score.fit', fitting)], 'hand-raise')]
      : []),
    ...(sql === undefined ? [] : [stageItem('SQL', atLeast('score.total', sql))]),
    ...(mql === undefined ? [] : [stageItem('MQL', atLeast('score.total', mql))]),
    stageItem('nurture'),
  ]
}

function atLeast(name: string, points: number | undefined): Pair[] {
  return points === undefined ? [] : [[name, pairs(['at_least', points])]]
}

function stageItem(stage: string, when: readonly Pair[] = [], id?: string): WrittenItem {
  const parts: Pair[] = [
    ['stage', stage],
    ...(id === undefined ? [] : [['id', id] satisfies Pair]),
    ...(when.length === 0 ? [] : [['when', pairs(...when)] satisfies Pair]),
  ]
  return { value: inline(pairs(...parts)) }
}

function temperature(hot: number, warm: number | undefined): WrittenEntry {
  const at = (points: number): Written => inline(pairs(['score.engagement', pairs(['at_least', points])]))
  const labels = [
    { key: 'hot', value: at(hot) },
    ...(warm === undefined ? [] : [{ key: 'warm', value: at(warm) }]),
    { key: 'cold', value: inline('otherwise') },
  ]
  return { key: 'temperature', value: map(labels) }
}

/** Leads that opted out are neither written to nor called. */
function nextEntries(findings: Findings): Written {
  const stages = new Set(stageItems(findings).flatMap(({ value }) => String(stageOf(value) ?? '')))
  return list(nextRows(stages, optOutsOf(fieldsOf(findings))).map(row => ({ value: inline(row) })))
}

function tagEntries(findings: Findings): Written | undefined {
  const { tags } = optOutsOf(fieldsOf(findings))
  return tags.length === 0
    ? undefined
    : map(tags.map(({ name, when, about }) => ({ key: name, value: inline(when), beside: about })))
}

function fieldsOf({ profiles }: Findings): ReadonlySet<string> {
  return new Set(profiles.map(({ field }) => field.name))
}

function stageOf(value: Written): Inline | undefined {
  return value.kind === 'inline' && value.value instanceof Map ? value.value.get('stage') : undefined
}
