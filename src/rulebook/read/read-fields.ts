import type { Field } from '../../ir/plan/field.ts'
import { fold } from '../../ir/values/fold.ts'
import type { FieldType } from '../../ir/values/value.ts'
import type { FieldDraft } from '../language/language.ts'
import type { Named } from '../language/shape.ts'
import { isNull, type ScalarNode, type YamlNode } from '../yaml/node.ts'
import type { Catalogue } from './catalogue.ts'
import type { FieldTypes } from './collect.ts'
import { readConstant } from './conditions/constant.ts'
import type { Report } from './report-problem.ts'

type Drafts = readonly Named<FieldDraft>[] | undefined

/** The type of every field there is, before anything reads them. */
export function fieldTypesOf(fields: Drafts = [], catalogue: Catalogue): FieldTypes {
  const types = new Map<string, FieldType>([...catalogue].map(([name, { type }]) => [name, type]))
  const declared = new Map(fields.flatMap(({ key, value }) => (value?.type ? [[key.text, value.type.place]] : [])))
  for (const { key, value } of fields) types.set(key.text, typeOf(key.text, value, catalogue))
  const unsure = fields.filter(({ value }) => value === undefined || (value.broken && value.type === undefined))
  return { types, declared, unsure: unsure.map(({ key }) => key.text) }
}

export function readFields(fields: Drafts = [], catalogue: Catalogue, report: Report): Field[] {
  return fields.flatMap(({ key, value }) => (value === undefined ? [] : readField(key, value, catalogue, report)))
}

function readField(key: ScalarNode, draft: FieldDraft, catalogue: Catalogue, report: Report): Field {
  const name = key.text
  const type = typeOf(name, draft, catalogue)
  const split = readSplit(draft, type, report) ?? (type === 'list' ? catalogue.get(name)?.split : undefined)
  const empty = draft.empty === undefined ? undefined : readConstant(draft.empty, type, report)
  return {
    name,
    type,
    from: columnsOf(name, draft, catalogue),
    map: (draft.map ?? []).flatMap(entry => readMapping(entry, type, report)),
    ...(empty !== undefined && { empty }),
    ...(split !== undefined && { split }),
    ...(draft.keep !== undefined && {
      keep: draft.keep.flatMap(text => (text === undefined ? [] : [fold(text.text)])),
    }),
    ...(draft.required?.value === true && { required: true }),
    place: key.place,
  }
}

function typeOf(name: string, draft: FieldDraft | undefined, catalogue: Catalogue): FieldType {
  return draft?.type?.value ?? catalogue.get(name)?.type ?? 'text'
}

/** A field without `from` is found by the catalogue; one that the catalogue does not have, by its own name. */
function columnsOf(name: string, { from }: FieldDraft, catalogue: Catalogue): string[] {
  if (from === undefined) return catalogue.has(name) ? [] : [name]
  return from.flatMap(column => column?.value ?? [])
}

function readMapping({ key, value }: Named<YamlNode>, type: FieldType, report: Report): Field['map'] {
  if (value === undefined) return []
  const to = isNull(value) ? null : readConstant(value, type, report)
  return to === undefined ? [] : [{ from: fold(key.text), to }]
}

function readSplit({ split }: FieldDraft, type: FieldType, report: Report): string | undefined {
  if (split === undefined) return undefined
  if (type !== 'list') report('rule/type', `\`split\` belongs to a list field, this is a ${type} field`, split.place)
  if (split.text === '') report('rule/shape', 'expected a separator, found an empty text', split.place)
  return split.text
}
