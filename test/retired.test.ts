import { describe, expect, test } from 'vitest'
import { fieldsOf } from './support/fields.ts'

/** Records skipped because of the columns in which systems and loaders mark them as deleted or archived. */

/** Ids of the leads that are read: 1 is always live. */
const live = async (heading: string, cells: readonly string[], reading = {}) => {
  const rows = ['', ...cells].map((cell, index) => `${index + 1};a${index + 1}@ruhr.example;${cell}`)
  const leads = await fieldsOf(`${['id', 'email', heading].join(';')}\n${rows.join('\n')}\n`, 'leads.csv', reading)
  return leads.map(({ id }) => Number(id))
}

describe('records that are skipped', () => {
  test.each([
    ['IsDeleted', ['true', 'false']],
    ['is_deleted', ['1', '0']],
    ['_fivetran_deleted', ['TRUE', 'FALSE']],
    ['__deleted', ['true', 'false']],
    ['Gelöscht', ['ja', 'nein']],
    ['Gelöscht', ['x', '']],
    ['gelöscht am', ['31.01.2026 10:00', '']],
    ['deleted_at', ['2026-01-31T10:00:00Z', '']],
    ['_sdc_deleted_at', ['2026-01-31 10:00:00.123', 'NULL']],
    ['Deleted At', ['1769853600', '0001-01-01']],
    ['__op', ['d', 'u']],
    ['archived', ['true', 'false']],
    ['Archiviert', ['Ja', 'Nein']],
    ['archivedAt', ['2026-01-31', '']],
    ['MasterRecordId', ['00Q5e00000B1xYZEAZ', '000000000000000AAA']],
    ['is_merged', ['yes', 'no']],
    ['_fivetran_active', ['false', 'true']],
    ['is_current', ['0', '1']],
    ['IS_CURRENT', ['false', 'true']],
    ['dbt_valid_to', ['2026-01-31', '9999-12-31 00:00:00']],
    ['statecode', ['Inactive', 'Active']],
    ['_hoodie_is_deleted', ['true', 'false']],
    ['LOEVM', ['X', '']],
    ['Supprimé', ['Oui', 'Non']],
    ['anonymized_at', ['2026-02-11', '']],
    ['Record Status', ['Deleted', 'Active']],
    ['post_status', ['trash', 'publish']],
    ['row_status', ['historical', 'current']],
    ['dw_is_current', ['N', 'Y']],
  ])('%s: %j', async (heading, cells) => {
    expect(await live(heading, cells)).toEqual([1, 3])
    expect(await live(heading, cells, { withDeleted: true })).toEqual([1, 2, 3])
  })
})

describe('columns that say nothing of the kind', () => {
  test.each([
    ['Deleted At', ['', '', '']],
    ['Deleted', ['maybe', '12', 'n/a']],
    ['Active', ['false', 'no', '0']],
    ['Current customer', ['false', 'true', 'false']],
    ['Merged Contact IDs', ['17, 18', '19', '']],
    ['Archive', ['true', 'A', 'B']],
    ['statecode', ['Qualified', 'Disqualified', '1']],
    ['valid_to', ['2026-01-31', '2026-12-31', '']],
  ])('%s: %j', async (heading, cells) => {
    expect(await live(heading, cells)).toEqual([1, 2, 3, 4])
  })
})

describe('tables of versions', () => {
  const read = async (...rows: readonly string[]) =>
    (await fieldsOf(`id;email;company;valid_from;valid_to\n${rows.join('\n')}\n`, 'leads.csv')).map(
      ({ company }) => company,
    )
  const first = '1;a@ruhr.example;Ruhr;2025-01-01;2025-06-01'

  test.each([
    ['an open end', '1;a@ruhr.example;Ruhr AG;2025-06-01;'],
    ['an end that never comes', '1;a@ruhr.example;Ruhr AG;2025-06-01;9999-12-31'],
  ])('%s', async (_, second) => {
    expect(await read(first, second, '2;b@ruhr.example;Lahn;2025-01-01;')).toEqual(['Ruhr AG', 'Lahn'])
  })

  test('without several rows of a lead the column may be about anything', async () => {
    expect(await read(first, '2;b@ruhr.example;Lahn;2025-01-01;')).toEqual(['Ruhr', 'Lahn'])
  })

  test('two open rows of a lead are no versions', async () => {
    const rows = [first, '1;a@ruhr.example;Ruhr AG;2025-06-01;', '1;a@ruhr.example;Ruhr SE;2025-07-01;']
    expect(await read(...rows)).toEqual(['Ruhr', 'Ruhr AG', 'Ruhr SE'])
  })
})

test('in records of JSON, wherever they are wrapped', async () => {
  const person = (id: string, deleted: boolean) => ({ id, email: `a${id}@ruhr.example`, isDeleted: deleted })
  const people = [person('1', false), person('2', true)]
  for (const list of [people, people.map(node => ({ node })), people.map(properties => ({ properties }))]) {
    expect(await fieldsOf(JSON.stringify(list), 'leads.json')).toMatchObject([{ id: '1' }])
  }
  const owned = [{ id: '1', email: 'a1@ruhr.example', owner: { id: '7', deleted: true } }]
  expect(await fieldsOf(JSON.stringify(owned), 'leads.json')).toHaveLength(1)
})
