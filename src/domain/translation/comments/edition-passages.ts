import type { Language } from '../../../kit/language.ts'
import type { Reading } from '../../../store/index.ts'
import { withoutMarkSigns } from '../../../text/mark-signs.ts'
import { plainWords } from '../../../text/plain-words.ts'
import {
  type ArticleId,
  type Edition,
  editionIn,
  isReadable,
  type Revision,
  revisionWithId,
} from '../../articles/index.ts'
import { translated } from '../editions/translated.ts'

/** Words of an edition, as readers of another edition of the article find them. */
export interface EditionPassage {
  /** Of each paragraph that they touch the whole. */
  words: string
  of: { language: Language; slug: string; title: string }
}

/** Finds what an edition in another language says in place of words that are quoted from one; undefined where it has no such paragraph. */
export type FindPassage = (quoted: { language: string; words: string }) => EditionPassage | undefined

/** Reads how an article's edition in a language puts the paragraphs of those in others, as far as readers see both. */
export async function passagesInto(
  db: Reading,
  { articleId, into, from }: { articleId: ArticleId; into: Language; from: readonly Language[] },
): Promise<FindPassage> {
  const to = await seenIn(db, articleId, into)
  if (!to) return () => undefined
  const pairs = new Map<string, readonly Pair[]>()
  for (const language of new Set(from)) {
    const edition = await seenIn(db, articleId, language)
    if (edition) pairs.set(language, await pairsBetween(db, edition, to))
  }
  const of = { language: into, slug: to.edition.slug, title: to.words.title }
  return ({ language, words }) => {
    const found = translatedIn(pairs.get(language) ?? [], words)
    return found === undefined ? undefined : { words: found, of }
  }
}

interface Seen {
  edition: Edition
  words: Revision
}

type Pair = readonly [said: string, translated: string]

async function seenIn(db: Reading, articleId: ArticleId, language: Language): Promise<Seen | undefined> {
  const edition = await editionIn(db, articleId, language)
  if (!edition || !isReadable(edition) || edition.revisionId === null) return
  const words = await revisionWithId(db, edition.revisionId)
  return words && { edition, words }
}

/** Which paragraphs of two editions say the same: one is made of the other, or both of a third. */
async function pairsBetween(db: Reading, from: Seen, to: Seen): Promise<readonly Pair[]> {
  const [made, other] = [await ofOriginal(db, to), await ofOriginal(db, from)]
  if (made?.originalId === from.edition.id) return made.pairs
  if (other?.originalId === to.edition.id) return other.pairs.map(([said, words]) => [words, said])
  if (!made || made.originalId !== other?.originalId) return []
  const translated = new Map(made.pairs)
  return other.pairs.flatMap(([said, words]): Pair[] => {
    const one = translated.get(said)
    return one === undefined ? [] : [[words, one]]
  })
}

/** The paragraphs of an edition as readers see it, each behind that of its original. */
async function ofOriginal(db: Reading, { edition, words }: Seen) {
  const { original, paragraphs } = await translated(db, edition.id, words)
  if (!original) return
  const own = paragraphs.filter((one) => one.part === 'words' && one.words !== '' && one.now !== '')
  return { originalId: original.id, pairs: own.map(({ now, words }): Pair => [now, words]) }
}

/** Undefined unless each line of the words stands in a paragraph. */
function translatedIn(pairs: readonly Pair[], words: string): string | undefined {
  const touched = new Set<string>()
  for (const line of words.split(/\n+/).map(spaced).filter(Boolean)) {
    const found = pairs.find(([said]) => mayHold(said, line) && spaced(plainOf(said)).includes(line))
    if (!found) return
    touched.add(found[1])
  }
  return touched.size === 0 ? undefined : [...touched].map(plainOf).join('\n')
}

/** @NOTE to make a paragraph plain takes far longer than to look for a word in it. */
function mayHold(said: string, line: string): boolean {
  const longest = line.split(/[^\p{L}\p{N}]+/u).reduce((a, b) => (b.length > a.length ? b : a), '')
  return said.includes(longest)
}

function plainOf(block: string): string {
  return plainWords(withoutMarkSigns(block).words)
}

function spaced(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
