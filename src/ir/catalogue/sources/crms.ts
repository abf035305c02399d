import type { System } from '../system.ts'

/** Further CRMs, international and German. */
// biome-ignore format: headings are read as a paragraph
export const CRMS = {
  zoho: {
    title: 'Zoho CRM',
    readIn: ['tests of importers', 'code that reads its exports'],
    exports: [
      {
        title: 'lead export',
        language: 'en',
        signatures: [
          ['Record Id', 'Lead Owner.id'], ['Record Id', 'Lead Owner', 'Created Time'], ['Lead Owner', 'Lead Status', 'Created Time'], ['Lead Owner', 'Unsubscribed Mode'], ['Lead Owner', 'Email Opt Out', 'Modified Time'], ['Record Id', 'Lead Owner', 'Lead Status', 'No. of Employees'],
          ['Lead Owner', 'Lead Status', 'Secondary Email', 'Skype ID'], ['Record Id', 'Lead Owner', 'Company', 'Lead Source', 'Lead Status'], ['Lead Owner', 'Created By', 'Modified Time', 'Lead Source'], ['LEADID', 'Lead Owner'], ['Lead Owner.id', 'Lead Owner', 'Email'],
        ],
      },
      { title: 'contact export', language: 'en', signatures: [['Record Id', 'Contact Owner.id'], ['Contact Owner', 'Unsubscribed Mode'], ['Contact Owner', 'Created Time', 'Modified Time', 'Email Opt Out'], ['Record Id', 'Contact Owner', 'Account Name', 'Created Time']] },
      { title: 'lead export', language: 'de', remembered: true, signatures: [['Datensatz-ID', 'Lead-Besitzer'], ['Lead-Besitzer', 'Lead-Status', 'Nachname'], ['Lead-Eigentümer', 'Lead-Status', 'Nachname'], ['Lead-Besitzer', 'Lead-Quelle'], ['Lead-Eigentümer', 'Lead-Quelle'], ['Lead-Besitzer', 'Erstellungszeit'], ['Datensatz-ID', 'Lead-Besitzer', 'Nachname', 'E-Mail'], ['Lead-Besitzer', 'Lead-Quelle', 'Lead-Status', 'Nachname'], ['Lead-Eigentümer', 'Lead-Quelle', 'Lead-Status', 'Nachname']] },
      { title: 'leads', signatures: [['id~^zcrm_', 'last_name'], ['Record Id~^zcrm_', 'Last Name']] },
      { title: 'deal export', holds: 'deals', language: 'en', signatures: [['Record Id', 'Deal Owner.id'], ['Deal Owner', 'Deal Name', 'Closing Date'], ['Deal Name', 'Closing Date', 'Stage'], ['Potential Name', 'Potential Owner']] },
      { title: 'account export', holds: 'companies', language: 'en', signatures: [['Record Id', 'Account Owner.id', '!Last Name'], ['Account Owner', 'Account Name', 'Created Time', '!Last Name', '!Email'], ['Account Owner', 'Account Number', 'Account Type', '!Last Name']] },
      {
        title: 'leads',
        exact: true,
        signatures: [['Lead_Source', 'Lead_Status', 'Last_Name'], ['Created_Time', 'Modified_Time', 'Last_Name'], ['Email_Opt_Out', 'Last_Name'], ['$currency_symbol', '$approved', 'Last_Name'], ['Lead_Status', 'Full_Name', 'No_of_Employees'], ['Owner.name', 'Created_Time', 'Email']],
      },
    ],
    paths: [],
    headings: {
      id: ['Record Id', 'LEADID'], job_title: ['Title', 'Designation'], created_date: ['Created Time'], modified_date: ['Modified Time'], last_activity_date: ['Last Activity Time', 'Last Activity'], tags: ['Tag', 'Tag.0.name'], unsubscribed: ['Email Opt Out', 'Unsubscribed Mode', 'Unsubscribed Time'], email: ['Email', 'Secondary Email'],
      crm_owner: ['Lead Owner', 'Contact Owner', 'Owner.name'], message: ['Description'], full_name: ['Lead Name', 'Full Name'], company: ['Account_Name.name'], crm_score: ['Score', 'Visitor Score'], deal_stage: ['Stage'], expected_amount: ['Amount'], expected_close_date: ['Closing Date'],
      converted_date: ['Lead Conversion Time', 'Converted Date Time'], city: ['Mailing City'], country: ['Mailing Country'],
    },
    remembered: { lead_status: ['Lead-Status'], crm_owner: ['Lead-Besitzer', 'Lead-Eigentümer'], created_date: ['Erstellungszeit', 'Erstellt um'], modified_date: ['Änderungszeit', 'Geändert um'], last_activity_date: ['Zeitpunkt der letzten Aktivität'], job_title: ['Titel'], unsubscribed: ['E-Mail-Abmeldung', 'Abmeldemodus'],  },
    companyHeadings: { company_id: ['Record Id'], company: ['Account Name'] },
    nulls: ['-None-'],
    values: { unsubscribed: { manual: true, 'consent form': true, 'unsubscribe link': true, 'unsubscribe form': true, 'zoho campaigns': true } },
  },
  dynamics: {
    title: 'Dynamics 365',
    readIn: ['tests of importers', 'code that reads its tables'],
    exports: [
      {
        title: 'lead export',
        language: 'en',
        signatures: [
          ['(Do Not Modify) Lead', '(Do Not Modify) Row Checksum'], ['(Do Not Modify) Lead', 'Topic'], ['Topic', 'Status Reason'], ['(Do Not Modify) Lead', '(Do Not Modify) Row Checksum', '(Do Not Modify) Modified On', 'Name'], ['Topic', 'Est. Close Date'], ['Status Reason', 'Created On', 'Do not allow Emails'],
          ['Do not allow Bulk Emails', 'Last Name'],
        ],
      },
      { title: 'contact export', language: 'en', signatures: [['(Do Not Modify) Contact', '(Do Not Modify) Row Checksum'], ['(Do Not Modify) Contact', 'Full Name'], ['(Do Not Modify) Contact', '(Do Not Modify) Row Checksum', '(Do Not Modify) Modified On', 'Full Name']] },
      {
        title: 'lead export',
        language: 'de',
        remembered: true,
        signatures: [['(Nicht ändern) Lead', '(Nicht ändern) Zeilenprüfsumme'], ['(Nicht ändern) Lead', 'Thema'], ['Thema', 'Statusgrund', 'Nachname'], ['Thema', 'Statusgrund', 'Firmenname'], ['(Nicht ändern) Kontakt', '(Nicht ändern) Zeilenprüfsumme'], ['(Nicht ändern) Lead', '(Nicht ändern) Geändert am', 'Thema', 'Statusgrund']],
      },
      { title: 'account export', holds: 'companies', language: 'en', signatures: [['(Do Not Modify) Account', '(Do Not Modify) Row Checksum'], ['(Do Not Modify) Account', 'Account Name']] },
      { title: 'opportunity export', holds: 'deals', language: 'en', signatures: [['(Do Not Modify) Opportunity', '(Do Not Modify) Row Checksum'], ['(Do Not Modify) Opportunity', 'Topic', 'Potential Customer'], ['Potential Customer', 'Est. Close Date', 'Est. Revenue']] },
      {
        title: 'leads',
        signatures: [['leadid', 'emailaddress1'], ['leadid', 'fullname', 'statecode'], ['emailaddress1', 'companyname'], ['leadid', 'companyname', 'statuscode'], ['emailaddress1', 'donotemail'], ['emailaddress1', 'leadsourcecode'], ['leadid', 'emailaddress1', 'companyname', 'createdon', 'statuscode']],
      },
      { title: 'leads', exact: true, signatures: [['leadid', 'fullname'], ['leadid', 'companyname', 'createdon']] },
      { title: 'contacts', signatures: [['contactid', 'emailaddress1'], ['contactid', 'fullname', 'donotemail'], ['contactid', 'emailaddress1', 'createdon', 'statuscode']] },
      { title: 'accounts', holds: 'companies', signatures: [['accountid', 'accountnumber', '!emailaddress1', '!contactid'], ['accountid', 'numberofemployees', '!leadid', '!contactid'], ['accountid', 'websiteurl', '!leadid', '!contactid']] },
      { title: 'opportunities', holds: 'deals', signatures: [['opportunityid', 'estimatedvalue'], ['opportunityid', 'estimatedclosedate'], ['opportunityid', 'statecode']] },
    ],
    paths: [],
    headings: {
      id: ['(Do Not Modify) Lead', '(Do Not Modify) Contact', 'leadid', 'contactid'], modified_date: ['(Do Not Modify) Modified On', 'modifiedon'], created_date: ['createdon'], full_name: ['Name', 'fullname'], first_name: ['firstname'], last_name: ['lastname'], need: ['Topic', 'subject'],
      job_title: ['jobtitle'], company: ['Company Name', '_parentcustomerid_value@OData.Community.Display.V1.FormattedValue'], email: ['emailaddress1', 'E-mail', 'emailaddress2', 'emailaddress3'], phone: ['Business Phone', 'telephone1', 'telephone2'], mobile: ['mobilephone'], website: ['websiteurl'],
      lead_status: ['Status Reason', 'statuscode@OData.Community.Display.V1.FormattedValue', 'statuscodename', 'statuscode_label', 'statuscode'], industry: ['industrycode@OData.Community.Display.V1.FormattedValue', 'industrycodename', 'industrycode_label', 'industrycode'],
      source: ['leadsourcecode@OData.Community.Display.V1.FormattedValue', 'leadsourcecodename', 'leadsourcecode_label', 'leadsourcecode'], rating: ['leadqualitycode@OData.Community.Display.V1.FormattedValue', 'leadqualitycodename', 'leadqualitycode_label', 'leadqualitycode'], annual_revenue: ['revenue'], employees: ['numberofemployees'],
      budget: ['Budget Amount'], decision_role: ['Decision Maker?'], timeline: ['Purchase Timeframe', 'purchasetimeframe@OData.Community.Display.V1.FormattedValue', 'purchasetimeframename'],
      expected_amount: ['Est. Value', 'Est. Revenue', 'estimatedvalue', 'estimatedamount'], expected_close_date: ['Est. Close Date', 'estimatedclosedate'], probability: ['closeprobability'],
      unsubscribed: ['Do not allow Emails', 'Do not allow Bulk Emails', 'donotemail', 'donotbulkemail'], do_not_call: ['Do not allow Phone Calls', 'donotphone'],
      crm_owner: ['_ownerid_value@OData.Community.Display.V1.FormattedValue', 'owneridname', 'Owner'], street: ['Street 1', 'address1_line1', 'Address 1: Street 1'], city: ['Address 1: City'], region: ['Address 1: State/Province', 'address1_stateorprovince'], postal_code: ['Address 1: ZIP/Postal Code', 'address1_postalcode'],
      country: ['Address 1: Country/Region', 'address1_country'], campaign: ['Source Campaign', '_campaignid_value@OData.Community.Display.V1.FormattedValue', 'campaignidname'], message: ['Description'], last_contact_date: ['lastusedincampaign'], salutation: ['salutation'], department: ['department'],
    },
    remembered: {
      id: ['(Nicht ändern) Lead', '(Nicht ändern) Kontakt'], modified_date: ['(Nicht ändern) Geändert am'], need: ['Thema'], lead_status: ['Statusgrund'], unsubscribed: ['E-Mails nicht zulassen', 'Massen-E-Mails nicht zulassen', 'Keine E-Mails zulassen'], do_not_call: ['Telefonanrufe nicht zulassen', 'Keine Telefonanrufe zulassen'], employees: ['Anzahl der Mitarbeiter'],
      expected_amount: ['Gesch. Wert', 'Geschätzter Wert', 'Geschätzter Umsatz'], expected_close_date: ['Gesch. Abschlussdatum', 'Geschätztes Abschlussdatum'], crm_owner: ['Besitzer'], company: ['Firmenname'], phone: ['Telefon (geschäftlich)', 'Geschäftliche Telefonnummer'], rating: ['Bewertung'], timeline: ['Kaufzeitrahmen'], budget: ['Budgetbetrag'], decision_role: ['Entscheidungsträger?'],
      message: ['Beschreibung'], country: ['Adresse 1: Land/Region'], city: ['Adresse 1: Ort'], postal_code: ['Adresse 1: PLZ', 'Adresse 1: Postleitzahl'], street: ['Adresse 1: Straße 1'],
    },
    companyHeadings: { company_id: ['(Do Not Modify) Account', 'accountid'], company: ['Account Name', 'name'] },
    nulls: [],
    values: {
      unsubscribed: { allow: false, 'do not allow': true, zulassen: false, 'nicht zulassen': true },
      do_not_call: { allow: false, 'do not allow': true, zulassen: false, 'nicht zulassen': true },
    },
  },
  freshsales: {
    title: 'Freshsales',
    readIn: ['code that reads its exports'],
    exports: [
      {
        title: 'contacts',
        signatures: [
          ['display_name', 'work_number', 'mobile_number'], ['lead_score', 'work_number'], ['work_number', 'has_authority'], ['do_not_disturb', 'work_number'], ['display_name', 'lead_score', 'last_contacted'], ['recent_note', 'last_contacted_mode'],
          ['/contacts', '/meta', 'display_name', 'work_number', 'lead_score'], ['customer_fit', 'lead_score', 'display_name'],
        ],
      },
      { title: 'contact export', signatures: [['Last contacted mode', 'Sales owner'], ['Sales owner id', 'Sales owner'], ['Sales owner', 'Last contacted time']] },
      { title: 'contact export', remembered: true, signatures: [['Sales owner', 'Lifecycle stage', 'Work'], ['Sales owner', 'Work', 'Mobile', 'Last contacted time'], ['Sales owner', 'Subscription status', 'Emails'], ['Emails', 'Sales account', 'Sales owner'], ['Lead score', 'Sales owner', 'Lifecycle stage']] },
      { title: 'deals', holds: 'deals', signatures: [['expected_close', 'base_currency_amount'], ['deal_stage_id', 'expected_close']] },
      { title: 'accounts', holds: 'companies', signatures: [['/sales_accounts', 'name'], ['parent_sales_account_id', 'number_of_employees', '!email']] },
    ],
    paths: ['custom_field.*', 'contact.*'],
    headings: {
      full_name: ['display_name'], phone: ['work_number'], mobile: ['mobile_number'], crm_score: ['lead_score'], last_contact_date: ['last_contacted', 'Last contacted time'], decision_role: ['has_authority'], do_not_contact: ['do_not_disturb'], marketing_status: ['subscription_status'], email: ['emails.0.value'], company: ['sales_account.name', 'company.name'],
      employees: ['company.number_of_employees'], postal_code: ['zipcode'], crm_owner: ['Sales owner'], created_date: ['Created at'], last_activity_date: ['Last activity date'], message: ['Recent note'],
    },
    remembered: { email: ['Emails'], phone: ['Work', 'Work phone'], mobile: ['Mobile'], company: ['Accounts', 'Account', 'Sales account', 'Sales accounts'], lead_status: ['Status'], unsubscribed: ['Unsubscribe reason'],  },
    nulls: [],
  },
  close: {
    title: 'Close',
    readIn: ['code that reads its exports'],
    exports: [
      {
        title: 'leads',
        signatures: [['display_name', 'status_label', 'contacts.0.name'], ['display_name', 'status_label'], ['status_label', 'contacts.0.emails.0.email'], ['lead_id', 'status_label', 'lead_name'], ['id~^lead_', 'status_label', 'display_name']],
      },
      { title: 'lead export', signatures: [['primary_contact_name', 'primary_contact_primary_email'], ['lead_name', 'primary_contact_name'], ['primary_contact_primary_email', 'status_label'], ['display_name', 'primary_contact_name']] },
    ],
    paths: ['custom.*'],
    headings: {
      id: ['id', 'lead_id'], company: ['display_name', 'lead_name', 'name'], lead_status: ['status_label'], full_name: ['contacts.0.name', 'contacts.0.display_name', 'primary_contact_name'], job_title: ['contacts.0.title', 'primary_contact_title'], email: ['contacts.0.emails.0.email', 'primary_contact_primary_email'], phone: ['contacts.0.phones.0.phone', 'primary_contact_primary_phone'], country: ['addresses.0.country'], city: ['addresses.0.city'], postal_code: ['addresses.0.zipcode'],
      region: ['addresses.0.state'], street: ['addresses.0.address_1'], created_date: ['date_created'], modified_date: ['date_updated'], website: ['url'], message: ['description'], first_name: ['primary_contact_first_name'], last_name: ['primary_contact_last_name'],
    },
    remembered: { country: ['primary_address_country', 'address_1_country'], city: ['address_1_city'] },
    nulls: [],
  },
  copper: {
    title: 'Copper',
    readIn: ['code that calls its API'],
    exports: [
      { title: 'leads', signatures: [['company_name', 'date_created', 'date_modified', 'phone_numbers.0.number'], ['email.email', 'email.category'], ['emails.0.category', 'emails.0.email', 'date_created'], ['date_created', 'date_modified', 'assignee_id'], ['customer_source_id', 'date_created'], ['email.email', 'company_name', 'date_created']] },
      { title: 'lead export', remembered: true, signatures: [['Copper ID', 'Name'], ['Person Record ID', 'Contact Type', 'Owned By'], ['Owned By', 'Work Email', 'Contact Type'], ['Lead', 'Owned By', 'Work Email']] },
    ],
    paths: ['address.*'],
    headings: {
      full_name: ['name'], job_title: ['title'], email: ['email.email', 'emails.0.email'], phone: ['phone_numbers.0.number'], lead_status: ['status'], created_date: ['date_created'], modified_date: ['date_modified'], city: ['address.city'], country: ['address.country'], postal_code: ['address.postal_code'], street: ['address.street'], region: ['address.state'],
      expected_amount: ['monetary_value'], website: ['websites.0.url'], message: ['details'], company: ['company_name'], last_contact_date: ['date_last_contacted'],
    },
    remembered: { id: ['Copper ID', 'Person Record ID'], email: ['Work Email'], crm_owner: ['Owned By'], lead_status: ['Lead Status'], expected_amount: ['Value'], city: ['City'], phone: ['Work Phone'] },
    nulls: [],
  },
  'zendesk-sell': {
    title: 'Zendesk Sell',
    readIn: ['code that reads its API'],
    exports: [
      { title: 'leads', signatures: [['/items', 'data.organization_name', 'data.last_name'], ['data.organization_name', 'data.status', 'data.email'], ['organization_name', 'owner_id', 'source_id', 'unqualified_reason_id'], ['organization_name', 'last_name', 'address.line1', 'status'], ['data.address.line1', 'data.last_name']] },
      { title: 'lead export', remembered: true, signatures: [['Organization name', 'Lead status', 'Unqualified reason'], ['Organization name', 'Unqualified reason', 'Owner'], ['Added by', 'Added on', 'Organization name']] },
    ],
    paths: ['data.*', 'data.address.*', 'address.*', 'custom_fields.*'],
    headings: { company: ['organization_name'], job_title: ['title'], lead_status: ['status'], message: ['description'], created_date: ['created_at'], modified_date: ['updated_at'], street: ['line1'], postal_code: ['postal_code'] },
    remembered: { lead_status: ['Lead status'], created_date: ['Added on'], crm_owner: ['Owner'], full_name: ['Lead name'], country: ['Address country', 'Country'], city: ['Address city', 'City'], postal_code: ['Address post code'], street: ['Address line 1'] },
    nulls: [],
  },
  monday: {
    title: 'monday.com',
    readIn: ['code that reads its exports'],
    exports: [
      { title: 'items', signatures: [['column_values.0.text', 'column_values.0.id'], ['/boards', 'column_values.0.id'], ['column_values.0.column.title', 'name']] },
      { title: 'board export', signatures: [['Name', 'Subitems', 'Status'], ['Name', 'Subitems', 'Email'], ['Item ID (auto generated)', 'Name']] },
      { title: 'board export', remembered: true, signatures: [ ['Lead', 'Active sequences', 'Title', 'Company'], ['Lead', 'Create a contact', 'Email'], ['Name', 'Item ID (auto generated)', 'Status', 'Email'], ['Name', 'Unterelemente', 'Status']] },
    ],
    paths: [],
    headings: { full_name: ['name'], lead_status: ['Status'], id: ['Item ID (auto generated)'] },
    remembered: { full_name: ['Lead'], job_title: ['Title', 'Titel'], crm_owner: ['Owner', 'Person', 'People', 'Personen'], created_date: ['Creation log', 'Erstellungsprotokoll'], modified_date: ['Last interaction', 'Last updated', 'Letzte Aktualisierung'], company: ['Company'], message: ['Comments'] },
    nulls: [],
  },
  bitrix24: {
    title: 'Bitrix24',
    readIn: ['tests of importers'],
    exports: [
      { title: 'leads', signatures: [['STATUS_ID', 'SOURCE_ID', 'ASSIGNED_BY_ID'], ['COMPANY_TITLE', 'STATUS_ID'], ['LAST_NAME', 'ASSIGNED_BY_ID', 'DATE_CREATE'], ['STATUS_ID', 'OPPORTUNITY', 'DATE_CREATE'], ['EMAIL.0.VALUE', 'STATUS_ID'], ['EMAIL.0.VALUE', 'PHONE.0.VALUE', 'DATE_CREATE']] },
      { title: 'lead export', language: 'en', exact: true, signatures: [['Lead Name', 'Responsible', 'Work E-mail'], ['Work E-mail', 'Home E-mail'], ['Work E-mail', 'Work Phone', 'Responsible'], ['Lead Name', 'Lead Companies'], ['Work E-mail', 'Responsible person']] },
      { title: 'lead export', language: 'en', remembered: true, signatures: [['Lead Name', 'Opened by', 'Status'], ['Lead Name', 'Stage', 'Responsible person']] },
      { title: 'lead export', language: 'de', remembered: true, signatures: [['Lead-Name', 'Verantwortlich', 'Geschäftliche E-Mail'], ['Lead-Bezeichnung', 'Verantwortliche Person'], ['E-Mail (geschäftlich)', 'Verantwortliche Person']] },
      { title: 'deals', holds: 'deals', signatures: [['STAGE_ID', 'OPPORTUNITY', 'CLOSEDATE'], ['STAGE_ID', 'BEGINDATE', 'CLOSEDATE']] },
      { title: 'companies', holds: 'companies', signatures: [['COMPANY_TYPE', 'EMPLOYEES', '!LAST_NAME'], ['COMPANY_TYPE', 'TITLE', '!LAST_NAME']] },
    ],
    paths: [],
    headings: {
      id: ['ID'], first_name: ['NAME'], last_name: ['LAST_NAME'], company: ['COMPANY_TITLE', 'Lead Companies'], email: ['EMAIL.0.VALUE', 'Work E-mail', 'Home E-mail', 'Other E-mail'], phone: ['PHONE.0.VALUE', 'Work Phone', 'Home Phone', 'Other Phone Number'], mobile: ['Mobile'], website: ['WEB.0.VALUE'], job_title: ['POST'], lead_status: ['STATUS_ID', 'Status', 'Stage'], source: ['SOURCE_ID'], created_date: ['DATE_CREATE'], modified_date: ['DATE_MODIFY'], crm_owner: ['ASSIGNED_BY_ID', 'Responsible'], expected_amount: ['OPPORTUNITY'], currency: ['CURRENCY_ID'],
      city: ['ADDRESS_CITY'], country: ['ADDRESS_COUNTRY'], postal_code: ['ADDRESS_POSTAL_CODE'], region: ['ADDRESS_PROVINCE'], street: ['ADDRESS'], message: ['COMMENTS'], need: ['TITLE', 'Lead Name'], last_activity_date: ['LAST_ACTIVITY_TIME'], utm_source: ['UTM_SOURCE'],
    },
    remembered: { need: ['Lead-Bezeichnung'], email: ['Geschäftliche E-Mail', 'E-Mail (geschäftlich)'], phone: ['Telefon (geschäftlich)'], crm_owner: ['Responsible person', 'Verantwortlich', 'Verantwortliche Person'], expected_amount: ['Total'], created_date: ['Created on', 'Erstellt am'], first_name: ['First name'] },
    nulls: [],
  },
  suitecrm: {
    title: 'SuiteCRM',
    readIn: ['its source code'],
    exports: [
      {
        title: 'lead export',
        signatures: [
          ['account_name', 'lead_source', 'primary_address_city'], ['primary_address_street', 'lead_source', 'status'], ['email1', 'primary_address_country'], ['email_address', 'primary_address_city', 'lead_source'], ['refered_by', 'lead_source'], ['phone_work', 'primary_address_city'], ['assigned_user_name', 'date_entered', 'last_name'],
          ['attributes.account_name', 'attributes.lead_source', 'attributes.date_entered'], ['phone_work', 'phone_mobile', 'date_entered', 'lead_source'],
        ],
      },
    ],
    paths: ['attributes.*'],
    headings: {
      id: ['id'], company: ['account_name'], job_title: ['title'], email: ['email1', 'email_address', 'email2'], phone: ['phone_work', 'phone_home', 'phone_other'], mobile: ['phone_mobile'], source: ['lead_source'], lead_status: ['status'], created_date: ['date_entered'], modified_date: ['date_modified'], crm_owner: ['assigned_user_name', 'assigned_user_id'], do_not_call: ['do_not_call'],
      unsubscribed: ['email_opt_out', 'opt_out'], email_bounced: ['invalid_email'], street: ['primary_address_street', 'alt_address_street'], city: ['primary_address_city', 'alt_address_city'], region: ['primary_address_state'], postal_code: ['primary_address_postalcode'], country: ['primary_address_country', 'alt_address_country'], message: ['description'], expected_amount: ['opportunity_amount'],
      campaign: ['campaign_name'], converted: ['converted'], full_name: ['full_name', 'name'],
    },
    nulls: [],
  },
  espocrm: {
    title: 'EspoCRM',
    readIn: ['code that reads its API'],
    exports: [
      {
        title: 'leads',
        signatures: [['emailAddress', 'accountName', 'addressCity'], ['emailAddress', 'phoneNumber', 'addressCountry'], ['emailAddress', 'assignedUserName'], ['salutationName', 'emailAddress'], ['emailAddressIsOptedOut', 'emailAddress'], ['emailAddress', 'opportunityAmount']],
      },
      { title: 'lead export', remembered: true, signatures: [['Assigned User', 'Account Name', 'Opportunity Amount'], ['Email Address Is Opted-Out', 'Email'], ['Zugewiesener Benutzer', 'Firmenname', 'Status']] },
    ],
    paths: [],
    headings: {
      salutation: ['salutationName'], full_name: ['name'], email: ['emailAddress'], phone: ['phoneNumber'], company: ['accountName'], job_title: ['title'], lead_status: ['status'], city: ['addressCity'], country: ['addressCountry'], postal_code: ['addressPostalCode'], street: ['addressStreet'], region: ['addressState'], crm_owner: ['assignedUserName'], unsubscribed: ['emailAddressIsOptedOut'], email_bounced: ['emailAddressIsInvalid'], do_not_call: ['doNotCall', 'phoneNumberIsOptedOut'],
      expected_amount: ['opportunityAmount'], message: ['description'], created_date: ['createdAt'], modified_date: ['modifiedAt'], converted_date: ['convertedAt'], campaign: ['campaignName'],
    },
    remembered: { crm_owner: ['Assigned User', 'Zugewiesener Benutzer'],  },
    nulls: [],
  },
  twenty: {
    title: 'Twenty',
    readIn: ['code that reads its API'],
    exports: [
      {
        title: 'people',
        signatures: [
          ['emails.primaryEmail', 'phones.primaryPhoneNumber'], ['emails.primaryEmail', 'jobTitle'], ['name.firstName', 'name.lastName', 'emails.primaryEmail'], ['Emails / Primary Email', 'Name / First Name'], ['Emails Primary Email', 'Name First Name'], ['emailsPrimaryEmail', 'nameFirstName'], ['name.firstName', 'emails.primaryEmail', 'linkedinLink.primaryLinkUrl'],
        ],
      },
      { title: 'companies', holds: 'companies', signatures: [['domainName.primaryLinkUrl', 'name', '!emails.primaryEmail'], ['idealCustomerProfile', 'domainName.primaryLinkUrl', '!emails.primaryEmail']] },
    ],
    paths: ['node.*'],
    headings: {
      id: ['id'], first_name: ['name.firstName'], last_name: ['name.lastName'], email: ['emails.primaryEmail'], phone: ['phones.primaryPhoneNumber'],
      company: ['company.name'], employees: ['company.employees'], company_domain: ['company.domainName.primaryLinkUrl'], city: ['city'], annual_revenue: ['company.annualRecurringRevenue.amountMicros'],
    },
    nulls: [],
  },
  weclapp: {
    title: 'weclapp',
    exports: [
      { title: 'parties', signatures: [['partyType', 'lastName', 'company'], ['partyType', 'personCompany'], ['personCompany', 'primaryAddressId'], ['leadStatus', 'partyType'], ['partyType', 'optIn'], ['optInLetter', 'optInPhone']] },
      { title: 'contact export', language: 'de', remembered: true, signatures: [['Interessentennummer', 'Vertriebsphase'], ['Interessentennr.', 'Firma'], ['Interessent-Nr.', 'Firma'], ['Lead-Nr.', 'Leadstatus', 'Leadquelle'], ['Partnertyp', 'Nachname'], ['Kundennr.', 'Kundenkategorie', 'Zuständiger Benutzer']] },
    ],
    paths: [],
    headings: {
      company: ['personCompany', 'company'], job_title: ['personRole', 'title'], lead_status: ['leadStatus'], source: ['leadSourceName'], rating: ['leadRatingName'], crm_owner: ['responsibleUserUsername'], city: ['addresses.0.city'], country: ['addresses.0.countryCode'], postal_code: ['addresses.0.zipcode'], street: ['addresses.0.street1'], created_date: ['createdDate'], modified_date: ['lastModifiedDate'], mobile: ['mobilePhone1'], industry: ['sectorName'],
      customer_number: ['customerNumber'], department: ['personDepartment'], do_not_contact: ['blocked', 'customerBlocked'], marketing_consent: ['optIn'], email: ['email', 'emailHome'], website: ['website'],
    },
    remembered: { customer_number: ['Kundennr.', 'Interessentennummer', 'Interessentennr.', 'Interessent-Nr.'], source: ['Leadquelle'], rating: ['Lead-Bewertung'], crm_owner: ['Zuständiger Benutzer'], do_not_contact: ['Gesperrt'] },
    nulls: [],
  },
  centralstationcrm: {
    title: 'CentralStationCRM',
    exports: [
      { title: 'people', signatures: [['person.first_name', 'person.name'], ['person.name', 'person.emails.0.name'], ['first_name', 'name', 'companies.0.name', 'tels.0.name'], ['person.positions.0.name', 'person.name'], ['companies_people', 'first_name']] },
      { title: 'people export', language: 'de', remembered: true, signatures: [['Titel', 'Vorname', 'Name', 'Firmenname', 'E-Mail (Büro)'], ['Vorname', 'Nachname', 'E-Mail (geschäftlich)', 'Tags', 'Hintergrund'], ['E-Mail geschäftl.', 'Hintergrund'], ['Personen-ID', 'Firmen-ID', 'Hintergrund'], ['Hintergrundinfo', 'Vorname', 'Name'], ['Hintergrund', 'Vorname', 'Name', 'Firma']] },
    ],
    paths: ['person.*'],
    headings: {
      id: ['person.id'], first_name: ['first_name'], last_name: ['name'], email: ['emails.0.name'], phone: ['tels.0.name'], website: ['homepages.0.name'], company: ['companies.0.name'], job_title: ['positions.0.name'], message: ['background'], tags: ['tags.0.name'], city: ['addrs.0.city'], country: ['addrs.0.country_code'], postal_code: ['addrs.0.zip'], street: ['addrs.0.street'],
      created_date: ['created_at'], modified_date: ['updated_at'],
    },
    remembered: { id: ['Personen-ID'], email: ['E-Mail (Büro)', 'E-Mail (geschäftlich)', 'E-Mail geschäftl.', 'E-Mail (Privat)'], phone: ['Telefon (Büro)', 'Telefon (geschäftlich)', 'Tel. (Büro)'], mobile: ['Telefon (Mobil)', 'Mobil'], message: ['Hintergrund', 'Hintergrundinfo'], company: ['Firmenname'], street: ['Straße (Büro)'], city: ['Ort (Büro)'], postal_code: ['PLZ (Büro)'], country: ['Land (Büro)'] },
    nulls: [],
  },
  intercom: {
    title: 'Intercom',
    readIn: ['code that reads its API'],
    exports: [
      {
        title: 'contacts',
        signatures: [
          ['unsubscribed_from_emails', 'email'], ['has_hard_bounced', 'email'], ['type=contact', 'role', 'email'], ['unsubscribed_from_emails', 'marked_email_as_spam'], ['unsubscribed_from_emails', 'has_hard_bounced', 'last_seen_at', 'email'], ['workspace_id', 'external_id', 'role'],
        ],
      },
      { title: 'user export', remembered: true, signatures: [['User ID', 'Last seen (UTC)', 'Signed up (UTC)'], ['Unsubscribed from emails', 'Web sessions'], ['Last seen', 'First seen', 'Signed up', 'Web sessions'], ['Unsubscribed from emails', 'Has hard bounced']] },
    ],
    paths: ['custom_attributes.*', 'location.*', 'location_data.*'],
    headings: {
      full_name: ['name'], unsubscribed: ['unsubscribed_from_emails', 'marked_email_as_spam'], email_bounced: ['has_hard_bounced'], last_activity_date: ['last_seen_at'], signup_date: ['signed_up_at'], created_date: ['created_at'], modified_date: ['updated_at'], country: ['location.country', 'location_data.country_name'], city: ['location.city', 'location_data.city_name'], employees: ['company_size'], company: ['companies.0.name', 'companies.data.0.name'],
      visits: ['session_count'], crm_owner: ['owner_id'], last_contact_date: ['last_contacted_at'],
    },
    remembered: { last_activity_date: ['Last seen (UTC)', 'Last seen'], signup_date: ['Signed up (UTC)', 'Signed up'], visits: ['Web sessions'], created_date: ['First seen (UTC)', 'First seen'], last_contact_date: ['Last contacted (UTC)', 'Last contacted'] },
    nulls: [],
  },
  leadsquared: {
    title: 'LeadSquared',
    readIn: ['a published data set'],
    exports: [
      { title: 'lead export', signatures: [['Prospect ID', 'Lead Number', 'Lead Origin'], ['ProspectID', 'EmailAddress', 'ProspectStage'], ['Prospect ID', 'Lead Number', 'Lead Source', 'Total Time Spent on Website']] },
    ],
    paths: [],
    headings: { last_activity_date: ['LastActivityDate', 'ProspectActivityDate_Max'], lead_status: ['ProspectStage'], job_title: ['JobTitle'], created_date: ['CreatedOn'], modified_date: ['ModifiedOn'], crm_score: ['Score'], crm_owner: ['OwnerIdName'], email: ['EmailAddress'] },
    nulls: ['select'],
  },
  airtable: {
    title: 'Airtable',
    exports: [{ title: 'records', signatures: [['createdTime', 'id~^rec']] }],
    paths: ['fields.*'],
    headings: { created_date: ['createdTime'], full_name: ['fields.Name'], job_title: ['fields.Title', 'fields.Role'], lead_status: ['fields.Status'] },
    nulls: [],
  },
} as const satisfies Record<string, System>
