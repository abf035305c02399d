import { didYouMean } from '../../base/nearest.ts'
import type { Locale } from '../../ir/plan/plan.ts'
import { fold } from '../../ir/values/fold.ts'
import { isTimeZone } from '../../ir/values/zone.ts'
import type { Draft } from '../language/language.ts'
import { quote, type ScalarNode } from '../yaml/node.ts'
import { listName } from './conditions/operand.ts'
import type { Names } from './names.ts'
import type { Report } from './report-problem.ts'

export function readLocale({ locale }: Draft, report: Report): Locale {
  const zone = locale?.timezone
  if (zone !== undefined && !isTimeZone(zone.value)) {
    const hint = didYouMean(zone.value, ['UTC', ...Intl.supportedValuesOf('timeZone')])
    report('rule/constant', `expected a time zone such as \`Europe/Berlin\`, found ${quote(zone.value)}`, zone.place, {
      hint,
    })
  }
  return {
    numbers: locale?.numbers?.value ?? 'auto',
    dates: locale?.dates?.value ?? 'auto',
    timezone: zone?.value ?? 'UTC',
    nulls: (locale?.nulls ?? []).flatMap(spelling => (spelling === undefined ? [] : fold(spelling.text))),
  }
}

/** The lists that conditions name as `$NAME`. */
export function readLists({ lists = [] }: Draft, report: Report): Names['lists'] {
  const found = new Map<string, readonly ScalarNode[] | undefined>()
  for (const { key, value } of lists) {
    for (const element of value ?? []) {
      if (element === undefined || listName(element) === undefined) continue
      report('rule/shape', `a list cannot hold another list: ${quote(element.text)}`, element.place)
    }
    const elements = value?.filter(element => element !== undefined)
    found.set(key.text, elements?.length === value?.length ? elements : undefined)
    if (listName({ ...key, text: `$${key.text}` }) === undefined) {
      report('rule/name', `the name of a list begins with a letter: ${quote(key.text)}`, key.place)
    }
  }
  return found
}
