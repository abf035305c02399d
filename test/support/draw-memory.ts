import fc from 'fast-check'

/** Random rulebooks that ask what leads were, what leadq wrote of them yesterday, and the leads of today. */

export const MEMORY_HEADINGS = ['id', 'email', 'page_views']
export const MEMORY_BEFORE = [
  'id',
  'email',
  'leadq_stage',
  'leadq_since',
  'leadq_stage_before',
  'leadq_score',
  'leadq_engagement',
]

const id = fc.constantFrom('1', '2', '3', ' 4', 'B-5', 'b-5', '00Q000000000001', '00Q000000000001EAA', '', 'n/a')
const email = fc.constantFrom('a@x.example', 'A@X.example', 'b@x.example', 'ß@x.example', '', '-')
const points = fc.integer({ min: 0, max: 60 })
const stage = fc.constantFrom('MQL', ' mql', 'SQL', 'nurture', 'Old stage', 'İzmir', '')
const day = fc.constantFrom(
  '2026-03-02',
  '2026-03-01',
  '2026-02-20',
  '2026-02-16',
  '2026-02-15',
  '2026-01-01',
  '',
  'soon',
)

export const today = fc.array(fc.tuple(id, email, points.map(String)), { minLength: 1, maxLength: 6 })

/** Of rows that share a key, tables do not say which is the first. */
export const yesterday = fc
  .array(fc.tuple(id, email, stage, day, stage, points.map(String), fc.oneof(points.map(String), fc.constant(''))), {
    minLength: 1,
    maxLength: 5,
  })
  .map(rows => rows.filter((row, index) => !rows.slice(0, index).some(other => sharesKey(row, other))))

function sharesKey([id, email]: readonly string[], [otherId, otherEmail]: readonly string[]): boolean {
  const plain = (text = '') => text.trim().toLowerCase().slice(0, 15)
  return plain(id) === plain(otherId) || plain(email) === plain(otherEmail)
}

const condition = fc.constantFrom(
  { 'before.stage': 'MQL' },
  { 'before.stage': { not: ['MQL', 'SQL'] } },
  { not: { 'before.stage': 'nurture' } },
  { 'before.stage': { known: true } },
  { 'before.since': { older_than: '10d' } },
  { 'before.since': { in_last: '14d' } },
  { 'before.since': { after: '2026-02-16' } },
  { 'before.score.engagement': { at_least: 30 } },
  { 'before.score.total': { below: 20 } },
  { 'change.score.engagement': { above: 0 } },
  { 'change.score.total': { between: [-10, 10] } },
  { 'change.score.engagement': { known: false } },
  { any: [{ 'before.stage': 'SQL' }, { 'change.score.total': { at_most: -5 } }] },
)

export const memoryRulebook = fc
  .record({
    met: condition,
    excluded: condition,
    tag: condition,
    keep: fc.option(fc.constantFrom(10, 25), { nil: undefined }),
    coolDown: fc.option(fc.constantFrom('1d', '14d', '15d'), { nil: undefined }),
    key: fc.constantFrom(undefined, ['id', 'email'], 'email', ['email', 'id']),
  })
  .map(({ met, excluded, tag, keep, coolDown, key }) => ({
    leadq: 1,
    ...(key && { key }),
    scores: { engagement: { rules: [{ id: 'visits', per: 'page_views', points: 1 }] } },
    criteria: { asked: { when: met } },
    exclude: [{ id: 'out', when: { all: [excluded, { 'before.score.total': { above: 40 } }] } }],
    stages: [
      { stage: 'SQL', when: { 'score.engagement': { at_least: 50 } } },
      {
        stage: 'MQL',
        when: { 'score.engagement': { at_least: 30 } },
        ...(keep && { keep_while: { 'score.engagement': { at_least: keep } } }),
        ...(coolDown && { cool_down: coolDown }),
      },
      { stage: 'nurture' },
    ],
    tags: { t: tag },
    next: [
      { when: { stage: 'MQL' }, do: 'call', due: '3d' },
      { do: 'wait', due: '30d' },
    ],
  }))
