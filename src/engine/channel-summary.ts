import { type Plan, stagesOf } from '../ir/plan/plan.ts'
import type { ChannelSummary } from '../ir/results/summary.ts'
import { CHANNEL, MEDIUM, readWay } from '../ir/results/ways.ts'

/** Where leads came from: each channel with its stages, most leads first. */
export function channelsOf(plan: Plan, ways: ReadonlyMap<string, number>): ChannelSummary[] {
  const hasMedium = plan.segments.some(({ name }) => name === MEDIUM)
  const labels = plan.segments.find(({ name }) => name === CHANNEL)?.rows.map(({ label }) => label) ?? []
  const found = new Map(labels.map(label => [label, startChannel(plan)]))
  for (const [key, leads] of ways) {
    const { channel, medium, stage, chance = 0 } = readWay(key)
    const sums = found.get(channel) ?? startChannel(plan)
    found.set(channel, sums)
    sums.leads += leads
    sums.percents += chance * leads
    sums.stages.set(stage, (sums.stages.get(stage) ?? 0) + leads)
    sums.media.set(medium, (sums.media.get(medium) ?? 0) + leads)
  }
  return [...found]
    .filter(([, { leads }]) => leads > 0)
    .sort(([, a], [, b]) => b.leads - a.leads)
    .map(([channel, { leads, percents, stages, media }]) => ({
      channel,
      ...(hasMedium && { medium: [...media].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '' }),
      leads,
      stages: Object.fromEntries(stages),
      ...(plan.chance !== undefined && { expected_wins: percents / 100 }),
    }))
}

function startChannel(plan: Plan) {
  return {
    leads: 0,
    percents: 0,
    stages: new Map(stagesOf(plan).map(stage => [stage, 0])),
    media: new Map<string, number>(),
  }
}
