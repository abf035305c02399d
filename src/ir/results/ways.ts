import type { Segment } from '../plan/plan.ts'

/** The segments that tell where leads came from. */
export const CHANNEL = 'channel'
export const MEDIUM = 'medium'

/**
 * The positions of the segments that are counted together: the channel, the medium (the channel again where there is none),
 * and what is only counted. Undefined without a channel.
 */
export function waySegments(segments: readonly Pick<Segment, 'name' | 'hidden'>[]): readonly number[] | undefined {
  const channel = segments.findIndex(({ name }) => name === CHANNEL)
  if (channel < 0) return undefined
  const medium = segments.findIndex(({ name }) => name === MEDIUM)
  const hidden = segments.flatMap((segment, index) => (segment.hidden === true ? [index] : []))
  return [channel, medium < 0 ? channel : medium, ...hidden]
}

/** What is counted together of a lead. Labels and stages have no line breaks. */
export interface Way {
  readonly channel: string
  readonly medium: string
  /** Labels of the segments that are only counted, in their order. */
  readonly hidden: readonly string[]
  readonly stage: string
  readonly chance: number | undefined
}

/** A key for `labels` of `waySegments`, a stage and a chance. */
export function wayOf(
  labels: readonly string[],
  { stage, chance }: { readonly stage: string; readonly chance: number | undefined },
): string {
  return `${stage}\n${chance ?? ''}\n${labels.join('\n')}`
}

export function readWay(key: string): Way {
  const [stage = '', chance = '', channel = '', medium = '', ...hidden] = key.split('\n')
  return { channel, medium, hidden, stage, chance: chance === '' ? undefined : Number(chance) }
}
