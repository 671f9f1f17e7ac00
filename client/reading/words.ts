type Words = Record<string, string | Record<string, string>>

let words: Words | undefined

/** A sentence of the page's language, with a number where it counts something. */
export function say(key: string, count = 0): string {
  words ??= JSON.parse(document.getElementById('discussion')?.dataset.words ?? '{}') as Words
  const sentence = words[key] ?? ''
  if (typeof sentence === 'string') return sentence
  const lang = words.locale === undefined ? document.documentElement.lang : String(words.locale)
  const form = sentence[new Intl.PluralRules(lang).select(count)] ?? sentence.other ?? ''
  return form.replace('#', new Intl.NumberFormat(lang).format(count))
}
