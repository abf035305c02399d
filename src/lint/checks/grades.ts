import type { Check, Observation } from '../judging/observation.ts'

/** Labels of a grade that its score cannot reach; below all of them the last label counts. */
export const grades: Check = ({ bound, highest }) =>
  (bound.grade ?? []).flatMap(({ score: name, bands }) => {
    const most = highest.get(name)
    const index = bound.scores.findIndex(score => score.name === name)
    if (most === undefined) return []
    return bands
      .filter(({ from }, at) => from > most.points && at < bands.length - 1)
      .map(({ label, from }): Observation => {
        const limit = most.isExact
          ? `the highest ${name} is ${most.points}`
          : `${name} cannot exceed ${most.points} (upper bound)`
        return {
          code: 'lint/unreachable',
          about: `grade ${label} of ${name}`,
          message: `grade ${label} cannot be reached: it needs ${name} ${from}, and ${limit}`,
          place: bound.scores[index]?.place,
          hint: 'lower the threshold, or give the rules more points',
          claim: seen => (seen.verdict.scores[index] ?? Number.NEGATIVE_INFINITY) < from,
          sight: {
            leads: [most.facts],
            events: most.events,
            isSeen: seen => (seen.verdict.scores[index] ?? 0) < from,
            shows: seen => `${name} ${seen.verdict.scores[index] ?? 'not known'}, grade ${seen.verdict.grade ?? ''}`,
          },
        }
      })
  })
