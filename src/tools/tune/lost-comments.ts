import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { plural } from '../../report/numbers.ts'
import { lostComments, type RulebookSource } from '../../rulebook/index.ts'

const MAX_NAMED = 8

/** Names the comments that went with rules, caps and groups that were not learned again. */
export function commentsGone(before: RulebookSource, after: string): Diagnostic[] {
  const lost = lostComments(before, { file: before.file, text: after })
  const [first] = lost
  if (first === undefined) return []
  const named = lost.slice(0, MAX_NAMED).map(({ text, place }) => `line ${place.line} \`${text}\``)
  const more = lost.length > named.length ? ` and ${lost.length - named.length} more` : ''
  const message = `${plural(lost.length, 'comment')} of ${before.file} stood at parts that were not learned again, and went with them: ${named.join(', ')}${more}`
  const hint = 'write again what still holds, or keep a rule with its comment: `--keep "#RULE"`'
  return [diagnose('learn/comment', message, { place: first.place, hint })]
}
