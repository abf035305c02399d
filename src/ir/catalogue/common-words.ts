/** Words of job titles, departments, industries and places, English and German, in which shorter ones hide. */
export const COMMON_WORDS: readonly string[] = `
  director doctor contractor sector factory actor october manufacturing architecture victor
  unit digital security capital recruiting editor credit hospital quality hospitality university city community italy
  leitung leiter arbeit gesundheit sicherheit kreditinstitut logistik mitarbeiter
  throughout chronology geschäftsführung ausführung chrome
  product enterprise procurement april prokurist professor project
  retail email chain maintenance training repair chairman
  marketing partner department market charge party article pharma
  operations corporate cooperation support transport report
  assistant associate analyst administration management managerin engineering
  consultant consulting accounting accountant
  financial finance finland
  services service sales salesforce
  developer development deutschland designer
  handel handwerk hardware chandler
  vertrieb vertreter convert
  industry industrie internal international interim
  software softwareentwicklung solutions
  president vice-president
  head headquarters shareholder ahead
  buyer busy business
  owner downtown
  leadership misleading lead
  ceiling oceania society officer
  cfodata pmo promotion
  usa usability germany switzerland austria australia
`
  .trim()
  .split(/\s+/)

/** A common word in which a text stands, and is not the whole of it. */
export function commonWordWith(text: string): string | undefined {
  return COMMON_WORDS.find(word => word !== text && word.includes(text))
}
