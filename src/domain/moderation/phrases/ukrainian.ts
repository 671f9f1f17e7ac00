const VOWEL = '[аеєиіїоуюя]'
const FEWEST_LETTERS = 3

const OF_NOUNS =
  /(?:ованими|ованого|ованому|ованої|ування|ському|ського|ськими|ськими|остями|істю|ість|ості|енням|ення|анням|ання|ними|ного|ному|ною|ями|ами|ими|іми|ого|ому|ої|ією|єю|ою|ею|ах|ях|ам|ям|ом|ем|єм|ів|їв|ев|их|іх|им|ім|ій|ий|ові|еві|єві|у|ю|а|я|о|е|є|и|і|ї|й|ь)$/u
const OF_VERBS = new RegExp(`(?<=${VOWEL})(?:тися|ться|вшись|лися|лася|лося|вся|ти|ть|вши|ла|ло|ли|в|ш|мо|те|й)$`, 'u')
/** Before these endings a consonant may be another: "падлюці" is of "падлюка". */
const SOFTENED = /[еі]$/u
const HARD: Readonly<Record<string, string>> = { ц: 'к', ч: 'к', з: 'г', ж: 'г', с: 'х', ш: 'х' }
/** Of a word that ends in a consonant, the last vowel may be absent before an ending: "дурень", "дурня". */
const FLEETING = /(?<=[^аеєиіїоуюя])[еоіё](?=[^аеєиіїоуюяь]ь?$)/u

/** What the forms of a noun or adjective, and those of a verb, share; Snowball has no stemmer of Ukrainian. */
export function ukrainianStems(word: string): string[] {
  const noun = without(word, OF_NOUNS)
  const hard = SOFTENED.test(word) ? HARD[noun.at(-1)!] : undefined
  return [noun, ...(hard ? [noun.slice(0, -1) + hard] : []), without(word, OF_VERBS)].filter(
    (stem, i, all) => all.indexOf(stem) === i,
  )
}

/** A Russian or Ukrainian word as it is before an ending, where its last vowel may go; undefined where it has none such. */
export function withoutFleeting(word: string): string | undefined {
  const shorter = word.replace(FLEETING, '')
  return shorter === word || shorter.length < FEWEST_LETTERS ? undefined : shorter.replace(/ь$/u, '')
}

function without(word: string, ending: RegExp): string {
  const stem = word.replace(ending, '')
  return stem.length < FEWEST_LETTERS ? word : stem
}
