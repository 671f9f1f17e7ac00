import { nameKey } from './name-words.ts'

const LETTERS = 3
/** Shorter words change as far as to their second letter: Лев, Льва. */
const SHORTEST = 5
const TELLS = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+$/u

/** Whether a text can name something at all, which is quickly seen: by how the longest word of the name begins. */
export function mayName(text: string, form: string): boolean {
  const words = form.split(/[^\p{L}\p{M}]+/u).map(nameKey)
  const longest = words.reduce((before, word) => (word.length > before.length ? word : before), '')
  const begins = longest.slice(0, LETTERS)
  if (longest.length < SHORTEST || !TELLS.test(begins)) return true
  const pattern = Array.from(begins, (letter) => (letter === 'е' ? '[её]' : letter)).join("['’ʼ]?")
  return new RegExp(pattern, 'iu').test(text)
}
