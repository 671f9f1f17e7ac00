/** Of our faces, the files that hold a script's letters; digits, spaces and marks are in that of Latin ones. */
const SUBSETS = {
  latin: /[\p{Script=Latin}\d]/u,
  'latin-ext': /[\u0100-\u02ba\u1e00-\u1e9f\u1ef2-\u1eff]/,
  cyrillic: /[ЁЄІЇЎА-яёєіїўҐґ]/,
  'cyrillic-seldom': /[ЀЂЃЅЈ-ЍЏѐђѓѕј-ѝџ]/,
  greek: /[\u0370-\u03ff]/,
  vietnamese: /[\u0102\u0103\u0110\u0111\u1ea0-\u1ef9]/,
} as const

/** So many characters of a page's text stand on the first screen: of a phone, where a picture takes the room of some, and of a wide window. */
const FIRST_SCREENS = { phone: { characters: 960, picture: 450 }, wide: { characters: 1_600, picture: 0 } }

const SLANTED = /<(?:em|i|cite|p class="motto")(?:\s[^>]*)?>(.*?)<\/(?:em|i|cite|p)>/gs
const CLOSED = /<details>(.*?<\/summary>).*?<\/details>/gs
const IN_SANS = /<(p class="byline"|figcaption)(?:\s[^>]*)?>.*?<\/(?:p|figcaption)>/gs

/** A file that the page asks for before the styles name it, and whether a phone leaves it. */
export interface FontAhead {
  name: string
  wideOnly: boolean
}

/**
 * The files of our faces that the first screen is set in, by the letters that stand there: nothing of it is set in another face
 * because a file came too late. What is slanted is set in the serif.
 */
export function fontsAhead(masthead: string, main: string): FontAhead[] {
  const shown = main.replace(CLOSED, '$1')
  const onPhones = new Set(filesFor(masthead, beginningOf(shown, FIRST_SCREENS.phone)))
  const all = filesFor(masthead, beginningOf(shown, FIRST_SCREENS.wide))
  return all.map((name) => ({ name, wideOnly: !onPhones.has(name) }))
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
function beginningOf(html: string, { characters, picture }: { characters: number; picture: number }) {
  let seen = 0
  for (const { 0: part, index } of html.matchAll(/<img\b[^>]*>|(?<=>)[^<]+/g)) {
    seen += part.startsWith('<img') ? picture : part.trim().length
    if (seen > characters) return html.slice(0, index + part.length)
  }
  return html
}

function subsetsIn(text: string) {
  return Object.entries(SUBSETS).flatMap(([subset, letters]) => (letters.test(text) ? subset : []))
}

function textOf(html: string) {
  return html.replace(/<[^>]*>?/g, ' ').replace(/&[#\w]+;/g, ' ')
}
