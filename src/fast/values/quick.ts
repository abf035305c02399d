import type { Look } from '../../engine/watch.ts'
import type { BoundField } from '../../ir/plan/bound-field.ts'
import { isMailField } from '../../ir/values/mail.ts'
import { quickDate } from './quick-date.ts'
import { quickMail } from './quick-mail.ts'
import { quickNumber } from './quick-number.ts'
import { quickText } from './quick-text.ts'
import type { Fill, OneColumn } from './usual.ts'

/** Nothing for a field at which some look depends on all of its text. */
export function quickFor(field: BoundField, looks: readonly Look[], column: OneColumn): Fill | undefined {
  if (field.columns.length !== 1 || field.winning !== undefined) return undefined
  const bases = looks.map(({ basis }) => basis)
  const only = (...kinds: readonly Look['basis']['kind'][]) => bases.every(({ kind }) => kinds.includes(kind))
  const values = bases.flatMap(basis => (basis.kind === 'equality' ? basis.values : []))
  switch (field.type) {
    case 'number': {
      if (!only('presence', 'equality', 'order')) return undefined
      const cuts = bases.flatMap(basis => (basis.kind === 'order' ? basis.cuts : []))
      const numbers = values.filter(value => typeof value === 'number')
      return quickNumber(field, [...cuts, ...numbers], column)
    }
    case 'date':
      return only('presence', 'equality', 'order', 'value') ? quickDate(field, column) : undefined
    case 'text': {
      if (isMailField(field.name)) {
        const starts = bases.flatMap(basis => (basis.kind === 'start' ? basis.values : []))
        const ends = bases.flatMap(basis => (basis.kind === 'end' ? basis.values : []))
        const isOfDomain = ends.every(text => text.lastIndexOf('@') < 1)
        if (!only('presence', 'mail', 'start', 'end') || !isOfDomain) return undefined
        return quickMail(field, { starts, ends }, column)
      }
      const texts = values.filter(value => typeof value === 'string')
      const starts = bases.flatMap(basis => (basis.kind === 'start' ? basis.values : []))
      return only('presence', 'equality', 'start') ? quickText(field, texts, starts, column) : undefined
    }
    default:
      return undefined
  }
}
