import { createHash } from 'node:crypto'
import type { Observation } from './observation.ts'

/** Hexadecimal digits that are kept: enough that no two findings of a project share them. */
const LENGTH = 12

/**
 * Observations with what they are known by from run to run: their code, file, what they are about, and which one of
 * several alike. Lines and the wording of messages may change.
 */
export function fingerprinted(
  observations: readonly Observation[],
): { readonly observation: Observation; readonly fingerprint: string }[] {
  const seen = new Map<string, number>()
  return observations.map(observation => {
    const { code, place, about } = observation
    const key = JSON.stringify([code, place?.file.replace(/^\.\//, '').replaceAll('\\', '/') ?? '', about])
    const ordinal = (seen.get(key) ?? 0) + 1
    seen.set(key, ordinal)
    return { observation, fingerprint: createHash('sha256').update(`${key}${ordinal}`).digest('hex').slice(0, LENGTH) }
  })
}
