import type { Reading, Trigger, Writing } from '../../../store/index.ts'
import { markedPassages } from '../../../text/marked-passages.ts'
import { codePointsIn } from '../../../text/quote-selectors.ts'
import type { PictureNamed } from '../../../text/text-pictures.ts'
import {
  type ArticleId,
  type ArticleTables,
  type EditionId,
  editionChanged,
  editionPublished,
  editionSaved,
  type RevisionId,
  textPicturesOf,
} from '../../articles/index.ts'
import { noteCiting } from '../claims/citing.ts'
import { beginMarkedClaims } from '../claims/claims.ts'
import { beginMarkedQuotes } from '../quotes/quotes.ts'
import type { SourceTables } from '../tables.ts'
import type { Anchor } from './anchor.ts'
import { addAnchors, anchorsIn, keepOnly } from './anchors.ts'
import { lostIn } from './lost-anchors.ts'

const AT_ONCE = 200

/** What a text marks has its rows in the very moment in which the text is saved. */
export const anchoring: Trigger = {
  kinds: [editionSaved, editionChanged, editionPublished],
  async pull(tx, happened) {
    const ids = [...new Set(happened.map(({ about }) => about as EditionId))].sort((a, b) => a - b)
    for (let at = 0; at < ids.length; at += AT_ONCE)
      await anchorEditions(tx, ids.slice(at, at + AT_ONCE), happened[0]!.at)
    const shown = happened.filter(({ kind }) => kind !== editionSaved.kind)
    for (const id of new Set(shown.flatMap(({ articleId }) => articleId ?? [])))
      await noteCiting(tx, id as ArticleId, happened[0]!.at)
  },
}

async function anchorEditions(tx: Writing, ids: readonly EditionId[], at: number): Promise<void> {
  const wordings = await markedWordings(tx, ids)
  if (wordings.length === 0) return
  const known = await anchorsIn(
    tx,
    wordings.map(({ editionId }) => editionId),
  )
  for (const [editionId, own] of Map.groupBy(wordings, (wording) => wording.editionId)) {
    const before = known.filter((anchor) => anchor.editionId === editionId)
    await anchorEdition(tx, own, before, at)
  }
}

/** The wordings of editions that are seen or gone on from, where they may have marks or had some. */
function markedWordings(db: Reading, ids: readonly EditionId[]) {
  return db
    .look<ArticleTables & SourceTables>()
    .selectFrom('edition')
    .innerJoin('revision', (join) =>
      join.on((e) => e('revision.id', 'in', [e.ref('edition.revisionId'), e.ref('edition.latestId')])),
    )
    .select(['edition.id as editionId', 'edition.articleId', 'edition.latestId', 'edition.revisionId as shownId'])
    .select(['revision.id as revisionId', 'revision.words', 'revision.plain'])
    .where('edition.id', 'in', ids)
    .where((e) =>
      e.or([
        e('revision.words', 'like', '%]{%'),
        e.exists(
          e.selectFrom('anchor').select('anchor.editionId').whereRef('anchor.editionId', '=', 'edition.id').limit(1),
        ),
      ]),
    )
    .orderBy('edition.id')
    .orderBy('revision.id')
    .execute()
}

type Wording = Awaited<ReturnType<typeof markedWordings>>[number]

async function anchorEdition(tx: Writing, wordings: readonly Wording[], before: readonly Anchor[], at: number) {
  const [{ editionId, articleId, latestId }] = wordings as [Wording]
  const pictures = await textPicturesOf(tx, articleId)
  for (const wording of wordings) {
    if (before.some(({ revisionId }) => revisionId === wording.revisionId)) continue
    const present = anchorsOf(wording, pictures)
    const former = wording.revisionId === latestId ? lastOf(before) : []
    await addAnchors(tx, [...present, ...lostIn(former, present, wording.plain).map((one) => ofWording(one, wording))])
    await beginMarked(tx, articleId, present, at)
  }
  await keepOnly(tx, editionId, [...new Set(wordings.map(({ revisionId }) => revisionId))])
}

function anchorsOf({ words, plain, revisionId, editionId }: Wording, pictures: PictureNamed): Anchor[] {
  let [at, position] = [0, 0]
  return markedPassages(words, pictures).passages.map(({ selector, start, kind, key, place, number }) => {
    position += codePointsIn(plain.slice(at, start))
    at = start
    return { revisionId, editionId, kind, key, place, number, position, ...selector, state: 'marked' }
  })
}

/** Those of the wording that was saved last. */
function lastOf(anchors: readonly Anchor[]): Anchor[] {
  const last = Math.max(...anchors.map(({ revisionId }) => revisionId))
  return anchors.filter(({ revisionId }) => revisionId === last)
}

function ofWording(anchor: Anchor, { revisionId }: { revisionId: RevisionId }): Anchor {
  return { ...anchor, revisionId }
}

async function beginMarked(tx: Writing, articleId: ArticleId, anchors: readonly Anchor[], at: number) {
  const keys = (kind: Anchor['kind']) => [...new Set(anchors.filter((one) => one.kind === kind).map(({ key }) => key))]
  await beginMarkedClaims(tx, articleId, keys('claim'), at)
  await beginMarkedQuotes(tx, articleId, keys('quote'))
}
