import { gainOf, weightOf } from './sums.ts'

/** A group of neighbouring bins, by its sums. */
export interface GroupSums {
  readonly first: number
  readonly second: number
}

/** Groups pooled so that their weights only rise or only fall, as lists of the groups before. */
export interface Pooled {
  readonly gain: number
  readonly groups: readonly (readonly number[])[]
}

/** How often the weights of groups change their direction. */
export function turnsOf(groups: readonly GroupSums[], ridge: number): number {
  let [turns, direction] = [0, 0]
  for (const [at, group] of groups.entries()) {
    const before = groups[at - 1]
    if (before === undefined) continue
    const step = Math.sign(weight(group, ridge) - weight(before, ridge))
    if (direction !== 0 && step !== 0 && step !== direction) turns += 1
    if (step !== 0) direction = step
  }
  return turns
}

/** Pools adjacent violators (M. Ayer et al., 1955), with the gain of what is left, less its cost. */
export function pool(groups: readonly GroupSums[], direction: 1 | -1, ridge: number, groupCost: number): Pooled {
  const stack: { first: number; second: number; of: number[] }[] = []
  for (const [at, { first, second }] of groups.entries()) {
    let last = { first, second, of: [at] }
    for (let below = stack.at(-1); below !== undefined; below = stack.at(-1)) {
      if (direction * (weight(last, ridge) - weight(below, ridge)) > 0) break
      stack.pop()
      last = { first: below.first + last.first, second: below.second + last.second, of: [...below.of, ...last.of] }
    }
    stack.push(last)
  }
  const gain = stack.reduce((sum, { first, second }) => sum + gainOf(first, second, ridge), 0)
  return { gain: gain - groupCost * (stack.length - 1), groups: stack.map(({ of }) => of) }
}

function weight({ first, second }: GroupSums, ridge: number): number {
  return weightOf(first, second, ridge)
}
