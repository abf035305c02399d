import type { SYSTEMS } from '../../src/ir/catalogue/systems.ts'

/** How a file comes out of a system, by public documentation; nothing here is from memory. */
export interface ExportSteps {
  readonly steps: readonly string[]
  readonly from: { readonly title: string; readonly url: string }
}

export const EXPORT_STEPS: Partial<Readonly<Record<keyof typeof SYSTEMS, ExportSteps>>> = {
  activecampaign: {
    steps: [
      'Open **Contacts**.',
      'Choose them by tag, list and status, for example the status Active.',
      'Click **Export**: a CSV file is downloaded.',
    ],
    from: {
      title: "Ontraport's guide to moving from ActiveCampaign",
      url: 'https://support.ontraport.com/hc/en-us/articles/115001550934-Migrate-from-Active-Campaign',
    },
  },
  dynamics: {
    steps: [
      'Open a list of leads whose view shows the columns that your rulebook reads: the worksheet has the columns of the list.',
      'In the command bar choose **Export to Excel**, then the static worksheet. **(Page only)** exports the page that you see; 100,000 records at a time are the limit.',
      'Save the file, and score it as it is.',
    ],
    from: {
      title: 'Microsoft, Export to an Excel static worksheet',
      url: 'https://github.com/MicrosoftDocs/dynamics-365-customer-engagement/blob/main/ce/customerengagement/on-premises/basics/export-excel-static-worksheet.md',
    },
  },
  hubspot: {
    steps: [
      'Export the contacts of a view, or a list of contacts, as CSV or XLSX.',
      'If your administrators require approvals, request one: larger exports, and those of sensitive data, wait for it.',
    ],
    from: {
      title: 'HubSpot, Require approvals for exports',
      url: 'https://knowledge.hubspot.com/import-and-export/export-approvals',
    },
  },
  pipedrive: {
    steps: [
      'Choose **Tools and apps > Export data** in the sidebar on the left; you need the permission to export.',
      'Generate the spreadsheet of the information that you want, and download it.',
    ],
    from: {
      title: 'Pipedrive, How is data backed up in Pipedrive?',
      url: 'https://support.pipedrive.com/article/how-is-data-backed-up-in-pipedrive',
    },
  },
  salesforce: {
    steps: [
      'Run a report of leads that has the columns your rulebook reads.',
      'Export it as **Details Only**, in CSV. A formatted report is made for reading: leadq skips its titles and totals.',
    ],
    from: {
      title: 'Code42, file names of Salesforce report downloads',
      url: 'https://support.code42.com/Incydr/Admin/Code42_console_reference/Code42_predicts_filenames_for_Salesforce_report_downloads',
    },
  },
}
