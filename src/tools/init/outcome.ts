import type { Inline, Written, WrittenEntry, WrittenItem } from '../../rulebook/index.ts'
import { inline, list, map, type Pair, pairs, section } from '../../rulebook/yaml/building.ts'
import type { Findings } from './findings.ts'

/** What the scores lead to: stages, segments, next steps. */
export function outcomeEntries(findings: Findings): WrittenEntry[] {
  const { hot, warm } = findings.lines
  return [
    ...section('stages', list(stageItems(findings)), findings.draft.rules.length > 0 ? STAGES_COMMENT : NO_RULES),
    ...section('segments', hot !== undefined && map([temperature(hot, warm)]), 'How warm? Only what they did counts.'),
    ...section('next', nextRows(findings), 'What happens to a lead, and when.'),
  ]
}

const STAGES_COMMENT =
  'The first row that matches counts. The lines are drawn for these leads: about one in eight SQL, four in ten SQL or MQL.\nSales is swamped: raise the first line. Sales is idle: lower it.'

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

const STEPS: readonly { readonly stage: string; readonly does: string; readonly due: string }[] = [
  { stage: 'SQL', does: 'call', due: '1d' },
  { stage: 'MQL', does: 'write in person', due: '3d' },
]

function nextRows(findings: Findings): Written {
  const stages = new Set(stageItems(findings).map(({ value }) => stageOf(value)))
  const rows = STEPS.filter(({ stage }) => stages.has(stage)).map(({ stage, does, due }) =>
    pairs(['when', pairs(['stage', stage])], ['do', does], ['due', due]),
  )
  return list([...rows, pairs(['do', 'newsletter'], ['due', '30d'])].map(row => ({ value: inline(row) })))
}

function stageOf(value: Written): Inline | undefined {
  return value.kind === 'inline' && value.value instanceof Map ? value.value.get('stage') : undefined
}
