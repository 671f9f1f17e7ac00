const BELOW_TWENTY =
  'null ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn'.split(
    ' ',
  )
const TENS = 'zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig'.split(' ')
const SMALL = new Map<string, number>([
  ...BELOW_TWENTY.map((word, value) => [word, value] as const),
  ...TENS.map((word, at) => [word, (at + 2) * 10] as const),
])
/** Where the ordinal is no more than the number and an ending. */
const ORDINAL = /^(.+?)(?:st|t)(?:e|er|en|es|em)(?:ns)?$/
const ODD: Readonly<Record<string, number>> = { drit: 3, sech: 6, sieb: 7, ach: 8 }

/** The value of a German number that is written as one word, of two parts at least; ordinals too. */
export function germanNumber(key: string): { value: number; isOrdinal: boolean } | undefined {
  const cardinal = numberOf(key)
  if (cardinal !== undefined) return { value: cardinal, isOrdinal: false }
  const [, stem = ''] = ORDINAL.exec(key) ?? []
  const ordinal = ODD[stem] ?? numberOf(stem)
  return ordinal === undefined ? undefined : { value: ordinal, isOrdinal: true }
}

/** "zweieinhalb" */
const AND_HALF = 'einhalb'

function numberOf(word: string): number | undefined {
  if (word === '') return undefined
  if (word.endsWith(AND_HALF)) return halved(SMALL.get(word.slice(0, -AND_HALF.length)))
  return SMALL.get(word) ?? split(word, 'tausend', 1_000) ?? split(word, 'hundert', 100) ?? unitsAndTens(word)
}

function halved(whole: number | undefined): number | undefined {
  return whole === undefined ? undefined : whole + 1 / 2
}

function split(word: string, at: string, times: number): number | undefined {
  const place = word.indexOf(at)
  if (place < 0) return undefined
  const [before, after] = [word.slice(0, place), word.slice(place + at.length).replace(/^und(?!.*und)/, '')]
  const [many, rest] = [before === '' ? 1 : numberOf(before), after === '' ? 0 : numberOf(after)]
  return many === undefined || rest === undefined ? undefined : many * times + rest
}

function unitsAndTens(word: string): number | undefined {
  const [unit, ten, ...more] = word.split('und')
  const [low, high] = [SMALL.get(unit ?? ''), SMALL.get(ten ?? '')]
  return more.length > 0 || low === undefined || high === undefined || low > 9 || high < 20 ? undefined : low + high
}
