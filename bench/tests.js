import { fileOf } from './files.js'

const COUNTRIES = ['Brazil', 'Kenya', 'Japan', 'Canada']

/** A file of tests of the built-in `b2b`, all of which hold. Gives its path. */
export function testsFile(count) {
  return fileOf(`${count}.test.yaml`, function* () {
    yield 'rulebook: b2b\nas_of: 2026-03-02\ntests:\n'
    for (let index = 0; index < count; index += 1) {
      const country = COUNTRIES[index % COUNTRIES.length]
      yield `  - name: lead ${index}\n`
      yield `    lead: { email: "lead-${index}@gmail.com", employees: ${(index % 9) + 1}, country: ${country}, visits: ${index % 3} }\n`
      yield '    expect: { stage: nurture, not_fired: [demo, quote], tags: free-mail }\n'
    }
  })
}
