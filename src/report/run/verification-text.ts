import { isVerified, type OutputDifference, type Verification } from '../../ir/results/verification.ts'

/** A verification for people. */
export function verificationText(found: Verification): string {
  const { folder, run, status, as_of, outputs, differences, further, rerun } = found
  const lines = [
    `${folder}  run ${run}, ${status}, as of ${as_of}`,
    differences.length === 0 ? `${outputs} outputs are as they were written` : `not as it was written:`,
    ...differences.map(lineOf),
    ...(further.length === 0 ? [] : [`not in the manifest: ${further.join(', ')}`]),
    ...(rerun === undefined ? [] : [rerunLine(rerun), ...rerun.differences.map(lineOf)]),
    isVerified(found) ? 'verified' : 'NOT verified',
  ]
  return `${lines.join('\n')}\n`
}

function rerunLine({ outputs, differences, made_by }: NonNullable<Verification['rerun']>): string {
  const same = outputs - differences.length
  const other = made_by === undefined ? '' : ` (it was made by leadq ${made_by})`
  return `run again: ${same} of ${outputs} outputs are the same to the byte${other}`
}

function lineOf({ path, problem }: OutputDifference): string {
  return `  ${path}: ${problem}`
}
