import { type Comment, shownRow } from '../../domain/discussion/index.ts'
import { quotationBlock } from '../../text/quotation-blocks.ts'
import { LONGEST } from '../../text/words.ts'
import type { Ask } from '../http/ask.ts'

/** A comment's words as the beginning of an answer: quoted, with who said them and where. */
export async function quotedInto(ask: Ask, comment: Comment): Promise<string> {
  const row = await shownRow(ask.store, comment.id)
  const say = await ask.say()
  const name = row?.authorName ?? say('comment.nobody')
  const block = quotationBlock({
    words: beginning(comment.plain ?? ''),
    attribution: `${name.replace(/[[\]()]/g, '')}, ${comment.label}`,
    of: { comment: comment.id },
  })
  return `${block}\n\n`
}

/** Comments that were imported may be longer than one that is written here. */
function beginning(plain: string): string {
  const characters = Array.from(plain)
  if (characters.length <= LONGEST) return plain
  const whole = characters.slice(0, LONGEST).join('')
  return whole.slice(0, Math.max(whole.lastIndexOf(' '), whole.lastIndexOf('\n')) || undefined).trimEnd()
}
