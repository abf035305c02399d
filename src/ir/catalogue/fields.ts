import type { CatalogueField } from './field.ts'

/**
 * The lead fields a rulebook can name without declaring them. A heading stands here only if it means the same in a
 * file of unknown origin; what depends on the system that wrote the file stands in that system's own file.
 */
// biome-ignore format: a list of headings is read as a paragraph, and one per line would hide the fields
export const FIELDS = {
  id: {
    type: 'text',
    about: 'The key of the lead in the system it was exported from',
    headings: [
      'ID', 'Lead ID', 'Contact ID', 'Record ID', 'Record ID - Contact', 'Prospect ID', 'Person ID', 'User ID',
      'Customer ID', 'Subscriber ID', 'Distinct ID', 'Kontakt-ID', 'Datensatz-ID', 'Datensatz-ID - Kontakt',
      'Kunden-ID', 'Lead Number', 'Lead-Nr.', 'Leadnummer', 'Kontaktnummer', 'Marketo Id', 'Marketo Person ID',
      'Marketo Unique Code', 'hs_object_id', 'property_hs_object_id', 'Interessenten-ID', 'Personen-ID',
      'Teilnehmer-ID', 'Adress-ID', 'Contact Record ID', 'Kontaktnr.', 'UUID', 'GUID',
    ],
  },
  external_id: {
    type: 'text',
    about: 'The key of the same lead in another system',
    headings: [
      'External ID', 'External Key', 'Externe ID', 'External_ID__c', 'CRM ID', 'Salesforce ID', 'Salesforce Lead ID',
      'Salesforce Contact ID', 'Marketo SFDC ID', 'CRM Lead FID', 'CRM Contact FID', 'HubSpot Contact ID',
    ],
  },
  salutation: {
    type: 'text',
    about: 'How the person is addressed',
    headings: [
      'Salutation', 'Anrede', 'Courtesy Title', 'Name Prefix', 'Grußformel', 'property_salutation', 'Anrede/Titel',
      'Briefanrede', 'Anredeform', 'Namenspräfix',
      'Civilité', 'Tratamiento', 'Aanhef', 'Zwrot grzecznościowy',
    ],
  },
  first_name: {
    type: 'text',
    about: 'The first name of the person',
    headings: [
      'First Name', 'Given Name', 'Forename', 'Vorname', 'Rufname', 'property_firstname', 'Vornamen',
      'Contact First Name', 'Ansprechpartner Vorname', 'Vorname Ansprechpartner', 'AP Vorname', 'First Name(s)',
      'Prénom', 'Prenom', 'Nombre de pila', 'Primer nombre', 'Primeiro nome', 'Voornaam', 'Imię', 'Imie', 'Förnamn',
      'Fornavn', 'Etunimi', 'Jméno',
    ],
  },
  last_name: {
    type: 'text',
    about: 'The family name of the person',
    headings: [
      'Last Name', 'Surname', 'Family Name', 'Nachname', 'Familienname', 'Zuname', 'property_lastname',
      'Contact Last Name', 'Ansprechpartner Nachname', 'Nachname Ansprechpartner', 'AP Nachname', 'Name (Nachname)',
      'Nom de famille', 'Apellido', 'Apellidos', 'Cognome', 'Sobrenome', 'Achternaam', 'Nazwisko', 'Efternamn',
      'Efternavn', 'Etternavn', 'Příjmení', 'Sukunimi',
    ],
  },
  full_name: {
    type: 'text',
    about: 'The whole name of the person in one cell',
    headings: [
      'Full Name', 'Contact Name', 'Contact Person', 'Lead Name', 'Person Name', 'Vollständiger Name',
      'Ansprechpartner', 'Ansprechpartnerin', 'Ansprechperson', 'Kontaktperson', 'Kontaktname', 'Vor- und Nachname',
      'Name, Vorname', 'Name Ansprechpartner', 'Name des Ansprechpartners', 'Ansprechpartner Name', 'Your Name',
      'Ihr Name', 'Vorname und Nachname', 'Vorname Nachname', 'Nachname, Vorname', 'Vor-/Nachname', 'Vor- und Zuname',
      'First and Last Name', 'Teilnehmername', 'Name des Kontakts',
      'Nom complet', 'Nom et prénom', 'Prénom et nom', 'Nom Prénom', 'Personne de contact', 'Nombre completo',
      'Nombre y apellidos', 'Persona de contacto', 'Nome completo', 'Nome e cognome', 'Cognome e nome',
      'Persona di contatto', 'Volledige naam', 'Contactpersoon', 'Imię i nazwisko', 'Nazwisko i imię',
      'Osoba kontaktowa',
    ],
  },
  gender: {
    type: 'text',
    about: 'The gender of the person as the export writes it',
    headings: [
      'Gender', 'Sex', 'Geschlecht', 'Gender__c', 'property_gender',
      'Sexe', 'Género', 'Sesso', 'Geslacht', 'Płeć',
    ],
  },
  birth_date: {
    type: 'date',
    about: 'The day the person was born',
    headings: [
      'Birth Date', 'Date of Birth', 'Birthday', 'DOB', 'Geburtsdatum', 'Geburtstag', 'property_date_of_birth',
      'Date de naissance', 'Fecha de nacimiento', 'Data di nascita', 'Data de nascimento', 'Geboortedatum',
      'Data urodzenia',
    ],
  },
  age: {
    type: 'number',
    about: 'The age of the person in years',
    headings: ['Age', 'Age in years', 'Alter', 'Alter in Jahren', 'Lebensalter'],
  },
  language: {
    type: 'text',
    about: 'The language the person wants to be written to in',
    headings: [
      'Language', 'Preferred Language', 'Preferred Locale', 'Locale', 'Sprache', 'Bevorzugte Sprache',
      'Korrespondenzsprache', 'hs_language', 'property_hs_language', 'Sprachcode', 'Language Code', 'Kundensprache',
      'Muttersprache',
      'Langue', 'Idioma', 'Lingua', 'Taal', 'Język',
    ],
  },

  job_title: {
    type: 'text',
    about: 'What the person is called at work',
    headings: [
      'Job Title', 'Position', 'Job Position', 'Position Title', 'Stellenbezeichnung', 'Jobbezeichnung',
      'Berufsbezeichnung', 'Positionsbezeichnung', 'Jobtitel', 'Funktion', 'Stelle', 'property_jobtitle',
      'Position im Unternehmen', 'Funktion im Unternehmen', 'Position/Funktion', 'Funktion/Position',
      'Titel/Position', 'Rolle im Unternehmen', 'Stellung im Betrieb', 'Stellung', 'Tätigkeit',
      'Tätigkeitsbezeichnung', 'Berufliche Position', 'Job Role', 'Jobrolle', 'Job', 'Contact Title', 'Person Title',
      'Designation', 'Role Title', 'Current Position', 'Current Title',
      'Fonction', 'Poste', 'Intitulé du poste', 'Cargo', 'Puesto', 'Puesto de trabajo', 'Título del puesto', 'Ruolo',
      'Qualifica', 'Mansione', 'Função', 'Functie', 'Functietitel', 'Stanowisko', 'Befattning', 'Stilling',
    ],
  },
  department: {
    type: 'text',
    about: 'The department the person works in',
    headings: [
      'Department', 'Job Function', 'Abteilung', 'Fachbereich', 'Fachabteilung', 'property_department',
      'property_job_function', 'Abteilung/Bereich', 'Bereich', 'Geschäftsbereich', 'Funktionsbereich', 'Ressort',
      'Division', 'Business Unit', 'Department Name',
      'Departamento', 'Reparto', 'Afdeling', 'Avdelning', 'Dział',
    ],
  },
  seniority: {
    type: 'text',
    about: 'How high up in the company the person is',
    headings: [
      'Seniority', 'Seniority Level', 'Management Level', 'Job Level', 'Hierarchieebene', 'Karrierestufe',
      'Managementebene', 'Führungsebene', 'hs_seniority', 'property_seniority', 'property_hs_seniority',
      'Hierarchiestufe', 'Hierarchie', 'Positionslevel', 'Job Seniority', 'Level of Seniority',
    ],
  },
  decision_role: {
    type: 'text',
    about: 'The part the person plays in a purchase',
    headings: [
      'Decision Role', 'Buying Role', 'Buyer Role', 'Purchasing Role', 'Decision Maker', 'Authority', 'Lead Role',
      'Entscheidungsrolle', 'Entscheidungsbefugnis', 'Entscheider', 'Rolle im Kaufprozess', 'Rolle beim Kauf',
      'Kaufrolle', 'hs_buying_role', 'property_hs_buying_role', 'Decision-Making Role', 'Role in Purchase Process',
      'Role in Decision', 'Purchase Role', 'Entscheiderrolle', 'Rolle im Entscheidungsprozess', 'Entscheidungsträger',
      'Is Decision Maker',
    ],
  },
  occupation: {
    type: 'text',
    about: 'What a private person does for a living',
    headings: [
      'Occupation', 'Current Occupation', 'What is your current occupation', 'Profession', 'Employment Status',
      'Beruf', 'Berufsstand', 'Beschäftigungsverhältnis',
    ],
  },
  specialization: {
    type: 'text',
    about: 'The subject the person works in or studies',
    headings: [
      'Specialization', 'Specialisation', 'Field of Study', 'Fachrichtung', 'Fachgebiet', 'Studienfach',
      'Spezialisierung',
    ],
  },
  student: {
    type: 'boolean',
    about: 'The person is a student',
    headings: ['Student', 'Is Student', 'Student/in', 'Studierende', 'Studierende/r', 'Ist Student'],
  },

  email: {
    type: 'text',
    about: 'The e-mail address of the person',
    headings: [
      'Email', 'Email Address', 'Work Email', 'Business Email', 'Primary Email', 'Contact Email', 'E-Mail-Adresse',
      'Mailadresse', 'Geschäftliche E-Mail', 'E-Mail geschäftlich', 'E-Mail 1', 'property_email', 'Mail',
      'E-Mail dienstlich', 'E-Mail Firma', 'E-Mail geschäftl.', 'E-Mail Ansprechpartner', 'Kontakt-E-Mail',
      'Mail Address', 'Company Email', 'Corporate Email', 'Email (Work)', 'Professional Email', 'Email 2',
      'Secondary Email', 'Alternative E-Mail', 'Alternate Email', 'E-Mail privat', 'Private Email', 'Personal Email',
      'Home Email', 'Email 3',
      'Adresse e-mail', 'Adresse mail', 'Adresse électronique', 'Courriel', 'Adresse de courriel',
      'E-mail professionnel', 'Correo electrónico', 'Correo',
      'Dirección de correo electrónico', 'Dirección de correo', 'Indirizzo email',
      'Posta elettronica', 'Endereço de e-mail', 'E-mailadres', 'Adres e-mail', 'E-post',
      'E-postadress', 'Sähköposti',
    ],
  },
  phone: {
    type: 'text',
    about: 'The telephone number of the person or the company',
    headings: [
      'Phone', 'Phone Number', 'Telephone', 'Telephone Number', 'Business Phone', 'Work Phone', 'Office Phone',
      'Main Phone', 'Telefon', 'Telefonnummer', 'Tel.', 'Tel.-Nr.', 'Rufnummer', 'Festnetz', 'Durchwahl',
      'Telefon geschäftlich', 'property_phone', 'Direct Phone', 'Direct Dial', 'Direct Number', 'Direktwahl',
      'Telefon direkt', 'Telefon dienstlich', 'Tel. dienstlich', 'Tel. geschäftlich', 'Telefon geschäftl.',
      'Telefon Büro', 'Telefon 1', 'Tel. 1', 'Fon', 'Telefon-Nr.', 'Phone No.', 'Contact Number', 'Contact Phone',
      'Phone 1', 'Telefon Firma', 'Company Phone', 'Company Phone Number', 'Telefon Zentrale', 'Zentrale', 'HQ Phone',
      'Rückrufnummer', 'Phone 2', 'Telefon 2', 'Other Phone', 'Home Phone', 'Telefon privat', 'Private Phone',
      'Téléphone', 'Numéro de téléphone', 'Tél.', 'Téléphone professionnel', 'Téléphone fixe', 'Teléfono',
      'Número de teléfono', 'Telefono', 'Numero di telefono', 'Telefone', 'Número de telefone', 'Telefoon',
      'Telefoonnummer', 'Numer telefonu',
    ],
  },
  mobile: {
    type: 'text',
    about: 'The mobile telephone number of the person',
    headings: [
      'Mobile', 'Mobile Phone', 'Mobile Phone Number', 'Mobile Number', 'Cell Phone', 'Cell', 'Mobil', 'Mobilnummer',
      'Mobiltelefon', 'Mobiltelefonnummer', 'Telefon mobil', 'Handy', 'Handynummer', 'WhatsApp Phone Number',
      'property_mobilephone', 'Mobile No.', 'Mobil-Nr.', 'Mobilfunk', 'Mobilfunknummer', 'Handy-Nr.', 'Mobil 1',
      'Cell Number', 'Cell Phone Number', 'WhatsApp', 'WhatsApp-Nummer', 'WhatsApp Number', 'Natel', 'Mobile Phone 1',
      'Mobil geschäftlich', 'Mobil privat',
      'Téléphone mobile', 'Téléphone portable', 'Portable', 'Móvil', 'Teléfono móvil', 'Celular', 'Teléfono celular',
      'Cellulare', 'Telemóvel', 'Mobiel nummer', 'Mobiele telefoon', 'Telefon komórkowy', 'Numer komórkowy',
    ],
  },
  website: {
    type: 'text',
    about: 'The web site of the company',
    headings: [
      'Website', 'Website URL', 'Company Website', 'Web Address', 'Homepage', 'Webseite', 'Internetseite',
      'Internetadresse', 'Internet', 'Web', 'property_website', 'Firmenwebsite', 'Unternehmenswebsite',
      'Website Firma', 'WWW', 'Web-Adresse', 'Company URL', 'Company Website URL', 'Web Page', 'Domain/Website',
      'Site web', 'Site internet', 'Sitio web', 'Página web', 'Sito web', 'Strona www', 'Strona internetowa',
      'Webbplats',
    ],
  },

  company: {
    type: 'text',
    about: 'The company the person works for',
    headings: [
      'Company', 'Company Name', 'Company / Account', 'Account Name', 'Organization', 'Organisation',
      'Organization Name', 'Organisation Name', 'Firma', 'Firmenname', 'Firma/Account', 'Unternehmen',
      'Unternehmensname', 'Name des Unternehmens', 'Business Name', 'Employer', 'Arbeitgeber', 'Gesellschaft',
      'Account', 'CompanyOrAccount', 'Primary Company', 'Associated Company', 'Zugeordnetes Unternehmen',
      'Inferred Company', 'property_company', 'Name der Firma', 'Name Firma', 'Firma Name', 'Firmenbezeichnung',
      'Firmierung', 'Firma 1', 'Kundenname', 'Betrieb', 'Company/Organization', 'Company / Organisation',
      'Firma/Unternehmen', 'Unternehmen/Firma', 'Organisationsname', 'Institution', 'Einrichtung',
      'Company Legal Name', 'Current Company', 'Name of Company',
      'Société', 'Entreprise', "Nom de l'entreprise", 'Nom de la société', 'Raison sociale', 'Empresa',
      'Nombre de la empresa', 'Razón social', 'Compañía', 'Azienda', 'Nome azienda', 'Ragione sociale',
      'Nome da empresa', 'Bedrijf', 'Bedrijfsnaam', 'Nazwa firmy', 'Företag', 'Virksomhed', 'Yritys',
    ],
  },
  company_id: {
    type: 'text',
    about: 'The key of the company in the system the lead was exported from',
    headings: [
      'Company ID', 'Account ID', 'Organization ID', 'Organisation ID', 'Record ID - Company',
      'Primary Associated Company ID', 'Associated Company IDs', 'Prospect Account ID', 'Datensatz-ID - Unternehmen',
      'Unternehmens-ID', 'Firmen-ID', 'associatedcompanyid', 'property_associatedcompanyid',
    ],
  },
  company_domain: {
    type: 'text',
    about: 'The internet domain of the company',
    headings: [
      'Company Domain', 'Company Domain Name', 'Domain', 'Domain Name', 'Email Domain', 'Web Domain', 'Firmendomain',
      'Unternehmensdomain', 'Domain-Name des Unternehmens', 'hs_email_domain', 'property_hs_email_domain',
      'Company Domain URL', 'Domain der Firma',
    ],
  },
  industry: {
    type: 'text',
    about: 'The industry the company is in',
    headings: [
      'Industry', 'Company Industry', 'Industry Sector', 'Sector', 'Vertical', 'Branche', 'Sektor',
      'Wirtschaftszweig', 'Industriezweig', 'Wirtschaftsbereich', 'property_industry', 'Primary Industry',
      'Industry Type', 'Business Sector', 'Branchenbezeichnung', 'Branche/Sektor', 'Tätigkeitsfeld', 'Geschäftsfeld',
      'Industrie', 'Marktsegment', 'Gewerk', 'Industry Name',
      'Secteur', "Secteur d'activité", 'Sector de actividad', 'Settore', 'Setor', 'Branża', 'Bransch',
    ],
  },
  employees: {
    type: 'number',
    about: 'The number of people who work at the company',
    headings: [
      'Employees', 'Number of Employees', 'No. of Employees', 'Num Employees', 'Employee Count', 'Headcount',
      'Company Size', 'Employee Range', 'Company Headcount', 'Mitarbeiter', 'Mitarbeiterzahl', 'Anzahl Mitarbeiter',
      'Anzahl der Mitarbeiter', 'Mitarbeiteranzahl', 'Anzahl Beschäftigte', 'Beschäftigte', 'Beschäftigtenzahl',
      'Unternehmensgröße', 'Unternehmensgrösse', 'Unternehmensgroesse', 'Firmengröße', 'Betriebsgröße',
      'property_numemployees', 'property_numberofemployees', 'property_company_size', 'Anzahl MA', 'MA-Zahl',
      'Anz. Mitarbeiter', 'Zahl der Mitarbeiter', 'Mitarbeitende', 'Anzahl Mitarbeitende',
      'Anzahl der Mitarbeitenden', 'Teamgröße', 'Team Size', 'Personalstärke', 'Belegschaft', 'Größenklasse',
      'Mitarbeiterklasse', 'Mitarbeitergrößenklasse', 'Mitarbeiter ca.', 'Staff Count', 'Number of Staff',
      'Total Employees', 'Employee Size', 'Workforce', 'Size of Company', 'Organization Size', 'Company Employees',
      'Company Employee Count', 'Estimated Num Employees', 'Anzahl Angestellte', 'FTE',
      'Effectif', 'Effectifs', 'Nombre de salariés', "Nombre d'employés", 'Nombre de collaborateurs',
      "Taille de l'entreprise", "Tranche d'effectif", 'Número de empleados', 'Nº de empleados', 'Empleados',
      'Tamaño de la empresa', 'Plantilla', 'Numero di dipendenti', 'Numero dipendenti', 'Dipendenti',
      'Dimensione azienda', 'Número de funcionários', 'Tamanho da empresa', 'Aantal medewerkers', 'Aantal werknemers',
      'Medewerkers', 'Bedrijfsgrootte', 'Liczba pracowników', 'Wielkość firmy', 'Antal anställda', 'Antal ansatte',
    ],
  },
  annual_revenue: {
    type: 'number',
    about: 'What the company turns over in a year',
    headings: [
      'Annual Revenue', 'Annual Revenue (converted)', 'Annual Turnover', 'Yearly Revenue', 'Company Revenue',
      'Turnover', 'Revenue', 'Jahresumsatz', 'Umsatz', 'Jahresumsatz (EUR)', 'Jahresumsatz in EUR',
      'Jahresumsatz in Euro', 'Umsatz (EUR)', 'Umsatz in EUR', 'Umsatz in Euro', 'Umsatz p. a.', 'Firmenumsatz',
      'property_annualrevenue', 'Umsatzklasse', 'Umsatzgrößenklasse', 'Gesamtumsatz', 'Nettoumsatz',
      'Jahresumsatz netto', 'Company Annual Revenue', 'Revenue Range', 'Annual Sales', 'Sales Volume',
      'Est. Annual Revenue', 'Estimated Revenue', 'Umsatz/Jahr', 'Umsatz pro Jahr',
      "Chiffre d'affaires", "Chiffre d'affaires annuel", 'Facturación', 'Facturación anual', 'Ingresos anuales',
      'Fatturato', 'Fatturato annuo', 'Faturamento', 'Omzet', 'Jaaromzet', 'Przychody', 'Roczny obrót', 'Omsättning',
    ],
  },
  customer_number: {
    type: 'text',
    about: 'The number the company already has as a customer',
    headings: [
      'Customer Number', 'Customer No.', 'Debtor Number', 'Kundennummer', 'Kunden-Nr.', 'Kdnr.', 'Debitorennummer',
      'Customer Code', 'Debitorennr.', 'Debitor', 'Adressnummer', 'Interessentennummer', 'Kundencode',
    ],
  },
  existing_customer: {
    type: 'boolean',
    about: 'The lead is a customer already',
    headings: [
      'Existing Customer', 'Is Customer', 'Current Customer', 'Bestandskunde', 'Ist Kunde', 'Bereits Kunde',
      'Stammkunde', 'Customer Since', 'Kunde seit', 'Ist Bestandskunde', 'Kunde ja/nein', 'Already a Customer',
    ],
  },
  competitor: {
    type: 'boolean',
    about: 'The lead works for a competitor',
    headings: [
      'Competitor', 'Is Competitor', 'Wettbewerber', 'Ist Wettbewerber', 'Mitbewerber', 'Konkurrent', 'Konkurrenz',
      'Wettbewerb', 'Mitbewerb',
      'Concurrent', 'Competidor', 'Concorrente',
    ],
  },

  street: {
    type: 'text',
    about: 'Street and house number',
    headings: [
      'Street', 'Street Address', 'Address Line 1', 'Address 1', 'Address One', 'Straße', 'Strasse',
      'Straße und Hausnummer', 'Straße, Hausnummer', 'Straße/Nr.', 'Strasse/Nr.', 'Adresszeile', 'Adresszeile 1',
      'Mailing Street', 'Billing Street', 'Address', 'Adresse', 'Anschrift', 'property_address',
      'Straße u. Hausnummer', 'Straße und Nr.', 'Str.', 'Street 1', 'Street Line 1', 'Street and Number',
      'Hausanschrift', 'Company Address', 'Company Street', 'Firmenanschrift',
      'Rue', 'Adresse postale', 'Dirección', 'Calle', 'Indirizzo', 'Endereço', 'Straat', 'Ulica',
    ],
  },
  postal_code: {
    type: 'text',
    about: 'The postal code, with its leading zeros',
    headings: [
      'Postal Code', 'Postcode', 'Zip', 'Zip Code', 'Zip/Postal Code', 'PLZ', 'Postleitzahl',
      'Mailing Zip/Postal Code', 'Mailing Postal Code', 'Billing Zip/Postal Code', 'Billing Postal Code',
      'property_zip', 'ZIP/PLZ', 'Company Zip', 'Company Postal Code', 'PLZ Firma', 'Zip / Postal',
      'Code postal', 'Código postal', 'Codice postale', 'Kod pocztowy', 'Postnummer',
    ],
  },
  city: {
    type: 'text',
    about: 'The town or city',
    headings: [
      'City', 'Town', 'City/Town', 'Ort', 'Stadt', 'Wohnort', 'Firmensitz', 'Mailing City', 'Billing City',
      'property_city', 'IP City', 'Inferred City', 'Stadt/Ort', 'Ort/Stadt', 'Standort', 'City Name', 'Company City',
      'Ortschaft', 'Gemeinde', 'Geschäftsort', 'Ort Firma',
      'Ville', 'Ciudad', 'Población', 'Localidad', 'Città', 'Cidade', 'Plaats', 'Woonplaats', 'Stad', 'Miasto',
      'Miejscowość',
    ],
  },
  region: {
    type: 'text',
    about: 'The state, province, county or canton',
    headings: [
      'Region', 'State', 'State/Province', 'State/Region', 'Province', 'County', 'State Code', 'Bundesland', 'Kanton',
      'Bundesland/Kanton', 'Bundesland/Region', 'Bundesland/Provinz', 'Mailing State/Province', 'Mailing State',
      'Billing State/Province', 'Billing State', 'property_state', 'IP State/Region', 'Inferred State Region',
      'Region/Bundesland', 'Provinz', 'Landkreis', 'Company State', 'Prefecture', 'Department (FR)',
      'State / Region / Province',
      'Région', 'Provincia', 'Comunidad autónoma', 'Regione', 'Provincie', 'Województwo',
    ],
  },
  country: {
    type: 'text',
    about: 'The country, by name or by code',
    headings: [
      'Country', 'Country/Region', 'Country Name', 'Country Code', 'Land', 'Land/Region', 'Ländercode',
      'Länderkennzeichen', 'Mailing Country', 'Billing Country', 'property_country', 'IP Country', 'IP Country Code',
      'Inferred Country', 'Staat', 'Country ISO', 'ISO Country', 'Country ISO Code', 'Länderkürzel', 'LKZ',
      'ISO-Land', 'Company Country', 'Land Firma', 'Ländername',
      'Pays', 'Pays/Région', 'País', 'País/Región', 'Paese', 'Nazione', 'Kraj',
    ],
  },

  source: {
    type: 'text',
    about: 'Where the lead came from',
    headings: [
      'Source', 'Lead Source', 'Person Source', 'Contact Source', 'Original Source', 'Original Traffic Source',
      'Quelle', 'Lead-Quelle', 'Kontaktquelle', 'Personenquelle', 'Ursprüngliche Quelle',
      'Ursprüngliche Traffic-Quelle', 'Originalquelle', 'Herkunft', 'Lead-Herkunft', 'Referral Source', 'Channel',
      'Kanal', 'Marketing Channel', 'hs_analytics_source', 'property_hs_analytics_source', 'Latest Source',
      'Latest Traffic Source', 'Neueste Quelle', 'hs_latest_source', 'property_hs_latest_source', 'Traffic Source',
      'Lead Channel', 'Acquisition Channel', 'Acquisition Source', 'How did you hear about us', 'Akquisekanal',
      'Akquiseweg', 'Kontaktweg', 'Kontaktherkunft', 'Herkunft des Kontakts', 'Adressquelle', 'Adressherkunft',
      'Datenquelle', 'Werbequelle', 'Erstkontakt über', 'Gewonnen über', 'Aufmerksam geworden durch',
      'Wie haben Sie von uns erfahren?',
      'Source du lead', 'Origine du lead', 'Origine du contact', 'Provenance', 'Fuente', 'Fuente del lead', 'Origen',
      'Origen del lead', 'Fonte', 'Fonte del lead', 'Origem', 'Herkomst', 'Leadbron', 'Źródło', 'Źródło leada',
      'Źródło pozyskania',
    ],
  },
  lead_origin: {
    type: 'text',
    about: 'How the record got into the system',
    headings: ['Lead Origin', 'Record Source', 'Original Source Type', 'Datensatzquelle', 'hs_object_source_label'],
  },
  campaign: {
    type: 'text',
    about: 'The campaign that brought the lead',
    headings: [
      'Campaign', 'Campaign Name', 'Lead Campaign', 'Primary Campaign Source', 'Kampagne', 'Kampagnenname',
      'Most Recent Campaign', 'First Touch Converting Campaign', 'Last Touch Converting Campaign', 'Pardot Campaign',
      'UTM Campaign', 'Google Analytics Campaign', 'ga_campaign_name', 'Campaign ID', 'Kampagnen-ID',
      'Marketingkampagne', 'Marketing Campaign', 'Werbekampagne', 'Campaign Title',
    ],
  },
  utm_source: {
    type: 'text',
    about: 'The source in the link that was followed',
    headings: [
      'UTM Source', 'Google Analytics Source', 'ga_campaign_source', 'UTM-Quelle',
    ],
  },
  utm_medium: {
    type: 'text',
    about: 'The medium in the link that was followed',
    headings: [
      'UTM Medium', 'Google Analytics Medium', 'ga_campaign_medium',
    ],
  },

  created_date: {
    type: 'date',
    about: 'When the lead was created',
    headings: [
      'Created Date', 'Create Date', 'Date Created', 'Created', 'Created At', 'Created On', 'Creation Date',
      'Date Added', 'Added On', 'Lead Created', 'Erstellt am', 'Erstelldatum', 'Erstellungsdatum', 'Angelegt am',
      'Anlagedatum', 'Eingangsdatum', 'Erfasst am', 'Pardot Created Date', 'property_createdate',
      'property_created_at', 'Created Time', 'Create Time', 'Creation Time', 'Time Created', 'Creation Timestamp',
      'Created Timestamp', 'Record Created', 'Angelegt', 'Erstellt', 'Erfassungsdatum', 'Anfragedatum',
      'Datum der Anfrage', 'Lead erstellt am', 'Kontakt erstellt am', 'Eingegangen am', 'Eingang am',
      'Erstkontakt am', 'Datum Erstkontakt', 'Inquiry Date', 'Enquiry Date', 'Date Received', 'Received At',
      'Lead Date', 'Hinzugefügt am', 'Aufgenommen am',
      'Date de création', 'Créé le', 'Horodateur', 'Fecha de creación', 'Creado el', 'Fecha de alta',
      'Marca temporal', 'Data di creazione', 'Creato il', 'Informazioni cronologiche', 'Data de criação', 'Criado em',
      'Carimbo de data/hora', 'Aanmaakdatum', 'Aangemaakt op', 'Tijdstempel', 'Data utworzenia', 'Utworzono',
      'Data dodania', 'Sygnatura czasowa',
    ],
  },
  modified_date: {
    type: 'date',
    about: 'When the lead was last changed',
    headings: [
      'Modified Date', 'Last Modified Date', 'Last Modified', 'Modified At', 'Modified On', 'Updated', 'Updated At',
      'Updated On', 'Updated Date', 'Date Updated', 'Last Updated', 'Last Updated At', 'Date Modified', 'Geändert am',
      'Zuletzt geändert', 'Zuletzt geändert am', 'Aktualisiert am', 'Änderungsdatum', 'Datum der letzten Änderung',
      'Letztes Änderungsdatum', 'hs_lastmodifieddate', 'property_lastmodifieddate', 'property_hs_lastmodifieddate',
      'Modified Time', 'Updated Time', 'Update Time', 'Last Update', 'Last Change', 'Modified', 'Geändert',
      'Letzte Änderung', 'Letzte Änderung am', 'Bearbeitet am', 'Zuletzt bearbeitet', 'Zuletzt bearbeitet am',
      'Aktualisiert',
      'Date de modification', 'Modifié le', 'Dernière modification', 'Fecha de modificación', 'Última modificación',
      'Data di modifica', 'Ultima modifica', 'Laatst gewijzigd', 'Gewijzigd op', 'Data modyfikacji',
      'Ostatnia modyfikacja',
    ],
  },
  last_activity_date: {
    type: 'date',
    about: 'When the lead or someone dealing with it last did anything',
    headings: [
      'Last Activity Date', 'Last Activity At', 'Last Activity On', 'Last Active', 'Last Active Date',
      'Date Last Active', 'Last Engaged', 'Last Engaged Date', 'Last Engagement Date', 'Last Seen',
      'Letzte Aktivität', 'Letzte Aktivität am', 'Datum der letzten Aktivität', 'Zuletzt aktiv', 'Zuletzt aktiv am',
      'Pardot Last Activity', 'notes_last_updated', 'property_notes_last_updated', 'hs_last_sales_activity_timestamp',
      'property_hs_last_sales_activity_timestamp', 'Last Activity Time', 'Last Interaction Date',
      'Letzte Interaktion', 'Letzte Aktion', 'Date of Last Activity',
      'Dernière activité', 'Date de dernière activité', 'Última actividad', 'Fecha de última actividad',
      'Ultima attività', 'Última atividade', 'Laatste activiteit', 'Ostatnia aktywność',
    ],
  },
  last_contact_date: {
    type: 'date',
    about: 'When sales last spoke or wrote to the lead',
    headings: [
      'Last Contact Date', 'Last Contact', 'Last Contacted', 'Last Contacted Date', 'Last Contacted At',
      'Last Call Date', 'Letzter Kontakt', 'Letzter Kontakt am', 'Datum des letzten Kontakts', 'Zuletzt kontaktiert',
      'Zuletzt kontaktiert am', 'notes_last_contacted', 'property_notes_last_contacted', 'Last Contacted On',
      'Last Touch', 'Last Spoken To', 'Letztes Gespräch', 'Letzter Anruf', 'Zuletzt gesprochen am',
      'Date Last Contacted', 'Last Contact At',
    ],
  },
  next_activity_date: {
    type: 'date',
    about: 'When sales plans to do something with the lead next',
    headings: [
      'Next Activity Date', 'Next Activity', 'Next Step Date', 'Follow-up Date', 'Nächste Aktivität',
      'Nächste Aktivität am', 'Datum der nächsten Aktivität', 'Datum nächste Aktivität', 'Wiedervorlage',
      'Wiedervorlage am', 'Wiedervorlagedatum', 'notes_next_activity_date', 'property_notes_next_activity_date',
      'Next Follow Up', 'Next Contact', 'Nächster Kontakt', 'Nächster Schritt am', 'Nächster Termin', 'Follow Up On',
    ],
  },

  lead_status: {
    type: 'text',
    about: 'How far sales is with the lead, in the words of the CRM',
    headings: [
      'Lead Status', 'Contact Status', 'Person Status', 'Prospect Status', 'Kontaktstatus', 'Personenstatus',
      'Bearbeitungsstatus', 'Status des Leads', 'hs_lead_status', 'property_hs_lead_status', 'Leadstatus (CRM)',
      'Vertriebsstatus', 'Sales Status', 'Interessentenstatus', 'Bearbeitungsstand', 'Anfragestatus',
      'Statut du lead', 'Estado del lead', 'Stato del lead', 'Status leada',
    ],
  },
  lifecycle_stage: {
    type: 'text',
    about: 'The stage of the lead in the CRM, from subscriber to customer',
    headings: [
      'Lifecycle Stage', 'Lead Lifecycle Stage', 'Lifecycle Status', 'Funnel Stage', 'Lead Stage', 'Revenue Stage',
      'Lifecycle-Phase', 'Lebenszyklusphase', 'Lead-Phase', 'Lifecycle_Stage__c', 'property_lifecyclestage',
      'Phase du cycle de vie', 'Étape du cycle de vie', 'Etapa del ciclo de vida', 'Fase del ciclo di vita',
      'Levenscyclusfase', 'Etap cyklu życia',
    ],
  },
  rating: {
    type: 'text',
    about: 'How warm sales takes the lead to be',
    headings: [
      'Rating', 'Lead Rating', 'Lead Temperature', 'Temperatur', 'Lead-Bewertung', 'Lead-Temperatur', 'Potenzial',
      'Lead-Potenzial', 'Kundenpotenzial', 'ABC-Klassifizierung', 'ABC-Klasse', 'Lead Quality', 'Lead-Qualität',
    ],
  },
  crm_score: {
    type: 'number',
    about: 'The score the CRM has given the lead',
    headings: [
      'CRM Score', 'Lead Score', 'Contact Score', 'Person Score', 'Prospect Score', 'HubSpot Score', 'Pardot Score',
      'Predictive Lead Score', 'Lead Scoring', 'Kontakt-Score', 'Lead-Punktzahl', 'Lead-Punkte', 'Personenbewertung',
      'Score__c', 'Lead_Score__c', 'pi__score__c', 'property_hubspotscore', 'hs_predictivecontactscore_v2',
      'property_hs_predictivecontactscore_v2', 'Engagement Score', 'Fit Score',
    ],
  },
  crm_grade: {
    type: 'text',
    about: 'The grade the CRM has given the lead',
    headings: [
      'CRM Grade', 'Lead Grade', 'Prospect Grade', 'Pardot Grade', 'Lead-Note', 'Lead-Klasse', 'pi__grade__c',
    ],
  },
  crm_owner: {
    type: 'text',
    about: 'Who looks after the lead in the CRM',
    headings: [
      'CRM Owner', 'Lead Owner', 'Contact Owner', 'Sales Owner', 'Owner Name', 'Record Owner', 'Sales Rep',
      'Sales Representative', 'Salesperson', 'Assigned User', 'Assigned To', 'Account Manager', 'Lead-Inhaber',
      'Inhaber des Leads', 'Kontaktinhaber', 'Für Kontakt zuständiger Mitarbeiter', 'Zuständiger Mitarbeiter',
      'Zuständiger Mitarbeiter für Kontakt', 'Kontakt-Verantwortlicher', 'Zuständig', 'Verantwortlicher',
      'Verantwortlich', 'Vertriebsmitarbeiter', 'Bearbeiter', 'Sachbearbeiter', 'Betreuer', 'Kundenbetreuer',
      'Account Owner', 'Account-Inhaber', 'Company Owner', 'hubspot_owner_id', 'property_hubspot_owner_id',
      'Owner ID', 'Assignee', 'Account Executive', 'Key Account Manager', 'Außendienst', 'Außendienstmitarbeiter',
      'Innendienst', 'Vertriebsbeauftragter', 'Gebietsleiter', 'Vertreter', 'Kundenverantwortlicher',
      'Verantwortliche Person', 'Zuständige Person', 'Zugewiesen an', 'Zugeordneter Benutzer',
      'Zugewiesener Benutzer', 'Besitzer', 'Responsible', 'Responsible Person',
      'Propriétaire', 'Propriétaire du contact', 'Propriétaire du lead', 'Propietario', 'Propietario del contacto',
      'Propietario del lead', 'Proprietario', 'Proprietario del contatto', 'Proprietário', 'Eigenaar',
      'Contacteigenaar', 'Właściciel', 'Opiekun',
    ],
  },
  accepted: {
    type: 'boolean',
    about: 'Sales has accepted the lead',
    headings: [
      'Accepted', 'Accepted by Sales', 'Sales Accepted', 'Sales Accepted Lead', 'Vom Vertrieb angenommen',
      'Vom Vertrieb akzeptiert', 'Vertrieb akzeptiert',
    ],
  },
  converted: {
    type: 'boolean',
    about: 'The lead has become a customer or an opportunity',
    headings: ['Converted', 'Is Converted', 'Lead Converted', 'Konvertiert', 'Ist konvertiert', 'Umgewandelt'],
  },
  converted_date: {
    type: 'date',
    about: 'When the lead was converted',
    headings: [
      'Converted Date', 'Conversion Date', 'Converted At', 'Date Converted', 'Konvertierungsdatum', 'Konvertiert am',
      'Umgewandelt am', 'Became a Customer Date',
    ],
  },
  tags: {
    type: 'list',
    about: 'The tags the lead carries in the system it was exported from',
    split: ',',
    headings: [
      'Tags', 'Contact Tags', 'Lead Tags', 'Tag List', 'Schlagworte', 'Schlagwörter', 'Stichworte', 'Stichwörter',
      'Labels', 'Schlagwort', 'Etiketten', 'Kategorien', 'Categories',
      'Étiquettes', 'Etiquetas', 'Etichette', 'Etykiety',
    ],
  },
  test_record: {
    type: 'boolean',
    about: 'The record was made to try something out',
    headings: [
      'Test Record', 'Is Test', 'Test Lead', 'Test Contact', 'Testdatensatz', 'Testkontakt', 'Testeintrag',
      'Is Test Record', 'Is Test Lead',
    ],
  },

  do_not_contact: {
    type: 'boolean',
    about: 'The lead must not be contacted in any way',
    headings: [
      'Do Not Contact', 'DNC', 'Contact Blocked', 'Nicht kontaktieren', 'Kontaktsperre', 'Kontakt gesperrt',
      'Werbesperre', 'Werbewiderspruch', 'Sperrvermerk', 'Gesperrt für Werbung', 'Do Not Disturb', 'DND',
      'Contact Opt Out', 'Suppressed', 'Suppression', 'Blacklist', 'Blacklisted', 'Blocklisted', 'Gesperrt', 'Sperre',
      'Sperrkennzeichen', 'Kontaktverbot', 'Keine Kontaktaufnahme', 'Keine Werbung', 'Werbeverbot',
      'Werbung verboten', 'Robinson', 'Robinsonliste', 'Robinson-Eintrag', 'Robinson-Liste Eintrag', 'DSGVO-Sperre',
      'Datenschutzsperre', 'Widerspruch', 'Widerspruch Werbung', 'Widerspruch gegen Werbung', 'Werbesperre gesetzt',
      'Opt-Out gesamt', 'Darf nicht kontaktiert werden',
      'Ne pas contacter', 'No contactar', 'Non contattare', 'Niet contacteren', 'Nie kontaktować',
    ],
  },
  do_not_call: {
    type: 'boolean',
    about: 'The lead must not be called',
    headings: [
      'Do Not Call', 'Is Do Not Call', 'No Calls', 'Nicht anrufen', 'Anrufsperre', 'Keine Anrufe', 'Telefonsperre',
      'Do Not Phone', 'Phone Opt Out', 'Call Opt Out', 'Opted Out of Calls', 'No Phone Calls', 'Nicht telefonieren',
      'Telefon Opt-Out', 'Telefonwerbung gesperrt', 'Keine Anrufe gewünscht', 'Anrufe gesperrt', 'DNC (Phone)',
      'Ne pas appeler', 'No llamar', 'Non chiamare', 'Niet bellen', 'Nie dzwonić',
    ],
  },
  unsubscribed: {
    type: 'boolean',
    about: 'The lead does not want e-mail any more',
    headings: [
      'Unsubscribed', 'Unsubscribed from all email', 'Email Opt Out', 'Opted Out of Email', 'Has Opted Out of Email',
      'Do Not Email', 'Is Do Not Email', 'Opted Out', 'Opt Out', 'Email Unsubscribed', 'Unsubscribed Date',
      'Unsubscribed At', 'Abgemeldet', 'Newsletter abgemeldet', 'Von allen E-Mails abgemeldet', 'E-Mail-Abmeldung',
      'E-Mail abgemeldet', 'Opt-Out E-Mail', 'Abbestellt', 'Newsletter abbestellt', 'Kein Newsletter',
      'Keine E-Mails', 'Abmeldedatum', 'hs_email_optout', 'property_hs_email_optout', 'Unsubscribe',
      'Is Unsubscribed', 'Has Unsubscribed', 'Unsubscribe Date', 'Unsubscribed On', 'Unsubscribed Time',
      'Opt-Out Date', 'Opted Out Date', 'Opted Out At', 'Opted Out On', 'Is Opted Out', 'Has Opted Out',
      'Marketing Opt Out', 'Opted Out of Marketing', 'Email Blacklisted', 'Email Suppressed', 'Email Blocked',
      'No Email', 'No Emails', 'Do Not Mail', 'Do Not Bulk Email', 'Do Not Mass Email', 'Global Unsubscribe',
      'Globally Unsubscribed', 'Unsubscribed From Emails', 'Unsubscribed from Marketing', 'Newsletter Opt-Out',
      'Newsletter-Abmeldung', 'Newsletter abbestellt am', 'Newsletter gekündigt', 'Abgemeldet am', 'Abmeldung am',
      'Abmeldung', 'Ausgetragen', 'Ausgetragen am', 'Austragungsdatum', 'Kein Mailing', 'Keine Mails', 'Keine E-Mail',
      'Keine Newsletter', 'Mailing Opt-Out', 'E-Mail-Sperre', 'Mailsperre', 'E-Mail gesperrt', 'Newsletter gesperrt',
      'Werbe-E-Mails abbestellt', 'Abbestellt am', 'Abbestelldatum', 'E-Mail-Blacklist',
      'Abgemeldet vom Newsletter', 'Vom Newsletter abgemeldet',
      'Désabonné', 'Désinscrit', 'Dado de baja', 'Disiscritto', 'Uitgeschreven', 'Wypisany',
    ],
  },
  email_bounced: {
    type: 'boolean',
    about: 'The e-mail address does not take mail',
    headings: [
      'Email Bounced', 'Is Email Bounced', 'Email Hard Bounced', 'Hard Bounced', 'Hard Bounce', 'Bounced',
      'Bounced Hard', 'Invalid Email Address', 'Email Invalid', 'Pardot Hard Bounced', 'Email Bounced Date',
      'E-Mail unzustellbar', 'E-Mail ungültig', 'Ungültige E-Mail-Adresse', 'hs_email_bad_address',
      'property_hs_email_bad_address', 'Bounce', 'Has Bounced', 'Is Bounced', 'Bounce Date', 'Bounced At',
      'Bounced Date', 'Bounced On', 'Hard Bounce Date', 'Has Hard Bounced', 'Undeliverable', 'Invalid Email',
      'Email is Invalid', 'Unzustellbar', 'Mail unzustellbar', 'Rückläufer', 'E-Mail falsch', 'E-Mail fehlerhaft',
    ],
  },
  newsletter: {
    type: 'boolean',
    about: 'The lead has asked for the newsletter',
    headings: [
      'Newsletter', 'Newsletter Subscribed', 'Newsletter Subscriber', 'Newsletter Signup', 'Subscribed to Newsletter',
      'Newsletter angemeldet', 'Newsletter-Anmeldung', 'Newsletter abonniert', 'Newsletter-Abonnent',
      'Newsletter-Empfänger', 'Newsletter erwünscht', 'Newsletter gewünscht', 'Newsletter Consent',
      'Newsletter Opt-in', 'Subscribe to Newsletter', 'Newsletter-Abo', 'Newsletter ja/nein', 'Newsletter erlaubt',
      'Infolettre', 'Boletín', 'Nieuwsbrief', 'Abonné à la newsletter', 'Inscrit à la newsletter',
    ],
  },
  marketing_status: {
    type: 'text',
    about: 'Whether marketing may write to the lead, in the words of the system',
    headings: [
      'Marketing Status', 'Marketing Contact Status', 'Subscription Status', 'Subscriber Status', 'Newsletter-Status',
      'Abonnementstatus', 'Marketing Email Confirmation Status', 'hs_marketable_status',
      'property_hs_marketable_status', 'Email Marketing Status', 'Subscription State', 'Subscribe Status',
      'Opt-in Status', 'Permission Status', 'Email Permission Status', 'Consent Status', 'Einwilligungsstatus',
      'Abo-Status', 'Status Newsletter', 'Mailing-Status', 'Email Subscription Status', 'Email Opt-in Status',
    ],
  },
  marketing_consent: {
    type: 'boolean',
    about: 'The person has agreed to be sent advertising',
    headings: [
      'Marketing Consent', 'Consent', 'Consent to Marketing', 'Email Consent', 'GDPR Consent', 'GDPR Accepted',
      'Opt-in', 'Opted In', 'Email Opt-in', 'Marketing Opt-in', 'Einwilligung', 'Einwilligung Marketing',
      'Marketing-Einwilligung', 'Einwilligung Werbung', 'Werbeeinwilligung', 'Einwilligung E-Mail',
      'E-Mail-Einwilligung', 'Newsletter-Einwilligung', 'DSGVO-Einwilligung', 'Datenschutz-Einwilligung',
      'Zustimmung', 'Kontakterlaubnis', 'Accepts Marketing', 'Accepts Email Marketing', 'Email Marketing Consent',
      'Marketing Permission', 'Marketing Emails', 'Marketing Emails Accepted', 'Agreed to Marketing', 'Permission',
      'Werbeerlaubnis', 'Werbeeinverständnis', 'Werbung erlaubt', 'Einverständnis', 'Einverständnis Werbung',
      'Einverständniserklärung', 'Einwilligungserklärung', 'Einwilligung erteilt', 'E-Mail erlaubt',
      'E-Mail-Werbung erlaubt', 'Mailing erlaubt', 'Kontakt erlaubt', 'Kontaktaufnahme erlaubt', 'Email Permission',
      'Opt-in erteilt',
      'Consentement', 'Consentement marketing', 'Consentimiento', 'Consentimiento de marketing', 'Consenso marketing',
      'Consentimento', 'Toestemming marketing', 'Zgoda marketingowa', 'Zgoda na marketing',
    ],
  },
  double_opt_in: {
    type: 'boolean',
    about: 'The person has confirmed the e-mail address and the consent',
    headings: [
      'Double Opt-in', 'DOI', 'Email Confirmed', 'Double Opt-in Confirmed', 'DOI bestätigt',
      'Double-Opt-in bestätigt', 'E-Mail bestätigt', 'Double Opt-in Status', 'DOI Status', 'Confirmed Opt-in',
      'E-Mail verifiziert', 'Email Verified',
    ],
  },
  tracking_consent: {
    type: 'boolean',
    about: 'The person has agreed to have visits and clicks recorded',
    headings: [
      'Tracking Consent', 'Consent to Tracking', 'Cookie Consent', 'Analytics Consent', 'Cookies Accepted',
      'Tracking-Einwilligung', 'Einwilligung Tracking', 'Einwilligung zum Tracking', 'Cookie-Einwilligung',
      'Einwilligung Cookies', 'Tracking erlaubt', 'Tracking-Zustimmung',
    ],
  },
  consent_date: {
    type: 'date',
    about: 'When the person agreed',
    headings: [
      'Consent Date', 'Consent Given At', 'Consent Timestamp', 'Date of Consent', 'Opt-in Date', 'Opt-in Timestamp',
      'Double Opt-in Date', 'DOI Date', 'Einwilligungsdatum', 'Datum der Einwilligung', 'Einwilligung am',
      'Einwilligung erteilt am', 'Zustimmungsdatum', 'Opt-in-Datum', 'DOI-Datum', 'Double-Opt-in-Datum',
      'Double-Opt-in am', 'Opt-in Time', 'Opted In At', 'Consent Time', 'Consented At', 'Confirmed At', 'Opt-in am',
      'Opt-in-Zeitpunkt', 'Einwilligung vom', 'Einwilligungszeitpunkt', 'Zustimmung am', 'DOI am',
      'Double Opt-in Timestamp', 'Email Marketing Consent Timestamp', 'Bestätigt am',
    ],
  },

  page_views: {
    type: 'number',
    about: 'The pages of the web site the lead has looked at',
    headings: [
      'Page Views', 'Number of Pageviews', 'Total Page Views', 'Pages Viewed', 'Seitenaufrufe',
      'Anzahl Seitenaufrufe', 'Anzahl der Seitenaufrufe', 'Anzahl der Seitenansichten', 'Seitenansichten',
      'hs_analytics_num_page_views', 'property_hs_analytics_num_page_views',
    ],
  },
  visits: {
    type: 'number',
    about: 'The visits the lead has paid to the web site',
    headings: [
      'Visits', 'Total Visits', 'Number of Visits', 'Website Visits', 'Web Visits', 'Number of Sessions', 'Sessions',
      'Besuche', 'Anzahl Besuche', 'Website-Besuche', 'Sitzungen', 'Anzahl der Sitzungen', 'hs_analytics_num_visits',
      'property_hs_analytics_num_visits', 'ga_times_visited',
    ],
  },
  pages_per_visit: {
    type: 'number',
    about: 'The pages looked at in one visit, on average',
    headings: [
      'Pages per Visit', 'Page Views Per Visit', 'Pages per Session', 'Average Pageviews', 'Seiten pro Besuch',
      'Seiten pro Sitzung', 'hs_analytics_average_page_views', 'property_hs_analytics_average_page_views',
    ],
  },
  time_on_site: {
    type: 'number',
    about: 'The time spent on the web site, in the unit of the export',
    headings: [
      'Time on Site', 'Time on Website', 'Total Time Spent on Website', 'Time Spent on Website', 'Verweildauer',
      'Verweildauer auf der Website', 'Zeit auf der Website',
    ],
  },
  pricing_page_views: {
    type: 'number',
    about: 'How often the lead has looked at the prices',
    headings: [
      'Pricing Page Views', 'Pricing Page Visits', 'Pricing Views', 'Preisseite', 'Aufrufe Preisseite',
      'Preisseitenaufrufe', 'Besuche Preisseite',
    ],
  },
  last_visit_date: {
    type: 'date',
    about: 'When the lead was last seen on the web site',
    headings: [
      'Last Visit Date', 'Last Visit', 'Last Web Visit', 'Last Website Visit', 'Last Session', 'Last Session Date',
      'Time Last Seen', 'Time of Last Session', 'Letzter Besuch', 'Letzter Besuch am', 'Letzter Website-Besuch',
      'hs_analytics_last_visit_timestamp', 'property_hs_analytics_last_visit_timestamp',
      'hs_analytics_last_timestamp', 'property_hs_analytics_last_timestamp',
    ],
  },
  email_opens: {
    type: 'number',
    about: 'The marketing e-mails the lead has opened',
    headings: [
      'Email Opens', 'Emails Opened', 'Marketing Emails Opened', 'Number of Email Opens', 'Opened Emails',
      'E-Mail-Öffnungen', 'Geöffnete E-Mails', 'Geöffnete Marketing-E-Mails', 'Marketing-E-Mails geöffnet',
      'Anzahl E-Mail-Öffnungen', 'hs_email_open', 'property_hs_email_open',
    ],
  },
  email_clicks: {
    type: 'number',
    about: 'The marketing e-mails the lead has clicked in',
    headings: [
      'Email Clicks', 'Emails Clicked', 'Marketing Emails Clicked', 'Number of Email Clicks', 'Email Link Clicks',
      'E-Mail-Klicks', 'Angeklickte E-Mails', 'Angeklickte Marketing-E-Mails', 'Marketing-E-Mails angeklickt',
      'Anzahl E-Mail-Klicks', 'hs_email_click', 'property_hs_email_click',
    ],
  },
  email_replies: {
    type: 'number',
    about: 'The e-mails the lead has answered',
    headings: [
      'Email Replies', 'Emails Replied', 'Marketing Emails Replied', 'Number of Email Replies', 'E-Mail-Antworten',
      'Beantwortete E-Mails', 'Beantwortete Marketing-E-Mails', 'hs_email_replied', 'property_hs_email_replied',
    ],
  },
  form_submissions: {
    type: 'number',
    about: 'The forms the lead has sent off',
    headings: [
      'Form Submissions', 'Forms Submitted', 'Number of Form Submissions', 'Form Fills',
      'Number of Unique Forms Submitted', 'Formulareinsendungen', 'Anzahl der Formulareinsendungen',
      'Anzahl der Formularübermittlungen', 'Formulare', 'Abgesendete Formulare', 'num_conversion_events',
      'property_num_conversion_events', 'hs_calculated_form_submissions',
    ],
  },
  downloads: {
    type: 'number',
    about: 'The documents the lead has downloaded',
    headings: [
      'Downloads', 'Content Downloads', 'Number of Downloads', 'Whitepaper Downloads', 'Anzahl Downloads',
      'Heruntergeladene Inhalte', 'Heruntergeladene Dokumente',
    ],
  },
  webinar: {
    type: 'text',
    about: 'Whether the lead registered for or attended a webinar',
    headings: [
      'Webinar', 'Webinar Status', 'Webinar Attendance', 'Webinar Attended', 'Webinar-Teilnahme',
      'Webinar teilgenommen', 'Webinar-Anmeldung', 'Attended', 'Attendance', 'Attendance Status', 'Attendee Status',
      'Teilgenommen', 'Teilnahme', 'Teilnahmestatus',
    ],
  },
  contact_requested: {
    type: 'boolean',
    about: 'The lead has asked to be contacted',
    headings: [
      'Contact Requested', 'Contact Request', 'Callback Requested', 'Callback Request', 'Contact Me',
      'Kontakt angefragt', 'Kontaktanfrage', 'Kontakt gewünscht', 'Rückruf gewünscht', 'Rückrufwunsch', 'Callback',
      'Rückruf', 'Rückruf erbeten', 'Call Me Back', 'Beratung gewünscht', 'Kontaktaufnahme gewünscht',
      'Please Contact Me', 'Bitte um Rückruf',
    ],
  },
  demo_requested: {
    type: 'boolean',
    about: 'The lead has asked for a demo',
    headings: [
      'Demo Requested', 'Demo Request', 'Requested Demo', 'Requested a Demo', 'Book a Demo', 'Demo', 'Demo angefragt',
      'Demoanfrage', 'Demo gewünscht', 'Demo angefordert', 'Vorführung gewünscht', 'Vorführung angefragt',
      'Wants Demo', 'Demo erwünscht', 'Produktdemo', 'Product Demo', 'Live-Demo', 'Demo-Termin gewünscht',
      'Schedule a Demo',
    ],
  },
  demo_date: {
    type: 'date',
    about: 'When the demo was asked for or takes place',
    headings: [
      'Demo Date', 'Demo Requested Date', 'Demo Requested At', 'Demo Request Date', 'Demo Requested On',
      'Demo angefragt am', 'Demo-Datum', 'Datum der Demo', 'Demo am', 'Demotermin', 'Datum der Demoanfrage',
    ],
  },
  quote_requested: {
    type: 'boolean',
    about: 'The lead has asked for a quote',
    headings: [
      'Quote Requested', 'Quote Request', 'Requested Quote', 'Request for Quote', 'RFQ', 'Angebot angefragt',
      'Angebot angefordert', 'Angebotsanfrage', 'Angebot gewünscht', 'Quote', 'Wants Quote', 'Angebot erwünscht',
      'Offerte', 'Offertanfrage', 'Preisanfrage',
    ],
  },
  meeting_booked: {
    type: 'boolean',
    about: 'The lead has booked a meeting',
    headings: [
      'Meeting Booked', 'Booked a Meeting', 'Meeting Scheduled', 'Date of last meeting booked in meetings tool',
      'Termin gebucht', 'Termin vereinbart', 'Meeting gebucht', 'engagements_last_meeting_booked',
      'property_engagements_last_meeting_booked',
    ],
  },
  calls: {
    type: 'number',
    about: 'The calls that were made with the lead',
    headings: [
      'Calls', 'Number of Calls', 'Call Count', 'Anrufe', 'Anzahl Anrufe', 'Telefonate', 'Anzahl Telefonate',
    ],
  },
  message: {
    type: 'text',
    about: 'What the lead has written in a form',
    headings: [
      'Message', 'Form Message', 'Inquiry', 'Enquiry', 'Comments', 'Nachricht', 'Mitteilung', 'Anfrage',
      'Ihre Nachricht', 'property_message', 'Ihre Mitteilung', 'Ihre Anfrage', 'Your Message', 'Anfragetext',
      'Text der Anfrage', 'Message Body', 'Comment or Message', 'Kommentar oder Nachricht', 'Additional Comments',
      'Commentaire', 'Commentaires', 'Remarques', 'Comentario', 'Comentarios', 'Observaciones', 'Messaggio',
      'Mensaje', 'Mensagem', 'Opmerkingen', 'Uwagi', 'Komentarz', 'Wiadomość',
    ],
  },

  budget: {
    type: 'number',
    about: 'The money the lead has for the purchase',
    headings: [
      'Budget', 'Estimated Budget', 'Budget Amount', 'Project Budget', 'Available Budget', 'Budgetrahmen',
      'Projektbudget', 'Verfügbares Budget', 'Investitionsvolumen', 'Budget (EUR)', 'Budget in EUR', 'Budget in Euro',
      'Budget__c', 'Budget Range', 'Monthly Budget', 'Annual Budget', 'Budgethöhe', 'Geplantes Budget', 'Budget ca.',
      'Kostenrahmen', 'Preisrahmen', 'Investitionssumme', 'Investitionsbudget',
      'Presupuesto', 'Budżet', 'Orçamento',
    ],
  },
  timeline: {
    type: 'text',
    about: 'When the lead wants to buy',
    headings: [
      'Timeline', 'Time Frame', 'Purchase Timeframe', 'Purchase Timeline', 'Buying Timeline', 'Buying Timeframe',
      'Zeitrahmen', 'Zeitplan', 'Zeithorizont', 'Kaufzeitpunkt', 'Kaufzeitraum', 'Geplanter Kaufzeitpunkt',
      'Geplanter Start', 'Projektstart', 'hs_time_frame', 'property_hs_time_frame', 'Implementation Timeline',
      'Project Timeline', 'Decision Timeframe', 'Purchasing Time Frame', 'Purchase Horizon', 'Desired Start Date',
      'Umsetzungszeitraum', 'Realisierungszeitraum', 'Projektzeitraum', 'Entscheidungszeitraum',
      'Investitionszeitpunkt', 'Wunschtermin', 'Gewünschter Start', 'Gewünschter Starttermin', 'Starttermin',
      'Kaufhorizont',
      'Échéance', 'Délai', 'Plazo', 'Termin realizacji',
    ],
  },
  need: {
    type: 'text',
    about: 'The problem the lead wants solved',
    headings: [
      'Need', 'Needs', 'Pain Point', 'Pain Points', 'Use Case', 'Challenge', 'Requirement', 'Requirements', 'Bedarf',
      'Anforderung', 'Anforderungen', 'Anliegen', 'Herausforderung', 'Anwendungsfall', 'Pain', 'Business Need',
      'Kundenbedarf', 'Vorhaben', 'Projektbeschreibung', 'Anfragegrund', 'Grund der Anfrage', 'Projektvorhaben',
      'Project Description',
      'Besoin', 'Besoins', 'Necesidad', 'Esigenza', 'Potrzeba',
    ],
  },
  interests: {
    type: 'list',
    about: 'The subjects and products the lead is interested in',
    split: ';',
    headings: [
      'Interests', 'Interest', 'Interested In', 'Product Interest', 'Products of Interest', 'Area of Interest',
      'Interessen', 'Interesse', 'Interesse an', 'Produktinteresse', 'Interessengebiete', 'Interested Products',
      'Product of Interest', 'Interest Areas', 'Topics of Interest', 'Interessiert an', 'Interessengebiet',
      'Interessensgebiete', 'Gewünschtes Produkt', 'Produktwunsch', 'Interessierte Produkte', 'Themeninteresse',
      "Centres d'intérêt", 'Intereses', 'Interessi', 'Interesses', 'Zainteresowania',
    ],
  },
  opportunity: {
    type: 'text',
    about: 'The opportunity or deal the lead belongs to',
    headings: [
      'Opportunity', 'Opportunity Name', 'Deal Name', 'Associated Deal', 'Opportunity ID', 'Converted Opportunity ID',
      'Verkaufschance', 'Zugeordneter Deal',
    ],
  },
  open_deals: {
    type: 'number',
    about: 'The deals that are open with this lead',
    headings: [
      'Open Deals', 'Number of Open Deals', 'Open Deals Count', 'Open Opportunities', 'Number of Open Opportunities',
      'Offene Deals', 'Anzahl offener Deals', 'Offene Verkaufschancen',
    ],
  },
  deal_status: {
    type: 'text',
    about: 'Whether the deal is open, won or lost',
    headings: ['Deal Status', 'Opportunity Status', 'Status des Deals', 'Angebotsstatus'],
  },
  deal_stage: {
    type: 'text',
    about: 'The stage of the deal in its pipeline',
    headings: [
      'Deal Stage', 'Opportunity Stage', 'Sales Stage', 'Pipeline Stage', 'Stage Name', 'Deal-Phase',
      'Vertriebsphase', 'Verkaufsphase', 'Pipeline-Phase', 'property_dealstage',
    ],
  },
  expected_amount: {
    type: 'number',
    about: 'What the deal is expected to be worth',
    headings: [
      'Expected Amount', 'Expected Revenue', 'Deal Value', 'Deal Amount', 'Opportunity Amount', 'Estimated Value',
      'Erwarteter Umsatz', 'Erwarteter Betrag', 'Auftragswert', 'Dealwert', 'property_amount',
    ],
  },
  currency: {
    type: 'text',
    about: 'The currency the amounts of the lead are in',
    headings: ['Currency', 'Currency Code', 'Currency ISO Code', 'Deal Currency', 'Währung', 'Währungscode'],
  },
  probability: {
    type: 'number',
    about: 'How likely the deal is to be won, in percent',
    headings: [
      'Probability', 'Win Probability', 'Deal Probability', 'Likelihood to Close', 'Wahrscheinlichkeit',
      'Abschlusswahrscheinlichkeit',
    ],
  },
  expected_close_date: {
    type: 'date',
    about: 'When the deal is expected to be won',
    headings: [
      'Expected Close Date', 'Expected Close', 'Expected Closing', 'Erwarteter Abschluss',
      'Erwartetes Abschlussdatum', 'Voraussichtlicher Abschluss', 'Voraussichtliches Abschlussdatum',
    ],
  },

  signup_date: {
    type: 'date',
    about: 'When the person signed up for the product',
    headings: [
      'Signup Date', 'Signed Up At', 'Signed Up On', 'Signed Up', 'Sign-up At', 'Registration Date', 'Registered At',
      'Registered On', 'Registrierungsdatum', 'Registriert am', 'Registration Time', 'Date Registered',
      'Registrierungszeit',
      "Date d'inscription", 'Fecha de registro', 'Fecha de inscripción', 'Data di registrazione',
      'Data di iscrizione', 'Data de inscrição', 'Inschrijfdatum', 'Registratiedatum', 'Data rejestracji',
    ],
  },
  trial_started: {
    type: 'boolean',
    about: 'The lead has started a trial of the product',
    headings: [
      'Trial Started', 'Started Trial', 'Free Trial', 'Trial', 'In Trial', 'Testversion', 'Testversion gestartet',
      'Test gestartet', 'Testphase gestartet', 'Testzugang', 'Probezugang',
    ],
  },
  trial_date: {
    type: 'date',
    about: 'When the trial began',
    headings: [
      'Trial Date', 'Trial Start', 'Trial Start Date', 'Trial Started At', 'Trial Started On', 'Trial Begin Date',
      'Testbeginn', 'Teststart', 'Testversion seit', 'Test gestartet am', 'Testzugang seit',
    ],
  },
  plan: {
    type: 'text',
    about: 'The plan of the product the lead is on',
    headings: [
      'Plan', 'Plan Name', 'Current Plan', 'Pricing Plan', 'Subscription Plan', 'Product Plan', 'Subscription Tier',
      'Tarif', 'Abo', 'Abonnement', 'Produktplan', 'Membership', 'Membership Level', 'Membership Tier',
      'Mitgliedschaft', 'Lizenz', 'License Type',
    ],
  },
  activated: {
    type: 'boolean',
    about: 'The user has got the product to work once',
    headings: [
      'Activated', 'Is Activated', 'Onboarding Completed', 'Onboarded', 'Aktiviert', 'Onboarding abgeschlossen',
    ],
  },
  logins: {
    type: 'number',
    about: 'How often the user has logged in',
    headings: ['Logins', 'Login Count', 'Number of Logins', 'Total Logins', 'Sign-in Count', 'Anzahl Logins'],
  },
  last_login_date: {
    type: 'date',
    about: 'When the user last logged in',
    headings: [
      'Last Login Date', 'Last Login', 'Last Login At', 'Last Logged In', 'Last Sign-in', 'Last Sign-in At',
      'Letzter Login', 'Letzter Login am', 'Letzte Anmeldung', 'Letzte Anmeldung am',
    ],
  },
  active_users: {
    type: 'number',
    about: 'The people who use the product in this account',
    headings: [
      'Active Users', 'Number of Active Users', 'Monthly Active Users', 'Weekly Active Users', 'Seats Used',
      'Active Seats', 'Aktive Nutzer', 'Anzahl aktiver Nutzer', 'Aktive Benutzer',
    ],
  },
  invited_users: {
    type: 'number',
    about: 'The colleagues the user has invited',
    headings: [
      'Invited Users', 'Users Invited', 'Invites Sent', 'Invitations Sent', 'Team Members Invited',
      'Teammates Invited', 'Eingeladene Nutzer', 'Eingeladene Benutzer', 'Eingeladene Kollegen',
      'Versendete Einladungen',
    ],
  },
  usage: {
    type: 'number',
    about: 'How much of the product was used in the last period',
    headings: [
      'Usage', 'Product Usage', 'Usage Count', 'Monthly Usage', 'Usage (last 30 days)', 'Nutzung', 'Produktnutzung',
    ],
  },
  features_used: {
    type: 'number',
    about: 'The features of the product that were used, counted',
    headings: [
      'Features Used', 'Number of Features Used', 'Feature Count', 'Genutzte Funktionen',
      'Anzahl genutzter Funktionen', 'Genutzte Features',
    ],
  },

  household_income: {
    type: 'number',
    about: 'What the household of a private person earns in a year',
    headings: [
      'Household Income', 'Annual Household Income', 'Annual Income', 'Yearly Income', 'Haushaltseinkommen',
      'Jahreseinkommen',
    ],
  },
  orders: {
    type: 'number',
    about: 'The orders the person has placed',
    headings: [
      'Orders', 'Orders Count', 'Order Count', 'Total Orders', 'Number of Orders', 'Purchases', 'Number of Purchases',
      'Bestellungen', 'Anzahl Bestellungen', 'Käufe', 'Anzahl Käufe', 'Total Number of Orders', 'Bestellanzahl',
      'Anzahl Aufträge', 'Aufträge',
    ],
  },
  last_order_date: {
    type: 'date',
    about: 'When the person last ordered',
    headings: [
      'Last Order Date', 'Last Order', 'Last Purchase', 'Last Purchase Date', 'Letzte Bestellung',
      'Letzte Bestellung am', 'Letzter Kauf', 'Letzter Kauf am', 'Date of Last Order', 'Letzter Auftrag',
      'Letzter Auftrag am', 'Letzte Bestellung Datum', 'Last Order At',
    ],
  },
} as const satisfies Record<string, CatalogueField>

export type FieldName = keyof typeof FIELDS
