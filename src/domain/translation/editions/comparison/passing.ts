import { Trouble } from '../../../../kit/trouble.ts'
import type { Writing } from '../../../../store/index.ts'
import { blocksOf } from '../../../../text/blocks.ts'
import { type Acting, type Edition, type EditionWords, type MayAppear, sayUnreviewed } from '../../../articles/index.ts'
import type { PairedParagraph } from '../paragraphs/paragraph.ts'
import { keepParagraphs, noteRevision } from '../paragraphs/paragraphs.ts'
import type { EditionTables } from '../tables.ts'
import { translated, wordsShown } from '../translated.ts'
import { type Found, unsettledIn } from './found.ts'
import { factOf, type Miss } from './miss.ts'
import { overridesOf } from './overrides.ts'

/** Lets an edition appear of which this was found, once every miss is mended or overridden and every name is settled; an original always. */
export function passing(found: Found): MayAppear {
  return async (tx, edition, revision, acting) => {
    const { original, paragraphs } = await translated(tx, edition.id, revision)
    if (!original) return sayUnreviewed(tx, edition, 0, acting.at)
    const overridden = await mustPass(tx, edition, paragraphs, found)
    await keepParagraphs(tx, edition.id, paragraphs)
    await noteRevision(tx, edition.id, original.revisionId)
    await notePassage(tx, { compared: paragraphs.filter(({ words }) => words !== '').length, overridden }, acting)
    await sayUnreviewed(tx, edition, paragraphs.some(({ state }) => state === 'machine') ? 1 : 0, acting.at)
  }
}

/** What waits to be mended or overridden, paragraph by paragraph. */
export function openMisses(
  paragraphs: readonly PairedParagraph[],
  { misses }: Pick<Found, 'misses'>,
  overrides: readonly { wording: string; fact: string }[],
): { wording: string; miss: Miss }[] {
  const isOver = (wording: string, miss: Miss) =>
    overrides.some((one) => one.wording === wording && one.fact === factOf(miss))
  return paragraphs.flatMap(({ wording }) =>
    (misses.get(wording) ?? []).filter((miss) => !isOver(wording, miss)).map((miss) => ({ wording, miss })),
  )
}

/** Answers how many facts were overridden. @NOTE what was compared before the transaction must be what stands there in it. */
async function mustPass(tx: Writing, { id }: Edition, paragraphs: readonly PairedParagraph[], found: Found) {
  const isCompared = ({ now, words, wording }: PairedParagraph) =>
    (now === '' && words !== '') || found.misses.has(wording)
  if (!paragraphs.every(isCompared)) throw new Trouble('conflict', 'gate.changed')
  const overrides = await overridesOf(tx, id)
  const open = openMisses(paragraphs, found, overrides)
  if (open.length > 0) throw new Trouble('invalid', 'gate.waits', { count: open.length })
  const unsettled = unsettledIn(found)
  if (unsettled.length > 0) throw new Trouble('invalid', 'gate.unsettled', { count: unsettled.length })
  const wordings = new Set(paragraphs.map(({ wording }) => wording))
  return overrides.filter(({ wording }) => wordings.has(wording)).length
}

async function notePassage(
  tx: Writing,
  counted: { compared: number; overridden: number },
  { id, by, at }: Acting,
): Promise<void> {
  const row = { editionId: id, ...counted, byId: by.id, at }
  await tx.change<EditionTables>().insertInto('gatePassage').values(row).execute()
}

/** Looks again whether readers see what a machine wrote and nobody has reviewed, after somebody has. */
export async function lookAgain(
  tx: Writing,
  edition: Edition,
  paragraphs: readonly Pick<PairedParagraph, 'words' | 'state'>[],
  at: number,
) {
  const shown = await wordsShown(tx, edition)
  if (edition.unreviewed === 0 || !shown) return
  const isShown = shownIn(shown)
  const machine = paragraphs.filter(({ state, words }) => state === 'machine' && isShown(words))
  const read = paragraphs.filter(({ state, words }) => state === 'reviewed' && isShown(words))
  if (machine.length === 0 && read.length > 0) await sayUnreviewed(tx, edition, 0, at)
}

/** Whether words stand in an edition as readers see it. */
function shownIn(shown: EditionWords): (words: string) => boolean {
  const blocks = new Set([
    ...blocksOf(shown.words),
    shown.title,
    shown.standfirst,
    shown.pictureAlt,
    shown.pictureCaption,
  ])
  return (words) => words !== '' && blocksOf(words).every((block) => blocks.has(block))
}
