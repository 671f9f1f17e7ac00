const RUSSIAN = 'ий ого ому им ом ая ой ую ою ое ие их ими'.split(' ')
const UKRAINIAN = 'ий ого ому им ім а ої ій у ою е і их ими'.split(' ')

/** The adjectives that Russian, Ukrainian and Arabic make of a place, with their endings: Ташкент, "ташкентского"; الصين, "الصينية". */
export function adjectivesOf(place: string, base: string): string[] {
  if (base === 'ru') return stemsOf(place, 'ск').flatMap((stem) => RUSSIAN.map((ending) => stem + ending))
  if (base === 'uk') return stemsOf(place, 'ськ').flatMap((stem) => UKRAINIAN.map((ending) => stem + ending))
  return base === 'ar' ? arabic(place) : []
}

const ARABIC = ['ي', 'يه', 'يا', 'يين', 'يون', 'يات']

function arabic(place: string): string[] {
  const bare = place.replace(/^ال/, '').replace(/(?:يا|ا|ه)$/, '')
  if (bare.length < SHORTEST) return []
  return ARABIC.flatMap((ending) => [bare + ending, `ال${bare}${ending}`])
}

const SHORTEST = 2

function stemsOf(place: string, suffix: string): string[] {
  const bare = place.replace(/[аяоеєиіїыь]+$/, '')
  if (bare.length < SHORTEST) return []
  const stems = [bare + suffix, bare + SOFTENED + suffix]
  if (/[иі]я$/.test(place)) stems.push(`${place.slice(0, -1)}й${suffix}`)
  if (/г$/.test(bare)) stems.push(bare.slice(0, -1) + (suffix === 'ск' ? 'жск' : 'зьк'))
  if (/ж+$/.test(bare)) stems.push(bare.replace(/ж+$/, 'зьк'))
  if (/с$/.test(bare)) stems.push(bare.slice(0, -1) + suffix)
  if (/в$/.test(bare)) stems.push(`${bare.slice(0, -1)}овск`)
  return stems
}

/** Ливерпуль, "ливерпульский". */
const SOFTENED = 'ь'
