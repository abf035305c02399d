import { diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'
import type { Surroundings } from '../../surroundings.ts'
import { stopped } from '../stopped.ts'

/** What ends a run before its end: a signal, or that it takes too long. */
export function stopOf(
  seconds: number | undefined,
  { onStop }: Surroundings,
): { readonly signal: AbortSignal; end(): void } {
  const stop = new AbortController()
  onStop(signal => stop.abort(stopped(signal)))
  const timer = seconds === undefined ? undefined : setTimeout(() => stop.abort(tooLong(seconds)), seconds * 1000)
  timer?.unref()
  return { signal: stop.signal, end: () => clearTimeout(timer) }
}

function tooLong(seconds: number): Refusal {
  const message = `the run took longer than the ${seconds} s of --max-duration, nothing was published`
  return new Refusal(diagnose('run/too-long', message, { hint: 'the next run begins anew' }), 'tryAgain')
}
