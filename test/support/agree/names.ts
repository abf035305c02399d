import fc from 'fast-check'

/** Random names of columns. */

/** Two headings that no database treats as equal: they differ in more than case, and are short enough for all. */
const heading = fc.oneof(
  fc.constantFrom(
    '"; DROP TABLE leads; --',
    "'",
    '\\',
    '`',
    '--',
    '/*',
    '$1',
    'lead',
    'leadq_row',
    'select',
    'ä ö',
    '{{ x }}',
  ),
  fc.string({ minLength: 1, maxLength: 10 }).filter(text => text.trim() !== '' && !/[#\0]/.test(text)),
)
export const headingPair = fc.uniqueArray(heading, {
  minLength: 2,
  maxLength: 2,
  selector: text => text.trim().toLowerCase(),
})
