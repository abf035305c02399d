import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { ZenEngine } from '@gorules/zen-engine'
import { factsOf } from './facts.js'
import { appendAnswers } from './rows.js'

/**
 * `node bench/peers/gorules-zen.js IN OUT`: the forty rules as a decision graph, a table for each group of rules. The
 * engine has threads of its own.
 */
const AT_ONCE = 500

const decision = new ZenEngine().createDecision(await readFile(new URL('gorules-zen.json', import.meta.url)))

export async function judge(cells) {
  const facts = factsOf(cells)
  const { title, company, message } = facts
  const words = { titleWords: wordsOf(title), companyWords: wordsOf(company), messageWords: wordsOf(message) }
  const { result } = await decision.evaluate({ ...facts, ...words })
  const { earned, ...answer } = result
  const reasons = earned
    .filter(({ points }) => points !== 0)
    .map(({ rule, points }) => `${rule} ${points > 0 ? '+' : ''}${points}`)
  return { ...answer, reasons: reasons.join('; ') }
}

/** Words between single spaces: the engine compiles a pattern anew for each lead, so the graph looks for plain text. */
function wordsOf(text) {
  return ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await appendAnswers(process.argv[2], process.argv[3], judge, AT_ONCE)
}
