import type { Code } from '../base/codes.ts'
import { diagnose } from '../base/diagnostic.ts'
import type { Place } from '../base/place.ts'
import { Refusal } from '../base/refusal.ts'

/** The input as a whole cannot be read. */
export function refuse(code: Code, message: string, place: Place, hint?: string): Refusal {
  return new Refusal(diagnose(code, message, { place, hint }), 'data')
}

export function startOf(name: string): Place {
  return { file: name, line: 1, col: 1 }
}

export function refuseEmpty(name: string): Refusal {
  return refuse('file/empty', 'there is nothing in the file', startOf(name))
}
