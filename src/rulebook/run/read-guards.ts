import type { Guard, GuardName, GuardOf, GuardValues } from '../../ir/run/guard.ts'
import type { GuardsDraft, Levels } from './run-shape.ts'

/** The guards of a run file, in the order of the table; one that warns and fails stands twice. */
export function readGuards(draft: GuardsDraft | undefined): Guard[] {
  const sameFile = draft?.same_file?.value ?? 'warn'
  return [
    // A run without leads is more likely a mistake than an empty funnel.
    ...levelsOf('min_rows', draft?.min_rows ?? { fail: 1 }),
    ...levelsOf('max_shrink', draft?.max_shrink),
    ...levelsOf('max_grow', draft?.max_grow),
    ...levelsOf('max_moved', draft?.max_moved),
    ...levelsOf('max_rejects', draft?.max_rejects),
    ...levelsOf('max_age', draft?.max_age),
    ...levelsOf('same_file', sameFile === 'allow' ? undefined : { [sameFile]: true as const }),
    ...levelsOf('required_columns', draft?.required_columns),
    ...levelsOf('max_emptier', draft?.max_emptier),
    ...levelsOf('new_values', draft?.new_values),
    ...levelsOf('stage_share', draft?.stage_share),
  ]
}

function levelsOf<N extends GuardName>(guard: N, levels: Levels<GuardValues[N]> | undefined): GuardOf<N>[] {
  const { warn, fail } = levels ?? {}
  return [
    ...(fail === undefined ? [] : [{ guard, action: 'fail' as const, value: fail }]),
    ...(warn === undefined ? [] : [{ guard, action: 'warn' as const, value: warn }]),
  ]
}
