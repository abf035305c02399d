import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { STDIO } from '../../leads/host.ts'

/** Files that leadq wrote are results: `*.csv` a second time means the exports, unless there is nothing else. */
export async function withoutOutputs(paths: readonly string[], isOutput: (path: string) => Promise<boolean>) {
  const written = paths.length < 2 ? [] : await Promise.all(paths.map(path => path !== STDIO && isOutput(path)))
  const inputs = paths.filter((_, index) => written[index] !== true)
  if (inputs.length === 0) return { inputs: paths, passedOver: [] }
  return { inputs, passedOver: paths.filter((_, index) => written[index]) }
}

export function passedOverRemarks(paths: readonly string[] = []): Diagnostic[] {
  if (paths.length === 0) return []
  const shown = `${paths.slice(0, 3).join(', ')}${paths.length > 3 ? `, +${paths.length - 3} more` : ''}`
  const message = `not scored, because leadq wrote ${paths.length === 1 ? 'it' : 'them'}: ${shown}`
  return [diagnose('file/own-output', message, { hint: 'to score a result again, name it alone' })]
}

/** Refuses a run with fewer leads than `--min-leads`. */
export function refuseFew(scored: number, least: number | undefined): void {
  if (least === undefined || scored >= least) return
  const message = `${scored === 1 ? '1 lead was' : `${scored} leads were`} scored; --min-leads is ${least}`
  throw new Refusal(diagnose('file/too-few-leads', message, { hint: 'nothing was written: check the export' }), 'data')
}
