import { Trouble } from '../../kit/trouble.ts'

export const LONGEST_NAME = 40
const MOST_MARKS = 10

/** Controls, line breaks, lone surrogates, and all that is not seen or turns the direction of what follows. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u
/** @NOTE some scripts and emoji cannot be written without these. */
const JOINERS = /(?<=\p{L}|\p{M}|\p{Emoji}|\uFE0F)[\u200C\u200D](?=[\p{L}\p{Emoji}])|(?<=\p{Emoji})\uFE0F/gu
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The name as typed, without the space around it; throws Trouble when it is empty, too long, or hides something. */
export function nameFrom(text: string): string {
  const name = text.trim()
  if (!SEEN.test(name)) throw new Trouble('invalid', 'name.missing')
  if (isLong(name)) throw new Trouble('invalid', 'name.too-long', { limit: LONGEST_NAME })
  if (UNSEEN.test(name.replace(JOINERS, ''))) throw new Trouble('invalid', 'name.unseen')
  return name
}

/** A character may be of several code points, but marks piled on one another are no honest name. */
function isLong(name: string) {
  return name.length > LONGEST_NAME * MOST_MARKS || [...characters.segment(name)].length > LONGEST_NAME
}
