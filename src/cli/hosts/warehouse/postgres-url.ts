import { diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'

/** Database URLs. They may contain a password, so they are never printed. */

/** Whether an input is a database and not a file. */
export function isPostgres(input: string): boolean {
  return /^postgres(?:ql)?:\/\//i.test(input)
}

/** Whatever is wrong with a URL is said without showing it: there may be a password in it. */
export function fromUrl(url: string): { readonly connectionString?: string } {
  const rest = url.replace(/^[a-z]+:\/\//i, '')
  if (rest === '') return {}
  const authority = rest.split(/[/?#]/)[0] ?? ''
  const isReadable = URL.canParse(url) && !/[@#]/.test(rest.slice(authority.length))
  if (isReadable) return { connectionString: url }
  const hint = 'in a password / ? # @ : are written %2F %3F %23 %40 %3A; or leave it out and set PGPASSWORD'
  throw new Refusal(diagnose('cli/usage', 'the URL of the database cannot be read', { hint }), 'usage')
}

/** For everything that takes files only. */
export function refuseDatabase(path: string): void {
  if (!isPostgres(path)) return
  const hint = 'export the leads to a file, or score them where they are: `leadq score postgres://... --table leads`'
  throw new Refusal(diagnose('cli/usage', 'there is a database where a file belongs', { hint }), 'usage')
}
