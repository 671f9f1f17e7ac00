/** Of our faces, the files that hold a script's letters; digits, spaces and marks are in that of Latin ones. */
const SUBSETS = {
  latin: /[\p{Script=Latin}\d]/u,
  'latin-ext': /[\u0100-\u02ba\u1e00-\u1e9f\u1ef2-\u1eff]/,
  cyrillic: /[ЁЄІЇЎА-яёєіїўҐґ]/,
  'cyrillic-seldom': /[ЀЂЃЅЈ-ЍЏѐђѓѕј-ѝџ]/,
  greek: /[\u0370-\u03ff]/,
  vietnamese: /[\u0102\u0103\u0110\u0111\u1ea0-\u1ef9]/,
} as const

/**
 * So many characters of a page's text stand on the first screen of a wide window, and on that of a phone with what its reader comes to next.
 * @NOTE That is laid out together with what is seen, and a file that nobody asked for is then fetched before the picture.
 */
const FIRST_SCREEN = 1_600

/** @NOTE so much HTML of a page holds what its first screen shows, whatever is closed in it; a long one is a million characters. */
const LOOKED_AT = 100_000

const SLANTED = /<(?:em|i|cite|p class="motto")(?:\s[^>]*)?>(.*?)<\/(?:em|i|cite|p)>/gs
const CLOSED = /<details>(.*?<\/summary>).*?<\/details>/gs
const IN_SANS = /<(p class="byline"|figcaption)(?:\s[^>]*)?>.*?<\/(?:p|figcaption)>/gs

/**
 * The files of our faces that the first screen is set in, by the letters that stand there: nothing of it is set in another face
 * because a file came too late. What is slanted is set in the serif.
 */
export function fontsAhead(masthead: string, main: string): string[] {
  return filesFor(masthead, beginningOf(main.slice(0, LOOKED_AT).replace(CLOSED, '$1')))
}

function filesFor(masthead: string, beginning: string): string[] {
  const slanted = [...`${masthead}${beginning}`.matchAll(SLANTED)].map(([, inside]) => inside).join(' ')
  const named = (family: string, html: string, style = '') =>
    subsetsIn(textOf(html)).map((subset) => `${family}-${subset}${style}.woff2`)
  return [
    ...named('source-serif-4', beginning.replace(IN_SANS, '')),
    ...named('source-sans-3', `${masthead} ${beginning}`),
    ...named('source-serif-4', slanted, '-italic'),
  ]
}

/** A page's HTML until so much has been seen. */
function beginningOf(html: string) {
  let seen = 0
  for (const { 0: part, index } of html.matchAll(/(?<=>)[^<]+/g)) {
    seen += part.trim().length
    if (seen > FIRST_SCREEN) return html.slice(0, index + part.length)
  }
  return html
}

function subsetsIn(text: string) {
  return Object.entries(SUBSETS).flatMap(([subset, letters]) => (letters.test(text) ? subset : []))
}

function textOf(html: string) {
  return html.replace(/<[^>]*>?/g, ' ').replace(/&[#\w]+;/g, ' ')
}
