import type { Asked, TranslationEngine } from './engine.ts'
import { judged } from './judging.ts'
import { joined, piecesOf, type Shielded, shielded, unshielded } from './shielding.ts'

const HAS_LETTER = /\p{L}/u

/**
 * Translates texts by an engine, in questions that it can take. Links, handles, code and these names of readers are not sent: they
 * stand in the answer as they stood in the text. Throws EngineTrouble, and then nothing was translated.
 */
export async function translateTexts(
  engine: TranslationEngine,
  asked: Asked,
  names: readonly string[] = [],
): Promise<string[]> {
  const shields = asked.texts.map((text) => shielded(text, names))
  const shown = shields.map((one) => one.shown)
  const answers = await askedInParts(engine, { ...asked, texts: shown })
  const whole: string[] = []
  for (const [at, shield] of shields.entries())
    whole.push(unshielded(answers[at]!, shield) ?? (await inPieces(engine, asked, shield)))
  return whole
}

/** How many characters an engine is sent for these texts. */
export function charactersIn(texts: readonly string[], names: readonly string[] = []): number {
  return texts.reduce((sum, text) => sum + shielded(text, names).shown.length, 0)
}

async function inPieces(engine: TranslationEngine, asked: Asked, shield: Shielded): Promise<string> {
  const pieces = piecesOf(shield)
  const answers = await askedInParts(engine, { ...asked, texts: pieces.map((piece) => piece.trim()) })
  return joined(
    pieces.map((piece, at) => inItsSpace(piece, answers[at]!)),
    shield,
  )
}

function inItsSpace(piece: string, answer: string): string {
  const inside = piece.trim()
  return inside === '' ? piece : piece.replace(inside, () => answer.trim())
}

/** @NOTE what has no letters is the same in all languages and is not asked about. */
async function askedInParts(engine: TranslationEngine, asked: Asked): Promise<string[]> {
  const answers = [...asked.texts]
  const open = asked.texts.flatMap((text, at) => (HAS_LETTER.test(text.replace(/⟦\d+⟧/g, '')) ? [at] : []))
  for (const part of partsOf(open, asked.texts, engine.most)) {
    const texts = part.map((at) => asked.texts[at]!)
    const said = judged({ texts, to: asked.to }, await engine.translate({ ...asked, texts }))
    for (const [n, at] of part.entries()) answers[at] = said[n]!
  }
  return answers
}

function partsOf(open: readonly number[], texts: readonly string[], most: TranslationEngine['most']): number[][] {
  const parts: number[][] = []
  let room = 0
  for (const at of open) {
    const { length } = texts[at]!
    const last = parts.at(-1)
    if (last && last.length < most.texts && length <= room) last.push(at)
    else {
      parts.push([at])
      room = most.characters
    }
    room -= length
  }
  return parts
}
