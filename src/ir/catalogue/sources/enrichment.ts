import type { System } from '../system.ts'

/** Vendors of company and contact data, and tools that collect profiles. */
// biome-ignore format: headings are read as a paragraph
export const ENRICHMENT = {
  apollo: {
    title: 'Apollo',
    readIn: ['tests of importers', 'code that reads its exports'],
    exports: [
      {
        title: 'contact export',
        signatures: [
          ['Person Linkedin Url', '# Employees'], ['Apollo Contact Id', 'Email'], ['Apollo Contact Id', 'Apollo Account Id'], ['Company Name for Emails', 'Email'], ['Person Linkedin Url', 'Company Linkedin Url'],
          ['Work Direct Phone', 'Corporate Phone'], ['Email Status', 'Departments', '# Employees'], ['Person Linkedin Url', 'Work Direct Phone', 'Departments'], ['Email', 'Email Confidence', 'Seniority', '# Employees', 'Departments'],
        ],
      },
      { title: 'account export', holds: 'companies', signatures: [['Company', 'Apollo Account Id', '# Employees', '!First Name', '!Email'], ['Apollo Account Id', 'Company Linkedin Url', '!First Name', '!Email']] },
      { title: 'contacts', signatures: [['linkedin_url', 'organization.primary_domain', 'email'], ['email_status', 'organization_id', 'seniority'], ['/people', 'email_status', 'linkedin_url'], ['/contacts', 'email_status', 'linkedin_url']] },
    ],
    paths: [],
    headings: {
      id: ['Apollo Contact Id'], job_title: ['Title'], department: ['Departments', 'departments.0'], phone: ['Work Direct Phone', 'Corporate Phone', 'Home Phone', 'Other Phone', 'Company Phone', 'phone_numbers.0.sanitized_number'], mobile: ['Mobile Phone'], lead_status: ['Stage'],
      crm_owner: ['Contact Owner'], tags: ['Lists'], company_id: ['Apollo Account Id', 'organization_id'], city: ['City', 'Company City'], region: ['State', 'Company State'], country: ['Country', 'Company Country'], street: ['Company Address'], email_bounced: ['Email Bounced'],
      company: ['Company', 'Company Name', 'organization.name', 'Company Name for Emails'], employees: ['# Employees', 'organization.estimated_num_employees'], industry: ['organization.industry'], company_domain: ['organization.primary_domain'], full_name: ['name'],
      annual_revenue: ['organization.annual_revenue'], website: ['organization.website_url'], email: ['Email', 'Secondary Email', 'Tertiary Email'],
    },
    companyHeadings: { company_id: ['Apollo Account Id'], company: ['Company'], employees: ['# Employees'] },
    nulls: ['unavailable'],
  },
  zoominfo: {
    title: 'ZoomInfo',
    readIn: ['code that reads its exports'],
    exports: [
      {
        title: 'contact export',
        signatures: [
          ['ZoomInfo Contact ID', 'ZoomInfo Company ID'], ['ZoomInfo Contact ID', 'Email Address'], ['ZoomInfo Contact ID', 'Direct Phone Number'], ['Contact Accuracy Score', 'Direct Phone Number'], ['ZoomInfo Contact ID', 'First Name', 'Last Name'],
          ['Job Title Hierarchy Level', 'Management Level'], ['ZoomInfo Contact Profile URL', 'Email Address'], ['Revenue (in 000s USD)', 'Contact Accuracy Score'],
        ],
      },
      { title: 'company export', holds: 'companies', signatures: [['ZoomInfo Company ID', 'Revenue (in 000s USD)', '!First Name', '!Email Address'], ['ZoomInfo Company ID', 'Company HQ Phone', '!First Name', '!Email Address'], ['ZoomInfo Company ID', 'Company Name', '!First Name', '!ZoomInfo Contact ID']] },
      { title: 'contacts', signatures: [['contactAccuracyScore', 'company.name'], ['managementLevel', 'contactAccuracyScore']] },
    ],
    paths: ['attributes.*'],
    headings: {
      id: ['ZoomInfo Contact ID', 'personId'], phone: ['Direct Phone Number', 'Company HQ Phone', 'directPhone'], mobile: ['Mobile phone'], email: ['Email Address', 'Supplemental Email'], seniority: ['Management Level', 'Job Title Hierarchy Level', 'managementLevel.0'],
      department: ['Department', 'Job Function'], company_id: ['ZoomInfo Company ID', 'company.id'], company: ['company.name'], annual_revenue: ['Revenue (in 000s USD)', 'Revenue Range (in USD)', 'Revenue Range', 'company.revenue'], employees: ['Employees', 'Employee Range', 'company.employeeCount'], industry: ['Primary Industry', 'company.primaryIndustry.0', 'All Industries'],
      street: ['Person Street', 'Company Street Address'], city: ['Person City', 'Company City'], region: ['Person State', 'Company State'], postal_code: ['Person Zip Code', 'Company Zip Code'], country: ['Country', 'Person Country', 'Company Country'],
    },
    companyHeadings: { company_id: ['ZoomInfo Company ID'], annual_revenue: ['Revenue (in 000s USD)', 'Revenue Range (in USD)'], city: ['Company City'], country: ['Company Country'] },
    nulls: [],
  },
  cognism: {
    title: 'Cognism',
    readIn: ['code that reads its API'],
    exports: [
      { title: 'contacts', signatures: [['redeemId', 'jobTitle'], ['directPhones.0.number', 'mobilePhones.0.number'], ['mobilePhones.0.number', 'account.name'], ['email.address', 'account.name', 'seniority']] },
      {
        title: 'contact export',
        remembered: true,
        signatures: [
          ['Email', 'Direct', 'HQ', 'Mobile'], ['Job title', 'Direct dial', 'Office phone', 'Mobile phone'], ['Contact LinkedIn URL', 'Account LinkedIn URL'], ['Person LinkedIn URL', 'Account name', 'Account HQ phone'], ['First name', 'Last name', 'Job title', 'Account', 'Account HQ country'], ['Cognism ID', 'Email'],
        ],
      },
    ],
    paths: [],
    headings: {
      id: ['redeemId'], email: ['email.address'], phone: ['directPhones.0.number', 'officePhones.0.number'], mobile: ['mobilePhones.0.number'], company: ['account.name'], website: ['account.website'], company_domain: ['account.domain'], employees: ['account.sizeFrom', 'account.headcount'], annual_revenue: ['account.revenue'], industry: ['account.industry.0', 'account.industry'],
      country: ['location.country', 'account.hqLocation.country', 'country'], city: ['location.city', 'city'], department: ['jobFunctions.0'],
    },
    remembered: {
      id: ['Cognism ID'], phone: ['Direct', 'Direct dial', 'Direct phone', 'HQ', 'Office phone', 'Account HQ phone'], email: ['Business email', 'Work email'], employees: ['Account size', 'Headcount'],
      country: ['Person country', 'Contact country', 'Account HQ country'], city: ['Person city', 'Contact city', 'Account HQ city'], do_not_call: ['Mobile DNC', 'Direct DNC', 'Do not call'], department: ['Job function'],
    },
    nulls: [],
  },
  lusha: {
    title: 'Lusha',
    exports: [
      { title: 'contacts', signatures: [['data.emailAddresses.0.email', 'data.phoneNumbers.0.number'], ['emailAddresses.0.email', 'phoneNumbers.0.number', 'jobTitle'], ['emailAddresses.0.email', 'company.name', 'jobTitle.title']] },
      {
        title: 'contact export',
        remembered: true,
        signatures: [['Work email', 'Private email', 'LinkedIn URL'], ['Phone 1 type', 'Work email'], ['Lusha contact ID', 'Work email'], ['Contact tags', 'Work email', 'Direct email'], ['Company main industry', 'Work email'], ['Phone 1', 'Phone 1 Type', 'Email 1 Type'], ['Work Email', 'Direct Email', 'Private Email']],
      },
    ],
    paths: ['data.*'],
    headings: {
      email: ['emailAddresses.0.email'], phone: ['phoneNumbers.0.number'], company: ['company.name'], job_title: ['jobTitle.title'], department: ['jobTitle.departments.0'], seniority: ['jobTitle.seniority'], country: ['location.country'], city: ['location.city'], employees: ['company.companySize.0', 'company.employees'],
      industry: ['company.mainIndustry'], company_domain: ['company.domain', 'company.fqdn'], annual_revenue: ['company.revenueRange.0'],
    },
    remembered: { id: ['Lusha contact ID'], email: ['Work email', 'Direct email', 'Private email', 'Additional Email 1'], phone: ['Direct phone', 'Direct dial', 'Phone 1', 'Additional phone 1'], mobile: ['Mobile phone'], industry: ['Company sub industry'], annual_revenue: ['Company revenue'], website: ['Company website'], country: ['Contact country', 'Company country'], city: ['Contact city', 'Company city'], tags: ['Contact tags'] },
    nulls: [],
  },
  seamless: {
    title: 'Seamless.AI',
    readIn: ['code that reads its exports'],
    exports: [
      { title: 'contact export', signatures: [['Research Date', 'Contact Full Name'], ['Contact LI Profile URL', 'Email 1'], ['Email 1', 'Email 1 Validation'], ['Company Name - Cleaned', 'Contact LI Profile URL'], ['Contact Phone 1', 'Contact LI Profile URL'], ['Email 1 Total AI', 'Contact Phone 1']] },
    ],
    paths: [],
    headings: {
      full_name: ['Contact Full Name'], job_title: ['Title'], email: ['Email 1', 'Email 2', 'Email 3', 'Personal Email'], phone: ['Contact Phone 1', 'Contact Phone 2', 'Company Phone 1'], mobile: ['Contact Mobile Phone', 'Contact Mobile Phone 2'], city: ['Contact City', 'Company City'], region: ['Contact State', 'Company State'], country: ['Contact Country', 'Company Country'],
      postal_code: ['Contact Post Code', 'Company Post Code'], employees: ['Company Staff Count', 'Company Staff Count Range'], annual_revenue: ['Company Annual Revenue', 'Company Revenue Range'], industry: ['Company Industry'], created_date: ['Research Date'], tags: ['List'], company: ['Company Name - Cleaned', 'Company Name'], company_domain: ['Company Website Domain'],
    },
    nulls: [],
  },
  phantombuster: {
    title: 'PhantomBuster',
    readIn: ['code that reads its exports'],
    exports: [
      { title: 'profiles', exact: true, signatures: [['profileUrl', 'fullName', 'firstName', 'lastName'], ['linkedInProfileUrl', 'firstName', 'lastName'], ['profileUrl', 'fullName', 'connectionDegree'], ['query', 'profileUrl', 'fullName'], ['salesNavigatorUrl', 'fullName'], ['vmid', 'fullName'], ['linkedinProfileUrl', 'linkedinHeadline'], ['profileUrl', 'timestamp', 'firstName', 'company']] },
    ],
    paths: [],
    headings: {
      full_name: ['fullName', 'name'], job_title: ['title', 'jobTitle', 'linkedinJobTitle', 'job', 'currentJob', 'headline'], company: ['company', 'companyName', 'linkedinCompanyName', 'currentCompany'], created_date: ['timestamp', 'connectionSince', 'connectedAt'], city: ['location', 'linkedinJobLocation'], email: ['email', 'mailFromDropcontact', 'professionalEmail', 'mail', 'dropcontactEmail'],
      phone: ['phoneNumber'], website: ['companyWebsite'], industry: ['industry', 'linkedinCompanyIndustry'], employees: ['linkedinCompanyEmployeesCount', 'companySize'],
    },
    nulls: [],
  },
  linkedin: {
    title: 'LinkedIn',
    readIn: ['tests of importers'],
    exports: [
      { title: 'connections', signatures: [['First Name', 'Last Name', 'Position', 'Connected On'], ['First Name', 'Last Name', 'Email Address', 'Connected On'], ['URL', 'Connected On'], ['Company', 'Position', 'Connected On']] },
      { title: 'connections', language: 'de', remembered: true, signatures: [['Vorname', 'Nachname', 'Position', 'Verknüpft am'], ['Vorname', 'Nachname', 'Position', 'Vernetzt am'], ['Vorname', 'Nachname', 'Position', 'Verbunden am']] },
    ],
    fileName: '^connections\\.csv$',
    paths: [],
    headings: { created_date: ['Connected On'] },
    remembered: { created_date: ['Verknüpft am', 'Vernetzt am', 'Verbunden am'] },
    nulls: [],
  },
  'sales-navigator': {
    title: 'LinkedIn Sales Navigator',
    exports: [{ title: 'leads', remembered: true, signatures: [['Linkedin Sales Navigator URL', 'Full name'], ['Linkedin Profile URL', 'Job title', 'Geography'], ['LinkedIn Sales Navigator Profile URL', 'First name']] }],
    paths: [],
    headings: {},
    remembered: { city: ['Geography'], company: ['Current company'], job_title: ['Current title', 'Headline'], employees: ['Company headcount'] },
    nulls: [],
  },
  xing: {
    title: 'XING',
    exports: [{ title: 'contacts', language: 'de', remembered: true, signatures: [['XING-Profil', 'Vorname', 'Nachname'], ['Xing-Profil-URL', 'Firma'], ['XING Profil', 'Position'], ['Profil-URL', 'Kontakt seit', 'Firma']] }],
    paths: [],
    headings: {},
    remembered: { created_date: ['Kontakt seit'], city: ['Ort (geschäftlich)'], email: ['E-Mail (geschäftlich)'], phone: ['Telefon (geschäftlich)'] },
    nulls: [],
  },
  hunter: {
    title: 'Hunter',
    exports: [{ title: 'leads', signatures: [['email', 'confidence_score', 'linkedin_url'], ['Email address', 'Confidence score', 'Domain name'], ['email', 'linkedin_url', 'sending_status'], ['/leads', 'email', 'confidence_score']] }],
    paths: [],
    headings: { job_title: ['position'], company_domain: ['domain_name'], company: ['organization'], employees: ['company_size'], industry: ['company_industry'], phone: ['phone_number'], country: ['country_code'], marketing_status: ['sending_status'], website: ['website'] },
    nulls: [],
  },
  clay: {
    title: 'Clay',
    exports: [{ title: 'people', remembered: true, signatures: [['Find people', 'LinkedIn Profile'], ['Company Table Data', 'Full Name'], ['Company Domain', 'LinkedIn Profile', 'Full Name', 'Job Title']] }],
    paths: [],
    headings: {},
    remembered: { city: ['Location'] },
    nulls: [],
  },
} as const satisfies Record<string, System>
