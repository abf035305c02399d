/** Neighbouring scores with one rate between them. */
export interface Block {
  readonly low: number
  readonly high: number
  readonly leads: number
  readonly won: number
}

/**
 * Isotonic regression by pooling adjacent violators (M. Ayer et al., Ann. Math. Stat. 26, 1955): the rates by score that
 * never fall as scores rise, and lie nearest to what was seen. Lowest scores first.
 */
export function isotonic(scores: ArrayLike<number>, won: Uint8Array): Block[] {
  const blocks: Block[] = []
  for (const each of byScore(scores, won)) {
    let block = each
    for (let last = blocks.at(-1); last !== undefined && rateOf(last) >= rateOf(block); last = blocks.at(-1)) {
      blocks.pop()
      block = joined(last, block)
    }
    blocks.push(block)
  }
  return blocks
}

export function rateOf({ won, leads }: Pick<Block, 'won' | 'leads'>): number {
  return won / leads
}

export function joined(lower: Block, upper: Block): Block {
  return { low: lower.low, high: upper.high, leads: lower.leads + upper.leads, won: lower.won + upper.won }
}

/** One block for each distinct score. */
function byScore(scores: ArrayLike<number>, won: Uint8Array): Block[] {
  const order = Uint32Array.from({ length: scores.length }, (_, index) => index)
  order.sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0))
  const blocks: { low: number; high: number; leads: number; won: number }[] = []
  for (const index of order) {
    const score = scores[index] ?? 0
    const last = blocks.at(-1)
    if (last !== undefined && last.high === score) {
      last.leads += 1
      last.won += won[index] ?? 0
    } else blocks.push({ low: score, high: score, leads: 1, won: won[index] ?? 0 })
  }
  return blocks
}
