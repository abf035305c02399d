import { type EventSource, means } from '../event-source.ts'

/**
 * Rows of the BigQuery export. There is no e-mail in them: leads are found by the `user_id` that the site sets, or by a
 * parameter or property of it that the rulebook's `join` names.
 */
// biome-ignore format: headings are read as a paragraph
export const ga4: EventSource = {
  title: 'Google Analytics 4 events',
  signatures: [
    ['event_name', 'event_timestamp'],
    ['event_name', 'user_pseudo_id'],
    ['event_name', 'event_date'],
    ['name', 'timestamp', 'user_pseudo_id'],
  ],
  columns: {
    lead: [
      'user_id', 'event_params.user_id', 'param_user_id', 'user_properties.user_id', 'user_properties.crm_id',
      'event_params.crm_id', 'param_crm_id', 'user_properties.lead_id', 'event_params.lead_id', 'param_lead_id',
      'user_properties.contact_id', 'user_properties.customer_id', 'user_properties.external_id',
      'user_properties.hubspotutk', 'event_params.hubspotutk', 'user_properties.email', 'user_properties.user_email',
      'event_params.email', 'user_pseudo_id', 'client_id',
    ],
    event: ['event_name', 'name'],
    time: ['event_timestamp', 'timestamp', 'event_date', 'event_date_dt', 'date'],
    page: ['page_location', 'event_params.page_location', 'param_page_location', 'event_params.link_url', 'event_params.page_path'],
    title: [
      'page_title', 'event_params.page_title', 'param_page_title', 'event_params.form_name', 'event_params.file_name',
      'event_params.video_title', 'event_params.form_id',
    ],
    source: [
      'event_params.source', 'param_source', 'collected_traffic_source.manual_source',
      'collected_traffic_source_manual_source', 'traffic_source.source', 'traffic_source_source',
    ],
    value: ['event_value_in_usd', 'value_in_usd', 'event_params.value', 'param_value', 'ecommerce.purchase_revenue'],
  },
  signals: [
    means('visit', ['session_start']),
    means('form_submit', ['form_submit', 'generate_lead']),
    means('download', ['file_download']),
    means('signup', ['sign_up']),
    means('video', ['video_start', 'video_progress', 'video_complete']),
    means('add_to_cart', ['add_to_cart', 'begin_checkout', 'add_shipping_info', 'add_payment_info']),
    means('purchase', ['purchase', 'in_app_purchase']),
  ],
}
