/**
 * McNemar's exact test (Q. McNemar, Psychometrika 12, 1947; exact form: the two-sided binomial test with p = 1/2 on the
 * discordant pairs). `onlyFirst` and `onlySecond` are the cases in which only one of the two was right.
 */
export function mcnemarExact(onlyFirst: number, onlySecond: number): number {
  const trials = onlyFirst + onlySecond
  const fewer = Math.min(onlyFirst, onlySecond)
  if (trials === 0) return 1
  // Terms of the binomial distribution from the middle down, in logarithms so that none underflows.
  let log = logBinomial(trials, fewer) - trials * Math.LN2
  let sum = 0
  for (let count = fewer; count >= 0; count -= 1) {
    const term = Math.exp(log)
    sum += term
    if (term < sum * 1e-17) break
    log += Math.log(count) - Math.log(trials - count + 1)
  }
  return Math.min(1, 2 * sum)
}

function logBinomial(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k)
}

/** Stirling's series past small numbers; its error there is below 1e-12. */
function logFactorial(n: number): number {
  if (n < 32) {
    let log = 0
    for (let factor = 2; factor <= n; factor += 1) log += Math.log(factor)
    return log
  }
  const x = n + 1
  return (
    (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5)
  )
}
