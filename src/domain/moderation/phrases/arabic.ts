const FEWEST_LETTERS = 3

const CARRIERS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ئ: 'ي',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
}
const OTHER = new RegExp(`[${Object.keys(CARRIERS).join('')}]`, 'gu')

/** Arabic letters that are typed for one another, as one. */
export function foldedArabic(word: string): string {
  return word.replace(OTHER, (letter) => CARRIERS[letter]!)
}

const BEFORE = /^(?:[وف]?(?:ال|لل|[بك]ال)|[وفبلك])/u
const BEFORE_VERBS = /^[وف]?س?[يتنا]/u
const AFTER = /(?:هما|كما|ها|هم|هن|كم|نا|ان|ات|ون|ين|وا|ته|تي|ه|ي)$/u

/** What remains of a folded word without what is written together with it: article, "and", persons. Snowball's leaves much of it. */
export function arabicStems(folded: string): string[] {
  const stems = [folded, without(folded, BEFORE), without(folded, BEFORE_VERBS)]
  return [...new Set(stems.flatMap((stem) => [stem, without(stem, AFTER)]))]
}

function without(word: string, part: RegExp): string {
  const rest = word.replace(part, '')
  return rest.length < FEWEST_LETTERS ? word : rest
}
