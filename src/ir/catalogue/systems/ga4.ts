import type { System } from '../system.ts'

/** Reports of its pages are totals: no row is anybody. Its events are read by the catalogue of signals. */
// biome-ignore format: headings are read as a paragraph
export const ga4: System = {
  title: 'Google Analytics 4',
  exports: [
    {
      title: 'report',
      language: 'en',
      holds: 'totals',
      signatures: [
        ['/Start date', '/End date'],
        ['Sessions', 'Engaged sessions'],
        ['Sessions', 'Key events'],
        ['Sessions', 'Landing page'],
        ['Sessions', 'Engagement rate'],
        ['Sessions', 'Session primary channel group (Default Channel Group)'],
        ['Sessions', 'Session default channel group'],
        ['Session source / medium'],
        ['Views', 'Active users'],
        ['Views', 'Page path and screen class'],
        ['Views', 'Page title and screen class'],
        ['Event name', 'Event count', 'Total users'],
        ['Active users', 'New users', 'Engaged sessions'],
        ['New users', 'First user primary channel group (Default Channel Group)'],
      ],
    },
    {
      title: 'report',
      language: 'de',
      holds: 'totals',
      signatures: [
        ['/Startdatum', '/Enddatum'],
        ['Sitzungen', 'Sitzungen mit Interaktionen'],
        ['Sitzungen', 'Schlüsselereignisse'],
        ['Sitzungen', 'Landingpage'],
        ['Sitzungen', 'Sitzung – primäre Channelgruppe (Default Channel Group)'],
        ['Sitzung – Quelle/Medium'],
        ['Sitzungen', 'Zielseite'],
        ['Sitzungen', 'Engagement-Rate'],
        ['Aufrufe', 'Aktive Nutzer'],
        ['Aufrufe', 'Seitenpfad und Bildschirmklasse'],
        ['Ereignisname', 'Ereignisanzahl'],
        ['Aktive Nutzer', 'Neue Nutzer', 'Sitzungen mit Interaktionen'],
      ],
    },
  ],
  readIn: ['real files'],
  paths: [],
  headings: {},
  nulls: ['(not set)', '(none)', '(direct)'],
}
