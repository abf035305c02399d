import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rememberHours } from '../src/engine/events/moments.ts'
import { readMoment } from '../src/ir/values/date.ts'
import { zoneOf } from '../src/ir/values/zone.ts'
import { oddDate } from './support/draw-cells.ts'
import { runs } from './support/draws.ts'

const two = (most: number) => fc.integer({ min: 0, max: most }).map(number => String(number).padStart(2, '0'))
const written = fc
  .tuple(
    fc.constantFrom('2025-03-30', '2025-10-26', '2026-04-05', '2026-02-30', '2025-13-01', '0099-01-01', '2025.03.30'),
    fc.constantFrom('T', ' ', 't', '_'),
    two(25),
    fc.constantFrom(':', '.'),
    two(61),
    two(61),
    fc.constantFrom('', '', '.000', '.999', '.5', ',123', '.12x'),
    fc.constantFrom('', 'Z', 'z', '+02:00'),
  )
  .map(([date, joint, hour, sign, minutes, seconds, fraction, zone]) =>
    [date, joint, hour, sign, minutes, ':', seconds, fraction, zone].join(''),
  )
const epoch = fc.integer({ min: 999_990_000, max: 2_000_000_000 }).map(String)
const text = fc.oneof(written, epoch, oddDate, fc.constantFrom('', '1234567890.5', '999999999', '17724000001'))

describe('moments of events', () => {
  it('are the same when hours are remembered', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu')
    const format = fc.constantFrom('iso', 'dmy', 'mdy' as const)
    fc.assert(
      fc.property(zones, format, fc.array(text, { maxLength: 30 }), (name, order, texts) => {
        const zone = zoneOf(name)
        const read = (each: string) => readMoment(each, { order }, zone)
        const remembering = rememberHours(read)
        for (const each of [...texts, ...texts]) {
          const bytes = Buffer.from(each)
          const quick = remembering.quick({ length: bytes.length, sign: at => bytes[at] ?? 0 })
          expect([each, quick ?? read(each)]).toEqual([each, read(each)])
          expect([each, remembering.read(each)]).toEqual([each, read(each)])
        }
      }),
      runs(300),
    )
  })
})
