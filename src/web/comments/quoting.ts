import { type Edition, editionsById } from '../../domain/articles/index.ts'
import { type Comment, shownRow } from '../../domain/discussion/index.ts'
import { anchorsShown } from '../../domain/sources/early.ts'
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

/** A passage that an edition marks as the beginning of a thread: quoted, with where it stands; nothing where it marks none by that key. */
export async function markedInto(
  ask: Ask,
  { id, language, slug }: Pick<Edition, 'id' | 'language' | 'slug'>,
  asked: Readonly<Record<'claim' | 'quote', string>>,
): Promise<string> {
  if (asked.claim === '' && asked.quote === '') return ''
  const anchors = await anchorsShown(ask.store, id)
  const anchor = anchors.find(({ kind, key }) => asked[kind] === key)
  const title = anchor && (await editionsById(ask.store, [id]))[0]?.title
  if (!anchor || !title) return ''
  const attribution = title.replace(/[[\]()]/g, '')
  return `${quotationBlock({ words: anchor.exact, attribution, of: { language, slug } })}\n\n`
}

/** Comments that were imported may be longer than one that is written here. */
function beginning(plain: string): string {
  const characters = Array.from(plain)
  if (characters.length <= LONGEST) return plain
  const whole = characters.slice(0, LONGEST).join('')
  return whole.slice(0, Math.max(whole.lastIndexOf(' '), whole.lastIndexOf('\n')) || undefined).trimEnd()
}
