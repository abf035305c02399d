/** Signs and names of currencies, by their codes. */
const CURRENCIES: readonly (readonly [string, RegExp])[] = [
  ['EUR', /€|\bEUROS?\b/i],
  ['GBP', /£/],
  ['CHF', /\bS?FR\b\.?|\bFRANKEN\b/i],
  ['USD', /\$|\bUS-?DOLLARS?\b/i],
]

const CODE = /(?<![A-Za-z])(EUR|USD|CHF|GBP|SEK|NOK|DKK|PLN|CZK|HUF|RON|JPY|CAD|AUD|INR|CNY|BRL|TRY)(?![A-Za-z])/i

/** The currency that a text names, by its code or sign. */
export function currencyIn(text: string): string | undefined {
  const [, code] = CODE.exec(text) ?? []
  return code?.toUpperCase() ?? CURRENCIES.find(([, sign]) => sign.test(text))?.[0]
}
