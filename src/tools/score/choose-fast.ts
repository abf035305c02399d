import type { InputContext, InputJob } from './input-job.ts'

/** Whether the leads of an input are judged by what they have in common: until values come again, that does not pay. */
export function isFast({ opened: { sample } }: InputJob, { request }: InputContext): boolean {
  return request.engine !== 'stream' && (sample.rows.length >= WORTHWHILE || request.verify !== undefined)
}

/** Leads from which on it is quicker. */
const WORTHWHILE = 5_000
