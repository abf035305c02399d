import type { Moment } from '../../ir/values/date.ts'

export type ReadMoment = (text: string) => Moment | undefined

/** A text by its signs, as units of UTF-16 or as bytes. */
export interface Signs {
  readonly length: number
  sign(at: number): number
}

/** A reader of moments that remembers hours. */
export interface MomentReader {
  read: ReadMoment
  /** A moment that is spelled in a usual way, good until the next one; undefined if the text has to be read. */
  quick(signs: Signs): Moment | undefined
}

const HOUR = 3_600_000
/** Hours that are remembered. */
const MAX_HOURS = 100_000
const [ZERO, MINUS, COLON, DOT, LETTER_T, LETTER_Z, SPACE] = [0x30, 0x2d, 0x3a, 0x2e, 0x54, 0x5a, 0x20]

/** An hour in which all moments fall on one day, one after the other; undefined for one that is not so. */
type Hour = { readonly day: number; readonly at: number } | undefined

/**
 * The same reader, quicker: of `2026-03-02T10:15:30.123Z` and its like, and of seconds since 1970, it reads the first and the
 * last moment of each hour, and works out those between them.
 */
export function rememberHours(read: ReadMoment): MomentReader {
  const hours = new Map<number, Hour>()
  const moment = { day: 0, at: 0, timed: true }
  const spelled = { text: '', length: 0, sign: (at: number) => spelled.text.charCodeAt(at) }

  function learnHour(key: number, first: string, last: string): Hour {
    const [start, end] = [read(first), read(last)]
    const isEven = start !== undefined && end !== undefined && start.timed && end.timed && start.day === end.day
    const span = isEven ? end.at - start.at : 0
    const hour = isEven && (span === HOUR - 1 || span === HOUR - 1000) ? { day: start.day, at: start.at } : undefined
    if (hours.size < MAX_HOURS) hours.set(key, hour)
    return hour
  }

  /** The moment so many milliseconds after the hour began. */
  function within(hour: Hour, milliseconds: number): Moment | undefined {
    if (hour === undefined) return undefined
    moment.day = hour.day
    moment.at = hour.at + milliseconds
    return moment
  }

  function written(signs: Signs): Moment | undefined {
    const { length } = signs
    const isWhole = length === 19 || length === 20
    if (!isWhole && length !== 24) return undefined
    const joint = signs.sign(10)
    const zoned = signs.sign(length - 1) === LETTER_Z
    const date = digits(signs, 0, 4) * 372 + digits(signs, 5, 7) * 31 + digits(signs, 8, 10)
    const [hour, minutes, seconds] = [digits(signs, 11, 13), digits(signs, 14, 16), digits(signs, 17, 19)]
    const thousandths = isWhole ? 0 : digits(signs, 20, 23)
    const hasSigns =
      signs.sign(4) === MINUS &&
      signs.sign(7) === MINUS &&
      (joint === LETTER_T || joint === SPACE) &&
      signs.sign(13) === COLON &&
      signs.sign(16) === COLON &&
      (isWhole || signs.sign(19) === DOT) &&
      zoned === (length !== 19)
    const sum = date + hour + minutes + seconds + thousandths
    if (!hasSigns || !(sum >= 0) || hour > 23 || minutes > 59 || seconds > 59) return undefined
    const form = (joint === SPACE ? 1 : 0) + (zoned ? 2 : 0) + (isWhole ? 4 : 0)
    const key = (date * 24 + hour) * 8 + form
    let known = hours.get(key)
    if (known === undefined && !hours.has(key)) {
      const start = textOf(signs, 14)
      const rest = (clock: string, fraction: string) => `${start}${clock}${isWhole ? '' : fraction}${zoned ? 'Z' : ''}`
      known = learnHour(key, rest('00:00', '.000'), rest('59:59', '.999'))
    }
    return within(known, (minutes * 60 + seconds) * 1000 + thousandths)
  }

  function epoch(signs: Signs): Moment | undefined {
    const instant = digits(signs, 0, 10)
    if (!(instant >= 1_000_000_000)) return undefined
    const hour = Math.floor(instant / 3600)
    // No hour that is written out has such a key.
    const key = -hour
    let known = hours.get(key)
    if (known === undefined && !hours.has(key)) known = learnHour(key, String(hour * 3600), String(hour * 3600 + 3599))
    return within(known, (instant - hour * 3600) * 1000)
  }

  const quick = (signs: Signs) => (signs.length === 10 && signs.sign(4) !== MINUS ? epoch(signs) : written(signs))

  return {
    quick,
    read(text) {
      spelled.text = text
      spelled.length = text.length
      const found = quick(spelled)
      return found === undefined ? read(text) : { ...found }
    },
  }
}

/** Some digits as a number; NaN if one of them is none. */
function digits(signs: Signs, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at += 1) {
    const digit = signs.sign(at) - ZERO
    if (digit < 0 || digit > 9) return Number.NaN
    number = number * 10 + digit
  }
  return number
}

/** The beginning of a text of ASCII. */
function textOf(signs: Signs, length: number): string {
  return String.fromCharCode(...Array.from({ length }, (_, at) => signs.sign(at)))
}
