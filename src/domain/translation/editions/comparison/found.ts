import type { Language } from '../../../../kit/language.ts'
import type { Reading } from '../../../../store/index.ts'
import type { Examined, NamedBetween, Pair, Speaker, Unsettled } from '../../gate/index.ts'
import type { PairedParagraph } from '../paragraphs/paragraph.ts'
import type { Translated } from '../translated.ts'
import type { Miss } from './miss.ts'
import { speakersOf } from './speakers.ts'

/** Looks at paragraphs beside their originals, away from the thread that answers readers. */
export type Examine = (
  pairs: readonly Pair[],
  between: { from: Language; to: Language; speakers?: readonly Speaker[] },
) => Promise<readonly (Omit<Examined, 'findings'> & { misses: readonly Miss[] })[]>

/** What was found in an edition, by the wording of each of its paragraphs. */
export interface Found {
  misses: ReadonlyMap<string, readonly Miss[]>
  /** The names of the glossary that its original mentions. */
  named: ReadonlyMap<string, readonly NamedBetween[]>
  /** The names of which nobody has said how the edition's language writes them, each where it is met first. */
  unsettled: ReadonlyMap<string, readonly Unsettled[]>
}

export const NOTHING_FOUND: Found = { misses: new Map(), named: new Map(), unsettled: new Map() }

/** Where readers of the original find a paragraph and those of the translation none. */
export const LEFT_OUT = 'paragraph'
/** So much of it is told. */
const LONGEST_TOLD = 80

/** Compares paragraphs of an edition with its original as that stands now; of an original there is nothing to be found. */
export async function findIn(
  db: Reading,
  examine: Examine,
  { edition, original }: Pick<Translated, 'edition' | 'original'>,
  paragraphs: readonly PairedParagraph[],
): Promise<Found> {
  if (!original) return NOTHING_FOUND
  const shown = paragraphs.filter(({ now }) => now !== '')
  const pairs = shown.map(({ now, words }) => ({ original: now, words }))
  const speakers = await speakersOf(db, edition.articleId)
  const examined = await examine(pairs, { from: original.language, to: edition.language, speakers })
  const all = shown.map((one, at) => [one, examined[at]!] as const)
  return {
    misses: new Map([
      ...all.map(([{ wording }, { misses }]) => [wording, misses] as const),
      ...paragraphs.filter(({ words }) => words === '').map((one) => [one.wording, [leftOut(one)]] as const),
    ]),
    named: new Map(all.map(([{ wording }, { named }]) => [wording, named])),
    unsettled: new Map(all.map(([{ wording }, { unsettled }]) => [wording, unsettled])),
  }
}

function leftOut({ now }: PairedParagraph): Miss {
  const told = now.length > LONGEST_TOLD ? `${now.slice(0, LONGEST_TOLD)}…` : now
  return { kind: LEFT_OUT, outcome: 'missing', original: told, edition: null }
}

/** The names that nobody has settled, in the order in which the original says them. */
export function unsettledIn({ unsettled }: Found): Unsettled[] {
  return [...unsettled.values()].flat()
}
