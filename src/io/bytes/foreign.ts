import { refuse, startOf } from '../refuse-input.ts'

/** Text formats other than delimited text that hold a table. */
export type Markup = 'html' | 'xml' | 'vcard'

const CSV = 'export the leads as CSV'

interface Foreign {
  readonly what: string
  /** Fits the beginning of the text, after blanks. */
  readonly begins: RegExp
  readonly hint: string
}

/** Text formats often passed by mistake, by their beginning; the first that matches counts. */
const FOREIGN: readonly Foreign[] = [
  {
    what: 'an XML document',
    begins: /^(?:<\?xml[\s?]|<!DOCTYPE\s|<([A-Za-z][\w:.-]*)(?:\s[^<>]*)?>\s*<[A-Za-z!])/,
    hint: CSV,
  },
  { what: 'a calendar (.ics)', begins: /^BEGIN:VCALENDAR/i, hint: CSV },
  { what: 'a PDF document', begins: /^%PDF-/, hint: CSV },
  { what: 'a PostScript document', begins: /^%!PS/, hint: CSV },
  { what: 'a rich text document (RTF)', begins: /^\{\\rtf/, hint: CSV },
  {
    what: 'an SQL dump',
    begins:
      /^(?:(?:--|#)[^\n]*\n\s*|\/\*[^*]*\*\/;?\s*)*(?:(?:CREATE|DROP|ALTER) (?:TABLE|DATABASE|SCHEMA)\b|INSERT (?:IGNORE )?INTO\b|BEGIN(?: TRANSACTION)?;|START TRANSACTION|PRAGMA \w+|COPY \S+ ?\([^)]*\) FROM stdin|SET \w+ ?=|SELECT [\s\S]{1,200}\bFROM\b)/i,
    hint: 'export the table as CSV',
  },
  {
    what: 'an SQL dump',
    begins: /^-- (?:MySQL|MariaDB|PostgreSQL|phpMyAdmin|SQLite|Dump|Host:)/i,
    hint: 'export the table as CSV',
  },
  {
    what: 'JavaScript',
    begins:
      /^(?:\/\/[^\n]*\n\s*|\/\*[^*]*\*\/\s*)*(?:["']use strict["']|module\.exports\b|exports\.\w+ ?=|export (?:default|const|let|function)\b|(?:const|let|var) [\w$]+ ?=|(?:window|self|globalThis)[.[][^=\n]{1,80}=|import [^\n]{1,200} from ['"]|\(?function\b|[\w$.]{1,60}\(\s*[[{])/,
    hint: 'save the JSON inside it as a file of its own',
  },
  {
    what: 'an e-mail message',
    begins:
      /^(?:From \S+ [^\n]*\n)?(?:(?:From|To|Cc|Subject|Date|Return-Path|Received|Delivered-To|MIME-Version|Message-ID|Reply-To|Content-Type|X-[\w-]+): [^\n]*\n(?:[ \t][^\n]*\n)*){2}/i,
    hint: 'save its attachment, or export the leads as CSV',
  },
  { what: 'the answer of a web server', begins: /^HTTP\/\d(?:\.\d)? \d{3}\b/, hint: 'save only its body' },
  {
    what: 'a pointer of Git LFS, not the file itself',
    begins: /^version https:\/\/git-lfs\.github\.com\//,
    hint: '`git lfs pull` fetches the file',
  },
  { what: 'encrypted or signed data', begins: /^-----BEGIN [A-Z ]+-----/, hint: 'decrypt it first' },
  { what: 'LDIF, the export of a directory', begins: /^(?:version: ?\d+\s+)?dn:{1,2} /i, hint: CSV },
  { what: 'a rulebook of leadq', begins: /^(?:#[^\n]*\n|---\n|\s)*leadq: ?\d/, hint: 'give it with `-r`' },
  {
    what: 'YAML',
    begins: /^(?:#[^\n]*\n)*(?:---[ \t]*\n)?(?:- )?[A-Za-z_]\w*:(?: [^\n,;\t]*)?\n[ \t]+(?:- )?[A-Za-z_]\w*:/,
    hint: CSV,
  },
  { what: 'a shell script', begins: /^#!/, hint: CSV },
]

const HTML =
  /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|script|style|div|title)\b/i
const SPREADSHEET = /<(?:\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/

/** The kind of markup a text is, if any. Refuses formats that hold no table, by name. */
export function sniffForeign(sample: string, name: string): Markup | undefined {
  const text = sample.trimStart()
  const first = text.charAt(0)
  if (first === '[' || first === '"') return undefined
  if (HTML.test(text)) return 'html'
  if (SPREADSHEET.test(text.slice(0, 4096))) return 'xml'
  if (/^BEGIN:VCARD/i.test(text)) return 'vcard'
  const beginning = text.slice(0, 8192).replace(/\r\n?/g, '\n')
  const foreign = FOREIGN.find(({ begins }) => begins.test(beginning))
  if (foreign === undefined) return undefined
  throw refuse('file/binary', `this is ${foreign.what}, not a table of leads`, startOf(name), foreign.hint)
}
