import { languageFrom } from '../kit/language.ts'

/** The language that a page says, as a list of one; none where it says none. Some write "en_US", and some the name of the language in English. */
export function spokenIn(text: string | undefined): string[] {
  const said = (text ?? '').trim().replaceAll('_', '-')
  const tag = languageFrom(said)
  const isTag = tag !== undefined && tag.split('-')[0]!.length <= LONGEST_CODE
  const spoken = isTag ? tag : namedInEnglish().get(said.toLowerCase())
  return spoken === undefined ? [] : [spoken]
}

/** @NOTE a longer first subtag is allowed by the grammar, and none was ever given out. Source: BCP 47, section 2.2.1. */
const LONGEST_CODE = 3
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

let names: Map<string, string> | undefined

function namedInEnglish(): Map<string, string> {
  const inEnglish = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
  names ??= new Map(
    LETTERS.flatMap((one) => LETTERS.map((other) => one + other)).flatMap((code) => {
      const name = inEnglish.of(code)
      return name === undefined ? [] : [[name.toLowerCase(), code] as const]
    }),
  )
  return names
}
