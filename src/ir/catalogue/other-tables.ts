import type { RowKind, Signature } from './system.ts'

/** Tables of any origin whose rows are not leads: how to tell them, as the exports of a system are told. */
export interface OtherTable {
  readonly kind: Exclude<RowKind, 'leads'>
  /** "a list of invoices" */
  readonly title: string
  readonly signatures: readonly Signature[]
}

/** They count only in a file without a column that says who somebody is: a list of orders with addresses may be one of leads. */
// biome-ignore format: signatures are read as a paragraph
export const OTHER_TABLES: readonly OtherTable[] = [
  {
    kind: 'invoices',
    title: 'a list of invoices',
    signatures: [
      ['Invoice Number', 'Due Date'], ['Invoice Number', 'Amount'], ['Invoice No', 'Invoice Date'], ['Invoice ID', 'Amount Due'], ['Invoice #', 'Total'], ['Invoice Number', 'Invoice Date'],
      ['Rechnungsnummer', 'Rechnungsdatum'], ['Rechnungsnr.', 'Rechnungsdatum'], ['Rechnungsnummer', 'Betrag'], ['Rechnungsnummer', 'Fälligkeit'], ['Rechnungsnr.', 'Betrag'], ['Belegnummer', 'Belegdatum', 'Betrag'], ['Belegnummer', 'Buchungsdatum'],
    ],
  },
  {
    kind: 'orders',
    title: 'a list of orders',
    signatures: [
      ['Order ID', 'Order Date'], ['Order Number', 'Total'], ['Order ID', 'Quantity'], ['Order ID', 'Amount'], ['Order Number', 'Order Status'], ['order_id', 'total_price'], ['Transaction ID', 'Amount', 'Currency'],
      ['Bestellnummer', 'Bestelldatum'], ['Auftragsnummer', 'Auftragsdatum'], ['Bestellnummer', 'Menge'], ['Auftragsnr.', 'Auftragswert'], ['Bestellnr.', 'Betrag'],
    ],
  },
  {
    kind: 'products',
    title: 'a list of products',
    signatures: [
      ['SKU', 'Price'], ['SKU', 'Stock'], ['Product ID', 'Price'], ['Product Name', 'Price'], ['Product Code', 'Price'], ['Product Name', 'SKU'], ['Handle', 'Vendor', 'Variant SKU'],
      ['Artikelnummer', 'Preis'], ['Artikelnummer', 'Bezeichnung'], ['Artikelnr.', 'Bestand'], ['Artikelnummer', 'Lagerbestand'], ['Produktname', 'Preis'], ['Artikel', 'Preis', 'Menge'], ['EAN', 'Preis'],
    ],
  },
  {
    kind: 'tickets',
    title: 'a list of tickets',
    signatures: [
      ['Ticket ID', 'Subject'], ['Ticket ID', 'Priority'], ['Ticket ID', 'Ticket name'], ['Ticket name', 'Ticket status'], ['Ticket #', 'Subject'], ['Case Number', 'Subject'], ['Case Number', 'Priority'], ['Issue key', 'Summary'], ['Issue ID', 'Issue Type'], ['Requester', 'Assignee', 'Subject'],
      ['Ticketnummer', 'Betreff'], ['Ticket-ID', 'Betreff'], ['Ticketnummer', 'Priorität'], ['Vorgangsnummer', 'Betreff'],
    ],
  },
  {
    kind: 'deals',
    title: 'a list of deals',
    signatures: [
      ['Deal Name', 'Deal Stage'], ['Deal Name', 'Amount'], ['Deal Name', 'Close Date'], ['Opportunity Name', 'Amount'], ['Opportunity Name', 'Stage'], ['Opportunity Name', 'Close Date'], ['Opportunity Name', 'Probability'], ['Deal Title', 'Deal Value'], ['Deal ID', 'Deal Stage'], ['dealname', 'dealstage'], ['dealname', 'amount'], ['stage_name', 'close_date'],
      ['Deal-Name', 'Deal-Phase'], ['Deal-Name', 'Betrag'], ['Opportunity-Name', 'Phase'], ['Verkaufschance', 'Phase', 'Betrag'], ['Angebotsnummer', 'Angebotsdatum'], ['Angebotsnummer', 'Angebotswert'],
    ],
  },
  {
    kind: 'tasks',
    title: 'a list of tasks',
    signatures: [
      ['Task', 'Due Date'], ['Task Name', 'Due Date'], ['Task ID', 'Due Date'], ['Subject', 'Due Date', 'Priority'], ['Activity Type', 'Due Date'], ['Activity - Subject', 'Activity - Due date'], ['Task Name', 'Assignee'], ['due_date', 'done', 'subject'], ['ActivityDate', 'WhoId'],
      ['Aufgabe', 'Fällig am'], ['Aufgabe', 'Fälligkeitsdatum'], ['Aktivität - Betreff', 'Aktivität - Fälligkeitsdatum'], ['Aufgabe', 'Erledigt'],
    ],
  },
  {
    kind: 'campaigns',
    title: 'a list of campaigns',
    signatures: [
      ['Campaign', 'Impressions'], ['Campaign name', 'Impressions'], ['Campaign', 'Clicks', 'Cost'], ['Campaign Name', 'Sent', 'Opens'], ['Subject', 'Sent', 'Opens', 'Clicks'], ['Campaign Name', 'Amount spent (EUR)'], ['Ad name', 'Impressions'], ['Emails Sent', 'Open Rate', 'Click Rate'], ['Title', 'Subject', 'Total Recipients', 'Open Rate'], ['Total Recipients', 'Successful Deliveries'],
      ['Kampagne', 'Impressionen'], ['Kampagne', 'Klicks', 'Kosten'], ['Kampagnenname', 'Impressionen'], ['Betreff', 'Empfänger', 'Öffnungsrate'],
    ],
  },
  {
    kind: 'events',
    title: 'a list of events',
    signatures: [
      ['event', 'timestamp', 'user_id'], ['event', 'timestamp', 'distinct_id'], ['event_name', 'event_time'], ['event_name', 'event_timestamp'], ['event_name', 'user_pseudo_id'], ['event', 'anonymousId'], ['event_type', 'timestamp', 'user_id'], ['Event Name', 'Event Time', 'User ID'], ['Page URL', 'Visited At'], ['page_url', 'visited_at'],
      ['session_id', 'page_url'], ['activityTypeId', 'activityDate'], ['Event', 'Distinct ID', 'Time'], ['url', 'user_agent', 'status_code'], ['Ereignis', 'Zeitstempel', 'Nutzer-ID'],
    ],
  },
  {
    kind: 'users',
    title: 'a list of users of a system',
    signatures: [['Username', 'Profile', 'Is Active'], ['Username', 'Role', 'Last Login', 'Permissions'], ['Benutzername', 'Rolle', 'Berechtigungen'], ['Profile.Name', 'UserRole.Name']],
  },
]
