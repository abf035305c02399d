/** Round whole numbers that mark a scale, about as many as wanted, both ends within it. */
export function ticksOf(from: number, to: number, wanted = 4): number[] {
  const raw = (to - from) / wanted
  if (raw <= 0) return [from]
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 2.5, 5, 10].map(factor => factor * power).find(size => size >= raw) ?? raw
  const whole = Math.max(1, Number.isInteger(step) ? step : Math.ceil(step / 5) * 5)
  const first = Math.ceil(from / whole)
  return Array.from({ length: Math.floor(to / whole) - first + 1 }, (_, index) => (first + index) * whole)
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
