import type { Witness } from '../ir/results/finding.ts'

/** The example lead of a finding, on one line: `e.g. { employees: 501 }: fit 0`. */
export function printWitness({ lead, shows }: Witness): string {
  const fields = Object.entries(lead).map(([field, text]) => `${field}: ${text}`)
  return `${fields.length === 0 ? 'an empty lead' : `{ ${fields.join(', ')} }`}: ${shows}`
}
