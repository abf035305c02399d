import { type Comment, readComments } from '../yaml/comments.ts'
import type { RulebookSource } from '../yaml/source.ts'
import { isOwnComment } from './marks.ts'

/** How the account begins that `tune` gives of itself above a rulebook. */
const ACCOUNT = /^Learned by leadq from /

/** The comments that people have written, without what `tune` writes itself. */
function commentsOfPeople(source: RulebookSource): Comment[] {
  let isAccount = false
  let last = 0
  return readComments(source).filter(({ text, place: { line } }) => {
    isAccount = ACCOUNT.test(text) || (isAccount && line === last + 1)
    last = line
    return !isAccount && text !== '' && !isOwnComment(text)
  })
}

/** Comments of people that a rulebook does not have any more. */
export function lostComments(before: RulebookSource, after: RulebookSource): Comment[] {
  const left = new Map<string, number>()
  for (const { text } of commentsOfPeople(after)) left.set(text, (left.get(text) ?? 0) + 1)
  return commentsOfPeople(before).filter(({ text }) => {
    const count = left.get(text) ?? 0
    left.set(text, count - 1)
    return count <= 0
  })
}
