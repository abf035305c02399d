import { AS_OF } from '../lead.js'

const DAY = 86_400_000
const LAST_DAY = Date.parse(AS_OF)

/** The cells of a lead as the facts that a rule engine for JavaScript objects reads: no text is '', no number null. */
export function factsOf(cells) {
  return {
    email: cells.Email.toLowerCase(),
    phone: cells.Phone.toLowerCase(),
    lastName: cells['Last Name'].toLowerCase(),
    company: cells.Company.toLowerCase(),
    title: cells['Job Title'].toLowerCase(),
    department: cells.Department.toLowerCase(),
    industry: cells.Industry.toLowerCase(),
    country: cells.Country.toLowerCase(),
    city: cells.City.toLowerCase(),
    source: cells['Lead Source'].toLowerCase(),
    message: cells.Message.toLowerCase(),
    employees: numberOf(cells.Employees),
    revenue: numberOf(cells['Annual Revenue']),
    pageViews: numberOf(cells['Page Views']),
    emailClicks: numberOf(cells['Email Clicks']),
    budget: numberOf(cells.Budget),
    demo: cells['Demo Requested'] === 'yes',
    unsubscribed: cells.Unsubscribed === 'yes',
    demoAge: ageOf(cells['Demo Date']),
    activeAge: ageOf(cells['Last Activity Date']),
  }
}

function numberOf(cell) {
  return cell === '' ? null : Number(cell)
}

function ageOf(cell) {
  return cell === '' ? null : (LAST_DAY - Date.parse(cell)) / DAY
}
