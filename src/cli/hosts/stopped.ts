import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { EXIT_OF, type Signal } from '../surroundings.ts'

/** What ends a run that a signal stopped. */
export function stopped(signal: Signal): Refusal {
  return new Refusal(diagnose('cli/interrupted', `stopped by ${signal}, nothing was written`), EXIT_OF[signal])
}
