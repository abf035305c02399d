/** Single-byte encodings other than Windows-1252. */
export type CodePage = 'Mac Roman' | 'Code page 850' | EasternPage
type EasternPage = 'Windows-1250' | 'ISO-8859-2' | 'Windows-1251'

/** The characters of the bytes from 0x80 on. */
export const CODE_PAGES: Readonly<Record<CodePage, string>> = {
  'Mac Roman':
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  'Code page 850':
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  'Windows-1250':
    '€\x81‚\x83„…†‡\x88‰Š‹ŚŤŽŹ\x90‘’“”•–—\x98™š›śťžź\xa0ˇ˘Ł¤Ą¦§¨©Ş«¬\xad®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙',
  'ISO-8859-2':
    '\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f\xa0Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\xadŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙',
  'Windows-1251':
    'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\x98™љ›њќћџ\xa0ЎўЈ¤Ґ¦§Ё©Є«¬\xad®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя',
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

/** Letters of Polish, Czech, Slovak and Hungarian, and of Cyrillic alphabets. */
const EASTERN = /[ąćęłńóśźżáčďéěíňřšťúůýžäöüßőűôľĺŕ\p{Script=Cyrillic}]/iu

/** What texts in these pages look like in Windows-1252, and no text of Western Europe does: `W¹¿`, `Jiøí`, `Gda±sk`. */
const EASTERN_PROOFS: readonly (readonly [page: EasternPage, proof: RegExp])[] = [
  ['Windows-1251', /[À-ÿ]{4}/],
  ['ISO-8859-2', /[A-Za-z][±¶¼][a-z±¶¼æêñó³¿]/],
  [
    'Windows-1250',
    /[A-Za-z][¹³¿¾][a-z¹³¿¾æêñóœŸ]|(?<![\p{L}\d])(?:[³¯]|£(?![mbt]))[a-zó]{3}|ø[íáýé]|[a-z]ì[a-z]{0,2}[øš]/u,
  ],
]

function read(text: string, common = COMMON): Reading {
  let good = 0
  let bad = 0
  for (const { 0: char, index } of text.matchAll(/[^\0-\x7f]/g)) {
    const [before, after] = [text.charAt(index - 1), text.charAt(index + 1)]
    if (!/\p{L}/u.test(char)) {
      const isInside = /\p{L}/u.test(before) && /\p{L}/u.test(after)
      if (/[\x80-\x9f]/.test(char) || (isInside && !/[’‘´·°–—-]/.test(char))) bad += 1
    } else if (/\p{Lu}/u.test(char) && /\p{Ll}/u.test(before)) bad += 1
    else if (common.test(char) && (common === COMMON ? /[A-Za-z]/ : /\p{L}/u).test(before + after)) good += 1
  }
  return { good, bad }
}

/**
 * The code page of text that is neither UTF-8 nor, for certain, Windows-1252: `M\x9fller` is no word there, and one in
 * Mac Roman. Nothing unless exactly one page makes all of it words.
 */
export function codePageOf(bytes: Buffer): CodePage | undefined {
  const windows = decodeWindows(bytes)
  const western: readonly CodePage[] = read(windows).bad === 0 ? [] : ['Mac Roman', 'Code page 850']
  const [eastern] = EASTERN_PROOFS.find(([, proof]) => proof.test(windows)) ?? []
  const fitting = [...western, ...(eastern === undefined ? [] : [eastern])]
    .map(page => ({ page, ...read(decodePage(bytes, page), page === eastern ? EASTERN : COMMON) }))
    .filter(({ good, bad }) => bad === 0 && good > 0)
    .sort((a, b) => b.good - a.good)
  const [first, second] = fitting
  if (first === undefined) return undefined
  return first.good > (second?.good ?? 0) || second?.page === eastern ? first.page : undefined
}

/** Whether a text is not one of this page. */
export function isOutOfPage(bytes: Buffer, page: CodePage): boolean {
  return read(decodePage(bytes, page)).bad > 0 && read(decodeWindows(bytes)).bad === 0
}
