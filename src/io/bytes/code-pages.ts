/** Single-byte encodings other than Windows-1252. */
export type CodePage = 'Mac Roman' | 'Code page 850'

/** The characters of the bytes from 0x80 on. */
export const CODE_PAGES: Readonly<Record<CodePage, string>> = {
  'Mac Roman':
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  'Code page 850':
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
}

/** Windows-1252 where it differs from Latin-1: 0x80 to 0x9f. The five that it leaves open stay control characters. */
export const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

export function decodeWindows(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\x80-\x9f]/g, char => WINDOWS.charAt(char.charCodeAt(0) - 0x80))
}

export function decodePage(bytes: Buffer, page: CodePage): string {
  const table = CODE_PAGES[page]
  return bytes.toString('latin1').replace(/[\x80-\xff]/g, char => table.charAt(char.charCodeAt(0) - 0x80))
}

/** Letters of German, French, Spanish, Portuguese, Italian and the languages of Scandinavia. */
const COMMON = /[äöüßéèêëàâáãåæçíìîïñóòôõøúùûœ]/i

/** Scores how plausible a text is: letters in plausible places, and implausible characters. */
interface Reading {
  readonly good: number
  readonly bad: number
}

function read(text: string): Reading {
  let good = 0
  let bad = 0
  for (const { 0: char, index } of text.matchAll(/[^\0-\x7f]/g)) {
    const [before, after] = [text.charAt(index - 1), text.charAt(index + 1)]
    if (!/\p{L}/u.test(char)) {
      const isInside = /\p{L}/u.test(before) && /\p{L}/u.test(after)
      if (/[\x80-\x9f]/.test(char) || (isInside && !/[’‘´·°–—-]/.test(char))) bad += 1
    } else if (/\p{Lu}/u.test(char) && /\p{Ll}/u.test(before)) bad += 1
    else if (COMMON.test(char) && /[A-Za-z]/.test(before + after)) good += 1
  }
  return { good, bad }
}

/**
 * The code page of text that is neither UTF-8 nor, for certain, Windows-1252: `M\x9fller` is no word there, and one in
 * Mac Roman. Nothing unless exactly one page makes all of it words.
 */
export function codePageOf(bytes: Buffer): CodePage | undefined {
  if (read(decodeWindows(bytes)).bad === 0) return undefined
  const pages: readonly CodePage[] = ['Mac Roman', 'Code page 850']
  const fitting = pages
    .map(page => ({ page, ...read(decodePage(bytes, page)) }))
    .filter(({ good, bad }) => bad === 0 && good > 0)
    .sort((a, b) => b.good - a.good)
  const [first, second] = fitting
  return first !== undefined && first.good > (second?.good ?? 0) ? first.page : undefined
}

/** Whether a text is not one of this page. */
export function isOutOfPage(bytes: Buffer, page: CodePage): boolean {
  return read(decodePage(bytes, page)).bad > 0 && read(decodeWindows(bytes)).bad === 0
}
