import { createRequire } from 'node:module'
import type * as iuliia from 'iuliia'
import { lazy } from '../../../kit/lazy.ts'
import { spelledBy, table } from './letters.ts'

const require = createRequire(import.meta.url)
/** Schemes for Russian names by `iuliia`, read when one is asked for. */
const library = lazy((): typeof iuliia => require('iuliia'))

const LETTERS_OF_DUDEN =
  table(`а a б b в w г g д d е e ё jo ж sch з s и i й i к k л l м m н n о o п p р r с s т t у u ф f х ch
ц z ч tsch ш sch щ schtsch ъ - ы y ь - э e ю ju я ja`)

/** A Russian name in Latin letters, by the scheme that a language is used to. */
export function russianInLatin(text: string, language: string): { form: string; scheme: string }[] {
  const { translate, BGN_PCGN, ICAO_DOC_9303, MVD_310_FR, WIKIPEDIA } = library()
  const passport = { form: translate(text, ICAO_DOC_9303), scheme: 'icao-9303' }
  if (language === 'de') return [{ form: spelledBy(LETTERS_OF_DUDEN)(text), scheme: 'duden' }, passport]
  if (language === 'fr') return [{ form: translate(text, MVD_310_FR), scheme: 'mvd-310' }, passport]
  return [
    { form: translate(text, WIKIPEDIA), scheme: 'wikipedia' },
    { form: translate(text, BGN_PCGN), scheme: 'bgn-pcgn' },
    passport,
  ]
}
