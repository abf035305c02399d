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

/** Points of a side of a square. */
export const SQUARE = 5
/** Squares beyond are one: a score without a bound must not cost memory without a bound. */
const MAX_SQUARES = 60

/** The lower end of the step of some points. */
export function stepOf(points: number | undefined): number | undefined {
  if (points === undefined) return undefined
  return SQUARE * Math.max(-MAX_SQUARES, Math.min(MAX_SQUARES, Math.floor(points / SQUARE)))
}

/** A key for two scores, either of which may not be known, and a stage. */
export function squareOf(across: number | undefined, up: number | undefined, stage: string): string {
  return `${stepOf(across) ?? ''}\n${stepOf(up) ?? ''}\n${stage}`
}

export interface Square {
  readonly across: number | undefined
  readonly up: number | undefined
  readonly stage: string
}

export function readSquare(key: string): Square {
  const [across = '', up = '', stage = ''] = key.split('\n')
  const pointsOf = (text: string) => (text === '' ? undefined : Number(text))
  return { across: pointsOf(across), up: pointsOf(up), stage }
}
