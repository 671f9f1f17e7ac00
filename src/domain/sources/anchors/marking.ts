import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import { markedPassages } from '../../../text/marked-passages.ts'
import { isMarkKey, marked, type SourceMark, type SourceMarkKind } from '../../../text/source-marks.ts'
import { type EditionId, latestRevision, saveRevision } from '../../articles/index.ts'
import type { Keeping } from '../keeping.ts'

export interface Marking extends Keeping {
  editionId: EditionId
  kind: SourceMarkKind
  /** The next number where it is empty. */
  key: string
  /** As they stand in the text, in which they stand once. */
  words: string
}

/** What became of it: the mark, or the number of the revision in which it stands aside. */
export type Marked = { mark: SourceMark } | { asideNumber: number }

/** Puts a mark around words of the latest text, as another revision; throws Trouble where they do not stand there once, or cannot be marked. */
export async function markWords(tx: Writing, { editionId, kind, key, words, byId, at }: Marking): Promise<Marked> {
  const latest = await latestRevision(tx, editionId)
  if (!latest) throw new Trouble('missing', 'edition.missing')
  const mark = { kind, key: key.trim() || nextKey(latest.words, kind) }
  if (!isMarkKey(mark.key)) throw new Trouble('invalid', 'mark.key-wrong', {}, { fields: { key: 'mark.key-wrong' } })
  const body = withMark(latest.words, words.replace(/\r\n?/g, '\n').trim(), mark)
  const saving = { id: editionId, base: latest.number, words: { ...latest, words: body }, by: { id: byId }, at }
  const { number, isAside } = await saveRevision(tx, saving)
  return isAside ? { asideNumber: number } : { mark }
}

/** The first number by which a text marks nothing yet. */
export function nextKey(body: string, kind: SourceMarkKind): string {
  const used = [...body.matchAll(/\{(claim|quote) (\d+)\}/g)].filter(([, of]) => of === kind)
  return String(Math.max(0, ...used.map(([, , number]) => Number(number))) + 1)
}

function withMark(body: string, words: string, mark: SourceMark): string {
  const at = words === '' ? -1 : body.indexOf(words)
  if (at < 0) throw wrong('mark.words-missing')
  if (body.indexOf(words, at + 1) >= 0) throw wrong('mark.words-twice')
  const changed = body.slice(0, at) + marked(words, mark) + body.slice(at + words.length)
  const count = (text: string) => markedPassages(text).passages.length
  if (count(changed) !== count(body) + 1) throw wrong('mark.words-unfit')
  return changed
}

function wrong(key: string): Trouble {
  return new Trouble('invalid', key, {}, { fields: { words: key } })
}
