import type { System } from '../../ir/catalogue/system.ts'
import { SYSTEMS } from '../../ir/catalogue/systems.ts'
import { headingKey } from '../../ir/heading.ts'

/** The system whose signature the headings hold; of several the largest signature wins. */
export function recogniseSystem(headings: readonly string[]): System | undefined {
  const keys = new Set(headings.map(headingKey))
  let best: System | undefined
  let bestSize = 0
  for (const system of Object.values<System>(SYSTEMS)) {
    for (const signature of system.signatures) {
      if (signature.length <= bestSize || !signature.every(heading => keys.has(headingKey(heading)))) continue
      best = system
      bestSize = signature.length
    }
  }
  return best
}
