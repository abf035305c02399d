import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { InputSummary } from '../../ir/results/summary.ts'
import { STDIO } from '../../leads/host.ts'
import type { Importing } from './import.ts'

/** An import file without any lead means a wrong export. */
export function refuseImport(
  { target, key }: Importing,
  { refused, counts }: { readonly refused: InputSummary['rejects']; readonly counts: InputSummary['counts'] },
  name: string,
  where: string | undefined,
): void {
  const [first] = refused
  if (first === undefined || refused.reduce((sum, { count }) => sum + count, 0) < counts.scored) return
  const message = `${name}: none of the ${counts.scored} leads can go to ${target.title} by \`${key}\` (${first.message})`
  throw new Refusal(diagnose('import/all-refused', message, { hint: where }), 'data')
}

export function importRemarks(
  { target }: Importing,
  { outputs }: Pick<InputSummary, 'outputs'>,
  rejects: string | undefined,
): Diagnostic[] {
  const { leads: most = Number.POSITIVE_INFINITY } = target.most
  const files = outputs.filter(({ path, leads }) => path !== rejects && leads > most)
  return files.map(({ path, leads }) =>
    diagnose(
      'import/too-many',
      `${path === STDIO ? 'stdout' : path} has ${leads} leads, ${target.title} takes ${most} in one file`,
      {
        hint: 'cut it in pieces before the import',
      },
    ),
  )
}
