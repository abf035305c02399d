/** Whether a leadq that writes one version of a format reads another: the first number is the same. */
export function isReadable(version: string, own: string): boolean {
  return majorOf(version) === majorOf(own)
}

function majorOf(version: string): string {
  return version.replace(/\..*$/s, '')
}
