import { isInkless, withoutInkless, withoutJoiners } from '../../../kit/characters.ts'
import { graphemesOf } from '../../../kit/segmenting.ts'
import { Trouble } from '../../../kit/trouble.ts'

export const LONGEST_NAME = 40
const LONGEST_UNITS = 400
/** Hebrew, Devanagari and Thai need three on a letter. */
const MOST_MARKS = 4
const PILE = new RegExp(`\\p{M}{${MOST_MARKS + 1}}`, 'u')

/** Controls, line breaks, lone surrogates, private and unknown characters. */
const CONTROLS = /[\p{C}\p{Zl}\p{Zp}]/u
const SPACES = /\p{Zs}/gu
const MARKS = /\p{M}/gu

/** The name as typed, without the space around it; throws Trouble when it is empty, too long, hides something, or bears too many marks. */
export function nameFrom(text: string): string {
  const name = text.trim()
  if (isInkless(name.replace(MARKS, ''))) throw new Trouble('invalid', 'name.missing')
  if (isLong(name)) throw new Trouble('invalid', 'name.too-long', { limit: LONGEST_NAME })
  if (hides(withoutJoiners(name).replace(SPACES, ''))) throw new Trouble('invalid', 'name.unseen')
  if (PILE.test(name.normalize('NFD'))) throw new Trouble('invalid', 'name.marks', { limit: MOST_MARKS })
  return name
}

function hides(name: string) {
  return CONTROLS.test(name) || withoutInkless(name, () => '') !== name
}

/** A character may be of several code points. */
function isLong(name: string) {
  if (name.length <= LONGEST_NAME) return false
  return name.length > LONGEST_UNITS || [...graphemesOf(name)].length > LONGEST_NAME
}
