import { dayOf } from '../values/calendar.ts'
import type { SystemName } from './systems.ts'

/** Why a record is none of today's leads, as the system or the loader that wrote it says. */
export type RetiredReason =
  | 'deleted record'
  | 'archived record'
  | 'merged record'
  | 'historic record'
  | 'inactive record'

/** What in a column says so. */
export type RetiredWhen =
  /** Yes or no, in any spelling of these. */
  | { readonly is: boolean }
  /** A day on which it happened; not one that stands for "never" in a database. */
  | { readonly dated: true }
  /** Any text. */
  | { readonly filled: true }
  /** One of these texts. */
  | { readonly oneOf: readonly string[] }

export interface RetiredColumn {
  readonly reason: RetiredReason
  readonly when: RetiredWhen
  readonly headings: readonly string[]
  /** Only in files of this system: elsewhere the heading means something else. */
  readonly of?: SystemName
  /** Only beside this heading. */
  readonly beside?: string
  /** Only beside one of these headings, in a table of versions: leads have several rows there, of which one is open. */
  readonly versionsSince?: readonly string[]
}

/** Days that databases write for "not yet" or "for ever" lie outside of these. */
export const FIRST_DAY = dayOf(1971, 1, 1) ?? 0
export const LAST_DAY = dayOf(2099, 12, 31) ?? 0

/** What such texts look like where they mean nobody. */
export const NOBODY: readonly string[] = ['0', 'false', '000000000000000', '000000000000000aaa']

/**
 * The columns in which systems and the loaders of warehouses mark records that are not live any more. A heading stands
 * here only if it means that wherever it is found: `Active` alone does not.
 */
// biome-ignore format: a list of headings is read as a paragraph
export const RETIRED_COLUMNS: readonly RetiredColumn[] = [
  {
    reason: 'deleted record',
    when: { is: true },
    headings: [
      'Is Deleted', 'Deleted', 'Deleted Flag', 'Delete Flag', 'Is Deleted Flag', 'Record Deleted', 'Soft Deleted',
      'Is Soft Deleted', 'Marked as Deleted', 'Marked for Deletion', 'Is Removed', 'Trashed', 'Is Trashed', 'In Trash',
      'In Recycle Bin', '_fivetran_deleted', '_sdc_deleted', 'dbt_is_deleted', '_dlt_deleted', '_hard_deleted',
      'IsDeleted__c', 'Deleted__c', 'hs_is_deleted', 'is_delete', '__hevo__marked_deleted', 'Marked Deleted',
      'Gelöscht', 'Ist gelöscht', 'Wurde gelöscht', 'Als gelöscht markiert', 'Gelöscht (ja/nein)', 'Löschkennzeichen',
      'Löschkz', 'Zur Löschung vorgemerkt', 'Im Papierkorb', 'In Papierkorb', 'Papierkorb', '_hoodie_is_deleted', 'LOEVM',
      'GDPR Deleted', 'GDPR Erased', 'Is Anonymized', 'Is Anonymised', 'Anonymisiert', 'Supprimé', 'Eliminado', 'Eliminato',
      'Excluído', 'Verwijderd', 'Usunięty',
    ],
  },
  {
    reason: 'deleted record',
    when: { dated: true },
    headings: [
      'Deleted At', 'Deleted On', 'Deleted Date', 'Deleted Time', 'Date Deleted', 'Delete Time', 'Delete Date',
      'Deletion Date', 'Deleted Datetime', 'Deleted Timestamp', 'Removed At', 'Trashed At', 'Discarded At',
      '_sdc_deleted_at', '_airbyte_deleted_at', '_ab_cdc_deleted_at', '_cdc_deleted_at',
      'Gelöscht am', 'Löschdatum', 'Datum der Löschung', 'Löschzeitpunkt', 'Gelöscht um', 'Anonymized At', 'Anonymised At',
      'Anonymisiert am', 'Erased At', 'GDPR Deleted At',
    ],
  },
  {
    reason: 'deleted record',
    when: { oneOf: ['d', 'delete', 'deleted'] },
    headings: ['__op', '_change_type', '__$operation', 'METADATA$ACTION', '_change_operation', 'cdc_operation'],
  },
  {
    reason: 'deleted record',
    when: { oneOf: ['trash', 'trashed', 'deleted', 'gelöscht'] },
    headings: ['Record Status', 'Record Status__s', 'Row Status', 'post_status', 'Datensatzstatus'],
  },
  { reason: 'deleted record', when: { is: false }, headings: ['Active Flag'], of: 'pipedrive' },
  {
    reason: 'archived record',
    when: { is: true },
    headings: [
      'Archived', 'Is Archived', 'Archived Flag', 'Record Archived', 'hs_archived', 'Archived__c', 'In Archive',
      'Archiviert', 'Ist archiviert', 'Im Archiv', 'Archivé', 'Archivado', 'Archiviato', 'Gearchiveerd', 'Zarchiwizowany',
    ],
  },
  {
    reason: 'archived record',
    when: { dated: true },
    headings: [
      'Archived At', 'Archived On', 'Archived Date', 'Archive Date', 'Date Archived', 'Archive Time', 'Archived Time',
      'Archiviert am', 'Archivierungsdatum',
    ],
  },
  { reason: 'archived record', when: { is: false }, headings: ['Active', 'Aktiv'], of: 'odoo' },
  {
    reason: 'merged record',
    when: { is: true },
    headings: ['Is Merged', 'Merged', 'Merged Away', 'Zusammengeführt', 'Ist zusammengeführt'],
  },
  {
    reason: 'merged record',
    when: { filled: true },
    headings: [
      'Master Record ID', 'MasterRecordId', 'Merged Into', 'Merged Into ID', 'Merged To', 'Merged To ID', 'Merge Target ID',
      'Surviving Record ID', 'Zusammengeführt in', 'Zusammengeführt mit (ID)',
    ],
  },
  {
    reason: 'merged record',
    when: { dated: true },
    headings: ['Merged At', 'Merged On', 'Date Merged', 'Zusammengeführt am'],
  },
  {
    reason: 'historic record',
    when: { is: false },
    headings: [
      '_fivetran_active', 'Is Current', 'Is Current Record', 'Is Current Row', 'Is Current Version', 'Current Flag',
      'Current Record Flag', 'Current Row Flag', 'Is Latest', 'Is Latest Version', 'Is Latest Record', 'Latest Flag',
      'Is Active Record', 'Is Active Row', 'dbt_is_current', 'Row Is Current', 'Is Last Version', 'Is Valid Record',
      'Ist aktuell', 'Aktueller Datensatz', 'Aktuelle Version', 'dw_is_current', 'dim_is_current', 'scd_is_current',
      'Is Current Flag', 'Current Indicator', 'dw_current_flag',
    ],
  },
  {
    reason: 'historic record',
    when: { dated: true },
    headings: ['dbt_valid_to', '_fivetran_end', '__END_AT', 'scd_valid_to', 'scd_end_date', 'row_end_date', 'record_end_date'],
  },
  { reason: 'historic record', when: { dated: true }, headings: ['valid_to', 'Gültig bis'], beside: 'is_current' },
  { reason: 'historic record', when: { dated: true }, headings: ['effective_to', 'effective_end_date'], beside: 'is_current' },
  {
    reason: 'historic record',
    when: { dated: true },
    headings: ['Valid To', 'Valid Until', 'Valid Thru', 'Effective To', 'Effective Until', 'Effective End Date', 'Gültig bis'],
    versionsSince: ['Valid From', 'Effective From', 'Effective Start Date', 'Effective Date', 'Gültig von', 'Gültig ab', 'Gültig seit'],
  },
  {
    reason: 'historic record',
    when: { oneOf: ['historical', 'historic', 'superseded', 'historisch'] },
    headings: ['Row Status', 'Record Status', 'Datensatzstatus'],
  },
  { reason: 'historic record', when: { oneOf: ['update_preimage'] }, headings: ['_change_type'] },
  { reason: 'inactive record', when: { oneOf: ['inactive', 'inaktiv'] }, headings: ['statecode', 'State Code'] },
  { reason: 'inactive record', when: { oneOf: ['1'] }, headings: ['statecode'], beside: 'contactid' },
]
