import { wordAround } from '../../ir/catalogue/common-words.ts'
import { leavesOf } from '../../ir/plan/expr.ts'
import { fold } from '../../ir/values/fold.ts'
import { conditionsOf } from '../conditions.ts'
import type { Check } from '../judging/observation.ts'

/** `contains: cto` also matches `director`. */
export const hiddenNeedles: Check = ({ plan }) =>
  conditionsOf(plan).flatMap(({ expr, about, place }) =>
    [...leavesOf(expr)].flatMap(leaf => {
      const { subject } = leaf
      const tests = leaf.kind === 'test' ? [leaf.test] : leaf.of
      const needles = tests.flatMap(test => (test.operator === 'contains' ? test.values : []))
      return needles.flatMap(needle => {
        const word = /^\p{L}+$/u.test(needle) ? wordAround(needle) : undefined
        if (word === undefined || subject.kind !== 'field') return []
        const found = { value: fold(word), text: word }
        const isFound = { kind: 'test', subject, test: { operator: 'contains', values: [needle] } } as const
        return [
          {
            code: 'rule/substring' as const,
            about: `${about} ${needle}`,
            message: `\`${needle}\` is also found inside other words, such as \`${word}\``,
            place: leaf.place ?? place,
            hint: '`has_word` finds whole words only',
            sight: {
              leads: [new Map([[subject.name, { subject, constraints: [], found }]])],
              isSeen: seen => seen.truth(isFound) === true,
              shows: () => `\`${needle}\` is found in \`${word}\``,
            },
          },
        ]
      })
    }),
  )
