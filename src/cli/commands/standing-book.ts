import { InvalidArgumentError } from 'commander'
import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { From } from '../../io/bind/sampled-columns.ts'
import type { StandingBook } from '../../tools/tune/standing.ts'
import { builtInPath } from '../hosts/built-ins.ts'
import { parseSystem, usage } from '../options.ts'
import { findRulebook } from '../rulebook.ts'

/** `--from` of a command that also takes a rulebook by it: `--from leadq.yaml`, `--from hubspot`. */
export interface FromFlag {
  readonly rulebook?: string
  readonly system?: From
}

export function parseFrom(text: string, before: FromFlag = {}): FromFlag {
  const isRulebook = /[./\\]/.test(text) || builtInPath(text) !== undefined
  if (!isRulebook) return { ...before, system: parseSystem(text) }
  if (before.rulebook !== undefined) throw new InvalidArgumentError('one rulebook only.')
  return { ...before, rulebook: text }
}

/** `OLD.yaml#fit.role`: a part of the scores of a rulebook. */
export function parseKeep(text: string, before: readonly KeepFlag[] = []): KeepFlag[] {
  const [, rulebook = '', part = ''] = /^([^#]*)#(.+)$/.exec(text.trim()) ?? []
  if (part === '') throw new InvalidArgumentError('expected a rulebook and a part of it, e.g. leadq.yaml#fit.role.')
  return [...before, { rulebook, part: part.trim() }]
}

export interface KeepFlag {
  /** Empty: that of `--from`. */
  readonly rulebook: string
  readonly part: string
}

/** The rulebook of which something stays, as it was asked for. */
export async function standingBook(
  from: string | undefined,
  keeps: readonly KeepFlag[],
  cwd: string,
): Promise<StandingBook | undefined> {
  const named = new Set(keeps.map(({ rulebook }) => rulebook).filter(name => name !== '' && name !== from))
  if (from === undefined && keeps.some(({ rulebook }) => rulebook === '')) {
    throw usage('`--keep` needs a rulebook: `--keep OLD.yaml#fit.role`, or `--from OLD.yaml` beside it')
  }
  if (named.size > (from === undefined ? 1 : 0)) {
    throw usage('`--keep` takes the rules of one rulebook; with `--from` it is that one')
  }
  const [wanted = from] = named
  if (wanted === undefined) return undefined
  const found = await findRulebook(wanted, cwd)
  const { plan, text, sources } = found
  if (plan === undefined) {
    const [first] = found.diagnostics.filter(({ severity }) => severity === 'error')
    const message = `${wanted} is not a rulebook that leadq can read, so nothing of it can stay: ${first?.message ?? 'it gives no plan'}`
    const hint = `\`leadq lint ${wanted}\` lists all its problems`
    throw new Refusal(diagnose('learn/keep', message, { ...(first?.place && { place: first.place }), hint }), 'usage')
  }
  if (sources.length > 1) {
    const hint = `write it out first: \`leadq rules show ${wanted} > whole.yaml\``
    throw new Refusal(
      diagnose('learn/keep', `${wanted} extends another rulebook: its parts stand in several files`, { hint }),
      'usage',
    )
  }
  const source = { file: wanted, text }
  return { source, plan, stays: from === undefined ? 'rules' : 'all', keep: keeps.map(({ part }) => part) }
}
