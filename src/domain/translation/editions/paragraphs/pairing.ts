import { sha256 } from '../../../../kit/hash.ts'
import { blocksOf, bodyOf } from '../../../../text/blocks.ts'
import type { EditionWords } from '../../../articles/index.ts'
import type { PersonId } from '../../../people/index.ts'
import { carryOver } from './carry-over.ts'
import { type KeptParagraph, PARTS, type PairedParagraph, type Part } from './paragraph.ts'
import { sideBySide } from './side-by-side.ts'

/** Who has written what stands in an edition and in no paragraph that is known. */
export interface Writer {
  byId: PersonId | null
  at: number
}

/** An edition's paragraphs beside its original as both stand now, in the edition's order; what was known of them stays known, and what nobody has translated stands among them without words. */
export function paired(
  kept: readonly KeptParagraph[],
  original: EditionWords,
  edition: EditionWords,
  writer: Writer,
): PairedParagraph[] {
  const isNew = kept.length === 0
  return PARTS.flatMap((part) => {
    const [from, to] = [blocksIn(original, part), blocksIn(edition, part)]
    const known = isNew ? firstPairs(part, from, to, writer) : kept.filter((one) => one.part === part)
    return besideOriginal(part, inEdition(part, known, to, writer), from)
  })
}

/** The words of an edition that consists of these paragraphs. */
export function editionOf(paragraphs: readonly Pick<KeptParagraph, 'part' | 'words'>[]): EditionWords {
  const of = (part: Part) => bodyOf(written(paragraphs.filter((one) => one.part === part)).map(({ words }) => words))
  return {
    title: of('title'),
    standfirst: of('standfirst'),
    pictureAlt: of('pictureAlt'),
    pictureCaption: of('pictureCaption'),
    words: of('words'),
  }
}

export function written<Of extends { words: string }>(paragraphs: readonly Of[]): Of[] {
  return paragraphs.filter(({ words }) => words !== '')
}

/** What tells one wording of a paragraph and its original from every other. */
export function wordingOf({ part, now, words }: Pick<PairedParagraph, 'part' | 'now' | 'words'>): string {
  return sha256(JSON.stringify([part, now, words])).slice(0, HASH_LENGTH)
}

/** By which the same words are found in other articles. */
export function hashOf(original: string): string {
  return sha256(original.replace(/\s+/g, ' ').trim()).slice(0, HASH_LENGTH)
}

const HASH_LENGTH = 32

function blocksIn(words: EditionWords, part: Part): string[] {
  if (part === 'words') return blocksOf(words.words)
  return words[part] === '' ? [] : [words[part]]
}

const NEW = {
  id: null,
  engine: null,
  model: null,
  glossaryVersion: null,
  reviewedById: null,
  reviewedAt: null,
} as const

function fresh(part: Part, original: string, words: string, writer: Writer): KeptParagraph {
  const state = words === '' ? 'untouched' : 'edited'
  return { ...NEW, part, original, originalHash: hashOf(original), words, state, ...writer }
}

/** Where nothing is known, paragraphs stand beside each other by their order and length. */
function firstPairs(part: Part, from: readonly string[], to: readonly string[], writer: Writer): KeptParagraph[] {
  const pairs = sideBySide(from, to).filter(([, words]) => words.length > 0)
  return pairs.map(([originals, words]) => fresh(part, bodyOf(originals), bodyOf(words), writer))
}

/** What is known of an edition's paragraphs, as they stand in its words now. */
function inEdition(part: Part, known: readonly KeptParagraph[], to: readonly string[], writer: Writer) {
  const blocks = known.map(({ words }) => words)
  if (bodyOf(blocks) === bodyOf(to)) return known
  const { paragraphs, added } = carryOver(blocks, to)
  const placed = new Map<number, KeptParagraph>(added.map((block) => [block, fresh(part, '', to[block]!, writer)]))
  for (const [index, one] of known.entries()) {
    const { blocks: at, isSame } = paragraphs[index]!
    if (at.length === 0) continue
    const sharing = at.find((block) => placed.has(block))
    const words = bodyOf(at.map((block) => to[block]!))
    const moved = isSame ? { ...one, words } : { ...one, ...editedBy(writer), words }
    if (sharing === undefined) placed.set(at[0]!, moved)
    else placed.set(sharing, joinedWith(placed.get(sharing)!, one))
  }
  return [...placed].toSorted(([a], [b]) => a - b).map(([, one]) => one)
}

/** Two paragraphs that are one in the edition are one here. */
function joinedWith(one: KeptParagraph, other: KeptParagraph): KeptParagraph {
  const original = bodyOf([one.original, other.original].filter((words) => words !== ''))
  const isRead = one.state === 'reviewed' && other.state === 'reviewed'
  const read = isRead ? {} : { state: 'edited' as const, reviewedById: null, reviewedAt: null }
  return { ...one, ...read, original, originalHash: hashOf(original) }
}

function editedBy({ byId, at }: Writer) {
  return { state: 'edited', byId, at, reviewedById: null, reviewedAt: null } as const
}

/** Each paragraph with what the original says now, and where it says something that nobody has translated, that. */
function besideOriginal(part: Part, known: readonly KeptParagraph[], from: readonly string[]): PairedParagraph[] {
  const translating = known.filter(({ original }) => original !== '')
  const { paragraphs, added } = carryOver(
    translating.map(({ original }) => original),
    from,
  )
  const list = known.map((one) => {
    const found = paragraphs[translating.indexOf(one)]
    return { block: found?.blocks.at(-1), pair: pairOf(one, found?.now ?? '', found !== undefined && !found.isSame) }
  })
  for (const block of added) {
    const pair = pairOf(fresh(part, from[block]!, '', NOBODY), from[block]!, false)
    const before = nearestBefore(list, block)
    list.splice(before + 1, 0, { block, pair })
  }
  return list.map(({ pair }) => pair)
}

const NOBODY: Writer = { byId: null, at: 0 }

/** Behind which of them what stands there in the original belongs; -1 where it comes first. */
function nearestBefore(list: readonly { block: number | undefined }[], block: number): number {
  const blocks = list.map((one) => one.block ?? -1)
  const before = Math.max(-1, ...blocks.filter((one) => one < block))
  return before < 0 ? -1 : blocks.lastIndexOf(before)
}

function pairOf(one: KeptParagraph, now: string, isStale: boolean): PairedParagraph {
  return { ...one, now, isStale, wording: wordingOf({ ...one, now }) }
}
