import type { Asked } from './engine.ts'
import { EngineTrouble } from './engine-trouble.ts'

const LETTERS = /\p{L}/gu
const ENTITY = /&(?:amp|lt|gt|quot|#39|#x27|apos|nbsp);/gi
const MEANT: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&apos;': "'",
  '&nbsp;': '\u00a0',
}
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/gu,
  ru: /\p{Script=Cyrillic}/gu,
  uk: /\p{Script=Cyrillic}/gu,
  zh: /\p{Script=Han}/gu,
}
const LATIN = /\p{Script=Latin}/gu

/** In so many letters the script of the language must show; of short texts nothing can be said. */
const ENOUGH = 20
const LEAST_IN_SCRIPT = 0.3
/** A translation is never so many times shorter or longer. @NOTE Chinese says in one letter what English says in three to five. */
const SHORTEST = 0.35
const SHORTEST_IN_HAN = 0.08
const LONGEST = 12

/**
 * What an engine answered, as far as it can be a translation of what was asked: entities are the letters that are meant.
 * Throws EngineTrouble where texts are missing, empty, cut off, or in another script.
 */
export function judged({ texts, to }: Pick<Asked, 'texts' | 'to'>, answers: readonly string[]): string[] {
  if (answers.length !== texts.length)
    throw new EngineTrouble('wrong-answer', `${answers.length} texts came back for ${texts.length}.`)
  return answers.map((answer, at) => judgedOne(texts[at]!, plain(texts[at]!, answer), to))
}

function judgedOne(text: string, answer: string, to: string): string {
  const [asked, came] = [lettersIn(text), lettersIn(answer)]
  if (asked > 0 && came === 0) throw new EngineTrouble('wrong-answer', 'A text came back without a letter.')
  if (asked < ENOUGH) return answer
  const least = to === 'zh' ? SHORTEST_IN_HAN : SHORTEST
  if (came < asked * least || came > asked * LONGEST)
    throw new EngineTrouble('wrong-answer', `A text of ${asked} letters came back with ${came}.`)
  const inScript = answer.match(SCRIPTS[to] ?? LATIN)?.length ?? 0
  if (inScript < came * LEAST_IN_SCRIPT) throw new EngineTrouble('wrong-answer', 'A text came back in another script.')
  return answer
}

/** @NOTE some engines take plain text for HTML and answer with entities that nobody wrote. */
function plain(text: string, answer: string): string {
  return answer.replace(ENTITY, (entity) => (text.includes(entity) ? entity : MEANT[entity.toLowerCase()]!))
}

function lettersIn(text: string): number {
  return text.match(LETTERS)?.length ?? 0
}
