import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { lostComments, type RulebookSource } from '../../rulebook/index.ts'

const MAX_NAMED = 8

/** Names the comments that went with rules, caps and groups that were not learned again. */
export function commentsGone(before: RulebookSource, after: string): Diagnostic[] {
  const lost = lostComments(before, { file: before.file, text: after })
  const hint = 'write it again where it still holds, or keep its rule: `--keep "#RULE"`'
  const named = lost.slice(0, MAX_NAMED).map(({ text, place }) => {
    const message = `${before.file} had the comment \`${text}\` at a part that was not learned again: it is gone`
    return diagnose('learn/comment', message, { place, hint })
  })
  const more = lost.length - named.length
  if (more === 0) return named
  const message = `${more} further comments of ${before.file} are gone with parts that were not learned again`
  return [...named, diagnose('learn/comment', message)]
}
