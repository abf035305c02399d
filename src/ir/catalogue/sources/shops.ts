import type { System } from '../system.ts'

/** Shops and payments: a row is a customer, who may be a lead for something else. */
// biome-ignore format: headings are read as a paragraph
export const SHOPS = {
  shopify: {
    title: 'Shopify',
    readIn: ['tests of importers'],
    exports: [
      {
        title: 'customer export',
        signatures: [
          ['Accepts Email Marketing', 'Total Spent'], ['Default Address Company', 'Email'], ['Accepts Email Marketing', 'Email'], ['Default Address City', 'Default Address Zip'], ['Accepts Marketing', 'Total Spent', 'Total Orders'], ['Accepts Marketing', 'Tax Exempt', 'Province Code'], ['Total Spent', 'Total Orders', 'Tax Exempt'],
          ['Accepts Email Marketing', 'Default Address Company', 'Total Spent', 'Total Orders', 'Customer ID'], ['accepts_marketing', 'orders_count', 'total_spent'], ['email_marketing_consent.state', 'orders_count'], ['defaultAddress.company', 'emailMarketingConsent.marketingState'],
        ],
      },
      { title: 'order export', holds: 'orders', signatures: [['Financial Status', 'Fulfillment Status'], ['Lineitem name', 'Lineitem quantity'], ['Financial Status', 'Lineitem name', 'Lineitem quantity', 'Accepts Marketing', 'Email'], ['financial_status', 'fulfillment_status']] },
      { title: 'product export', holds: 'products', signatures: [['Handle', 'Variant SKU'], ['Handle', 'Variant Price'], ['Handle', 'Body (HTML)', 'Vendor'], ['Variant SKU', 'Variant Price']] },
    ],
    paths: ['default_address.*', 'node.*'],
    headings: {
      id: ['Customer ID'], marketing_consent: ['Accepts Email Marketing', 'Accepts Marketing', 'email_marketing_consent.state', 'emailMarketingConsent.marketingState'], company: ['Default Address Company'], city: ['Default Address City'], country: ['Default Address Country Code', 'defaultAddress.countryCodeV2', 'Country Code'],
      postal_code: ['Default Address Zip'], region: ['Default Address Province Code', 'Province Code'], street: ['Default Address Address1', 'Address1'], phone: ['Phone', 'Default Address Phone'], orders: ['Total Orders', 'orders_count', 'numberOfOrders'], message: ['Note'], created_date: ['created_at'], modified_date: ['updated_at'],
    },
    nulls: [],
    values: {
      marketing_consent: { subscribed: true, 'not subscribed': false, not_subscribed: false, unsubscribed: false, pending: false, redacted: false, invalid: false },
    },
  },
  woocommerce: {
    title: 'WooCommerce',
    readIn: ['tests of importers'],
    exports: [
      {
        title: 'customer export',
        signatures: [
          ['Username', 'Total spend'], ['Customer ID', 'Username', 'First name', 'Total spend', 'Order count'], ['Last active', 'Date registered', 'AOV'], ['Name', 'Username', 'Last active', 'Date registered'], ['billing.company', 'billing.email'], ['billing_email', 'billing_company'], ['Sign up', 'Total spend', 'AOV'],
          ['is_paying_customer', 'billing.email'], ['billing_first_name', 'billing_email', 'shipping_first_name'], ['Name', 'Username', 'Last active', 'Date registered', 'Email', 'Orders', 'Total spend', 'AOV'],
        ],
      },
      { title: 'order export', holds: 'orders', signatures: [['Order Number', 'Order Status', 'Order Total Amount'], ['Order ID', 'Order Date', 'Order Status', 'Billing First Name'], ['order_number', 'order_status', 'billing_email'], ['line_items.0.name', 'order_key'], ['order_key', 'payment_method']] },
      { title: 'product export', holds: 'products', signatures: [['SKU', 'Regular price', 'Stock'], ['SKU', 'Published', 'Visibility in catalog'], ['Tax status', 'SKU', 'In stock?']] },
    ],
    paths: ['billing.*'],
    headings: {
      full_name: ['Name'], email: ['billing.email'], company: ['billing.company'], phone: ['billing.phone'], city: ['billing.city'], postal_code: ['billing.postcode'], country: ['billing.country'], region: ['Region', 'billing.state'], street: ['billing.address_1'],
      signup_date: ['Date registered', 'Sign up', 'user_registered'], last_activity_date: ['Last active', 'date_last_active'], orders: ['Order count', 'Orders', 'orders_count'], first_name: ['billing_first_name'], last_name: ['billing_last_name'], existing_customer: ['is_paying_customer'],
    },
    nulls: [],
  },
  stripe: {
    title: 'Stripe',
    readIn: ['tests of importers'],
    exports: [
      {
        title: 'customer export',
        signatures: [
          ['id', 'Email', 'Created (UTC)', 'Total Spend'], ['id~^cus_', 'Email'], ['Created (UTC)', 'Default Source', 'Delinquent'], ['Card ID', 'Card Last4', 'Email'], ['Total Spend', 'Payment Count', 'Email'], ['id', 'Description', 'Email', 'Name', 'Created (UTC)'], ['object=customer', 'email'], ['delinquent', 'invoice_prefix'],
        ],
      },
      { title: 'payment export', holds: 'orders', signatures: [['id', 'Amount', 'Amount Refunded', 'Currency'], ['id~^ch_'], ['id~^pi_'], ['Converted Amount', 'Converted Currency', 'Status']] },
      { title: 'invoice export', holds: 'invoices', signatures: [['id~^in_', 'Customer'], ['Invoice Number', 'Amount Due', 'Customer Email']] },
    ],
    paths: ['address.*'],
    headings: {
      id: ['id'], full_name: ['Name', 'Customer Name'], email: ['Customer Email'], created_date: ['Created (UTC)', 'created'], street: ['Card Address Line1', 'Address Line1'], city: ['Card Address City', 'Address City'], country: ['Card Address Country', 'Address Country'], postal_code: ['Card Address Zip', 'Address Postal Code'], region: ['Card Address State', 'address.state'],
      message: ['Description'], plan: ['Plan'], orders: ['Payment Count'], currency: ['Currency'],
    },
    nulls: [],
  },
  hotmart: {
    title: 'Hotmart',
    exports: [
      { title: 'sales export', holds: 'orders', remembered: true, signatures: [['Transaction Code', 'Product Name', 'Buyer Email'], ['Transação', 'Nome do Produto', 'Email'], ['Transaction', 'Product Name', 'Producer Name', 'Email']] },
    ],
    paths: [],
    headings: {},
    remembered: { id: ['Transaction Code'], full_name: ['Buyer Name', 'Name', 'Nome'], email: ['Buyer Email'], phone: ['Buyer Phone'], country: ['País'], created_date: ['Purchase Date'] },
    nulls: ['(none)'],
  },
  digistore24: {
    title: 'Digistore24',
    exports: [
      { title: 'order export', holds: 'orders', language: 'de', remembered: true, signatures: [['Bestell-ID', 'Produkt-ID', 'Vendor'], ['Bestell-ID', 'Produktname', 'E-Mail', 'Affiliate']] },
    ],
    paths: [],
    headings: {},
    remembered: { created_date: ['Bestelldatum'] },
    nulls: [],
  },
} as const satisfies Record<string, System>
