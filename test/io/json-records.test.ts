import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../support/fields.ts'

/** One record in the shapes of APIs, databases and forms, and the fields found in it. */

const ADA = { id: '1', email: 'ada@ruhr.example', jobTitle: 'CEO', employees: 250 }
const READ = { id: '1', email: 'ada@ruhr.example', job_title: 'CEO', employees: '250' }

const of = async (record: unknown) => (await fieldsOf(JSON.stringify([record]), 'leads.json'))[0]

test('answers under the numbers of their questions', async () => {
  const answers = {
    3: { name: 'fullName', text: 'Name', answer: { first: 'Ada', last: 'Berg' } },
    4: { name: 'email', text: 'E-mail', answer: 'ada@ruhr.example' },
    5: { name: 'typeA', text: 'What is your role?', answer: 'CEO' },
  }
  expect(await of({ id: '1', answers })).toMatchObject({
    full_name: 'Ada Berg',
    email: 'ada@ruhr.example',
    job_title: 'CEO',
  })
})

describe('a record in an envelope', () => {
  test.each([
    ['GraphQL', { cursor: 'x', node: ADA }],
    ['n8n', { json: ADA, pairedItem: { item: 0 } }],
    ['Elasticsearch', { _index: 'leads', _id: 'x1', _score: 1.5, _source: ADA }],
    ['CouchDB', { id: 'x1', key: 'x1', value: { rev: '1-a' }, doc: ADA }],
    ['Airbyte', { stream: 'contacts', emitted_at: 1770801120000, data: ADA }],
    ['a webhook', { id: 'evt_1', type: 'contact.created', created_at: 1770801120, data: { object: ADA } }],
    ['a webhook with JSON:API', { id: 'evt_1', data: { type: 'contacts', id: '1', attributes: ADA } }],
    ['Debezium', { payload: { before: null, after: ADA, op: 'c' } }],
    ['Airtable', { id: '1', createdTime: '2026-02-11T09:12:00.000Z', fields: ADA }],
    ['Strapi', { id: 1, attributes: ADA }],
  ])('%s', async (_, record) => {
    expect(await of(record)).toMatchObject(READ)
  })

  test('what stands beside it does not pass for the record', async () => {
    const lead = await of({ email: 'bot@transport.example', created_at: '2020-01-01', payload: ADA })
    expect(lead).toMatchObject({ email: 'ada@ruhr.example' })
  })
})

describe('values with their types', () => {
  test.each([
    ['Firestore', { name: 'projects/p/databases/d/documents/leads/1', fields: typed('stringValue', 'integerValue') }],
    ['MongoDB', { ...ADA, id: undefined, _id: { $oid: '1' }, employees: { $numberLong: '250' } }],
    ['DynamoDB', { Item: typed('S', 'N') }],
    ['Avro', typed('string', 'long')],
    ['value and type', typedBeside()],
    ['Notion', { id: '1', properties: notion() }],
    ['Mautic', { contact: { id: 1, fields: { core: described() } } }],
  ])('%s', async (_, record) => {
    expect(await of(record)).toMatchObject({ email: READ.email, job_title: 'CEO', employees: '250' })
  })

  test('dates of MongoDB', async () => {
    for (const $date of ['2026-02-11T09:12:00Z', 1770801120000, { $numberLong: '1770801120000' }]) {
      expect(Object.keys((await of({ ...ADA, createdAt: { $date } })) ?? {})).toContain('created_date')
    }
  })

  function typed(text: string, number: string) {
    const { id, email, jobTitle } = ADA
    const number250 = number === 'long' ? 250 : '250'
    return {
      id: { [text]: id },
      email: { [text]: email },
      jobTitle: { [text]: jobTitle },
      employees: { [number]: number250 },
    }
  }
  function typedBeside() {
    return Object.fromEntries(Object.entries(ADA).map(([key, value]) => [key, { value, type: typeof value }]))
  }
  function described() {
    const entries = Object.entries({ email: ADA.email, jobtitle: 'CEO', employees: 250 })
    return Object.fromEntries(
      entries.map(([alias, value], id) => [alias, { id, label: alias, alias, group: 'core', value }]),
    )
  }
  function notion() {
    return {
      'E-Mail': { id: 'a', type: 'email', email: ADA.email },
      'Job Title': {
        id: 'b',
        type: 'rich_text',
        rich_text: [
          { type: 'text', plain_text: 'C' },
          { type: 'text', plain_text: 'EO' },
        ],
      },
      Employees: { id: 'c', type: 'number', number: 250 },
      Country: { id: 'd', type: 'select', select: { id: 'x', name: 'DE', color: 'red' } },
    }
  }
})

describe('answers as lists of names and values', () => {
  test.each([
    [
      'Facebook',
      {
        id: '1',
        field_data: [
          { name: 'email', values: [ADA.email] },
          { name: 'job_title', values: ['CEO'] },
        ],
      },
    ],
    [
      'HubSpot',
      {
        values: [
          { name: 'email', value: ADA.email, objectTypeId: '0-1' },
          { name: 'jobtitle', value: 'CEO' },
        ],
      },
    ],
    [
      'Google Ads',
      {
        lead_id: '1',
        user_column_data: [
          { column_id: 'EMAIL', column_name: 'User Email', string_value: ADA.email },
          { column_id: 'JOB_TITLE', column_name: 'Job title', string_value: 'CEO' },
        ],
      },
    ],
    [
      'Typeform',
      {
        answers: [
          { field: { id: 'q1', ref: 'email', type: 'email' }, type: 'email', email: ADA.email },
          { field: { id: 'q2', ref: 'job_title', type: 'multiple_choice' }, type: 'choice', choice: { label: 'CEO' } },
        ],
      },
    ],
    [
      'Tally',
      {
        data: {
          fields: [
            { key: 'question_a', label: 'E-Mail', type: 'INPUT_EMAIL', value: ADA.email },
            { key: 'question_b', label: 'Job Title', type: 'INPUT_TEXT', value: 'CEO' },
          ],
        },
      },
    ],
    [
      'Eventbrite',
      {
        answers: [
          { answer: ADA.email, question: 'Email', question_id: '1' },
          { answer: 'CEO', question: 'Job Title', question_id: '2' },
        ],
      },
    ],
    [
      'Luma',
      {
        registration_answers: [
          { label: 'Email', answer: ADA.email },
          { label: 'Job title', answer: 'CEO' },
        ],
      },
    ],
  ])('%s', async (_, record) => {
    expect(await of(record)).toMatchObject({ email: ADA.email, job_title: 'CEO' })
  })

  test('of two answers of one name the filled one is read', async () => {
    const answers = [
      { name: 'email', value: '' },
      { name: 'email', value: ADA.email },
    ]
    expect(await of({ id: '1', answers })).toMatchObject({ email: ADA.email })
  })
})

describe('mails and phones as lists', () => {
  const HOME = 'ada-invented@gmail.com'
  test.each([
    [
      [
        { type: 'home', email: HOME },
        { type: 'office', email: ADA.email },
      ],
    ],
    [
      [
        { type: 'office', email: ADA.email },
        { type: 'home', email: HOME },
      ],
    ],
    [[{ value: HOME }, { value: ADA.email, is_primary: true }]],
    [
      [
        { value: HOME, primary: false },
        { value: ADA.email, primary: true },
      ],
    ],
    [
      [
        { label: 'privat', value: HOME },
        { label: 'geschäftlich', value: ADA.email },
      ],
    ],
    [
      [
        { category: 'personal', email: HOME },
        { category: 'work', email: ADA.email },
      ],
    ],
    [[{ address: ADA.email }]],
    [[ADA.email, HOME]],
  ])('%j', async emails => {
    for (const key of ['emails', 'email', 'email_addresses', 'emailAddresses']) {
      expect(await of({ id: '1', [key]: emails })).toMatchObject({ email: ADA.email })
    }
  })

  test.each([
    [{ phone_numbers: [{ number: '+49 30 1', category: 'work' }] }],
    [
      {
        phones: [
          { type: 'home', phone: '+49 40 2' },
          { type: 'office', phone: '+49 30 1' },
        ],
      },
    ],
    [{ phone: { number: '+49 30 1', type: 'work' } }],
    [{ phones: { primaryPhoneNumber: '+49 30 1', primaryPhoneCallingCode: '+49' } }],
  ])('%j', async record => {
    expect(await of({ id: '1', ...record })).toMatchObject({ phone: '+49 30 1' })
  })
})

test('parts of a name, an address and a company', async () => {
  const person = {
    name: { firstName: 'Ada', lastName: 'Ruhr' },
    emails: { primaryEmail: ADA.email, additionalEmails: null },
    address: { city: 'Essen', country: 'DE', postal_code: '45127' },
    company: { id: 'c1', name: 'Ruhr Werke', employees: 250 },
  }
  const read = { first_name: 'Ada', last_name: 'Ruhr', email: ADA.email, city: 'Essen', country: 'DE' }
  const all = { ...read, postal_code: '45127', company: 'Ruhr Werke', employees: '250' }
  expect(await of(person)).toMatchObject(all)
  expect(await of({ node: person })).toMatchObject(all)
})

test('the text that people see comes before the code that stands for it', async () => {
  const formatted = 'industry@OData.Community.Display.V1.FormattedValue'
  expect(await of({ ...ADA, industry: 20, [formatted]: 'Manufacturing' })).toMatchObject({ industry: 'Manufacturing' })
})

describe('records of JSON inside of cells', () => {
  const inside = JSON.stringify(JSON.stringify(ADA))
  test.each([
    [
      'a raw table of Airbyte',
      'raw.csv',
      `_airbyte_ab_id,_airbyte_data\n${['x1', 'x2'].map(id => `${id},${inside.replaceAll('\\"', '""')}\n`).join('')}`,
    ],
    ['a queue', 'queue.ndjson', `{"MessageId":"m1","Body":${inside}}\n{"MessageId":"m2","Body":${inside}}\n`],
  ])('%s', async (_, name, data) => {
    expect((await fieldsOf(data, name))[0]).toMatchObject(READ)
  })
})
