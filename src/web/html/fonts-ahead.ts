/** Of our faces, the files that hold a script's letters; digits, spaces and marks are in that of Latin ones. */
const SUBSETS = {
  latin: /[\p{Script=Latin}\d]/u,
  'latin-ext': /[\u0100-\u02ba\u1e00-\u1e9f\u1ef2-\u1eff]/,
  cyrillic: /[\u0401\u0410-\u045f\u0490\u0491]/,
  greek: /[\u0370-\u03ff]/,
  vietnamese: /[\u0102\u0103\u0110\u0111\u1ea0-\u1ef9]/,
} as const

/** So much of a page's HTML can stand on the first screen. */
const FIRST_SCREEN = 8_000

const SLANTED = /<(?:em|i|cite|p class="motto")(?:\s[^>]*)?>(.*?)<\/(?:em|i|cite|p)>/gs

/**
 * The files of our faces that the first screen is set in, by the letters that stand there: nothing of it is set in another face
 * because a file came too late. What is slanted is set in the serif.
 */
export function fontsAhead(masthead: string, main: string): string[] {
  const beginning = main.slice(0, FIRST_SCREEN)
  const slanted = [...`${masthead}${beginning}`.matchAll(SLANTED)].map(([, inside]) => inside).join(' ')
  const named = (family: string, html: string, style = '') =>
    subsetsIn(textOf(html)).map((subset) => `${family}-${subset}${style}.woff2`)
  return [
    ...named('source-serif-4', beginning),
    ...named('source-sans-3', `${masthead} ${beginning}`),
    ...named('source-serif-4', slanted, '-italic'),
  ]
}

function subsetsIn(text: string) {
  return Object.entries(SUBSETS).flatMap(([subset, letters]) => (letters.test(text) ? subset : []))
}

function textOf(html: string) {
  return html.replace(/<[^>]*>?/g, ' ').replace(/&[#\w]+;/g, ' ')
}
