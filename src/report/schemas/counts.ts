import { CAUSES, type DueSummary, type SinceSummary } from '../../ir/results/since.ts'
import type { Counts } from '../../ir/results/summary.ts'
import { byName, list, object, oneOf, text, whole } from './object.ts'

/** Numbers of leads that several documents have. */

export const counts = object<Counts>({
  read: whole('Records: the sum of the others'),
  scored: whole('Leads that were scored'),
  rejected: whole('Records that could not be read'),
  duplicate: whole('Leads that repeat another one'),
  left_out: whole('Rows that are no leads'),
})

export const since = object<SinceSummary>({
  run: text('The run before'),
  as_of: text('Its day'),
  new: whole('Leads that no run knew before'),
  moved: whole('Leads in another stage'),
  gone: whole('Leads that are not there any more'),
  back: whole('Leads that an earlier run knew, and the one before did not'),
  matrix: byName(byName({ type: 'integer' }), 'Stage before -> stage -> leads; empty where they were or are not there'),
  causes: byName({ type: 'integer' }, '`data`, `rules`, `time`, or several -> moved leads'),
  unchecked: list(
    object<SinceSummary['unchecked'][number]>({ cause: oneOf(CAUSES, 'The cause'), why: text('Why') }),
    'Causes that could not be looked at',
  ),
})

export const due = object<DueSummary>({
  new_sql: whole('Leads that came into the best stage in this run'),
  due_today: whole('Leads that are due on the day of the run'),
  overdue: whole('Leads that were due before'),
})
