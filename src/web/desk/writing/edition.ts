import { paths } from '../../../addresses/paths.ts'
import {
  articleOf,
  bylinesOn,
  type Edition,
  type EditionId,
  editionsAtDesk,
  editionWithId,
  editionWordsFrom,
  isHeld,
  lacksPictureText,
  latestRevision,
  latestTitles,
  missingIn,
  openNotes,
  refuseDeleted,
  relatedAddresses,
  retractionOf,
  sameWords,
  saveRevision,
  tagDrafts,
  tagsOn,
  textPicturesOf,
  workingCopyOf,
} from '../../../domain/articles/index.ts'
import { peopleById, staffListed } from '../../../domain/people/index.ts'
import { chainAtDesk, missingSources } from '../../../domain/sources/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { typedAs } from '../../../kit/zone.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, textOrNone } from '../../http/shapes.ts'
import { freshKey, keyAgain, submitAnew } from '../../http/submit.ts'
import { type Read, taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { ABOUT, EDITION, type Typed, WRITTEN } from './named.ts'
import type { ParticularsShown } from './particulars-form.ts'
import type { TimesShown } from './times-form.ts'
import { writingPage } from './writing-page.ts'

/** What can just have been done. */
const DONE = [
  'saved',
  'published',
  'withdrawn',
  'retracted',
  'in-review',
  'draft',
  'particulars',
  'sharing',
  'restored',
  'scheduled',
  'times',
  'taken-over',
] as const
export type Done = (typeof DONE)[number]

const QUERY = { done: textOrNone.transform((sent) => DONE.find((one) => one === sent)) }

/** An edition's words, and beside them what becomes of them. */
export const show = taking({ params: EDITION, query: QUERY }, (ask, { edition, done }) => shown(ask, edition, { done }))

/** Keeps what was written as another revision. */
export const save = taking(
  { params: EDITION, form: { ...WRITTEN, preview: flag }, about: ABOUT },
  (ask, { preview, ...written }) => {
    const { edition } = written
    return savedThen(ask, written, async () => {
      const language = await ask.language()
      return preview ? paths.deskPreview(edition, language) : paths.deskEdition(edition, language, 'saved')
    })
  },
  again,
)

type Written = Read<typeof EDITION> & Read<typeof WRITTEN>

/** Keeps what was written and goes on with it in the same transaction; what came late is only kept, aside. */
export async function savedThen(ask: Ask, written: Written, then: (tx: Writing) => Promise<string>): Promise<Response> {
  const { edition: id, base, ...typed } = written
  const by = await ask.person()
  const words = editionWordsFrom(typed)
  const language = await ask.language()
  return submitAnew(ask, by, [String(base), ...Object.values(words)], async (tx) => {
    const { number, isAside } = await saveRevision(tx, { id, base, words, by, at: ask.at })
    return { location: isAside ? paths.deskRevision(id, number, language) : await then(tx) }
  })
}

/** The form with what was typed and what was wrong. */
export async function again(
  ask: Ask,
  typed: Typed & { edition: EditionId },
  _: unknown,
  wrong: Wrong,
): Promise<Response> {
  return shown(ask, typed.edition, { wrong, typed })
}

export interface Since {
  done?: Done | undefined
  wrong?: Wrong
  typed?: Typed
  reason?: string
  particulars?: Partial<ParticularsShown>
  times?: Partial<TimesShown>
}

/** The desk of one edition; throws Trouble where there is none. */
export async function shown(ask: Ask, id: EditionId, { done, wrong, typed, reason, particulars, times }: Since) {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const by = await ask.person()
  const found = await ask.store.read((db) => read(db, id))
  const { copy } = found
  const own = copy && copy.byId === by.id ? copy : undefined
  const { edition, revision, article, sisters } = found
  const target = (action: string) => ({ action, key: freshKey() })
  const errors = wrong?.errors ?? {}
  const html = writingPage(
    frame,
    {
      edition: { ...edition, revision: revision?.number ?? 0, by: found.by, isAhead: found.isAhead },
      missing: found.missing,
      notes: found.notes,
      missingSources: found.lacking,
      by: by.id,
      typed: typed ?? { ...EMPTY, ...(own ?? revision), base: own?.base ?? revision?.number ?? 0 },
      other: copy && !own ? { name: found.copyBy, isHere: isHeld(copy, by, ask.at), at: copy.at } : null,
      isUnsaved: own !== undefined && !typed && !(revision && sameWords(own, revision)),
      errors,
      error: wrong?.error ?? null,
      done: done ?? null,
      times: timesOf(edition, frame.publication.zone, times),
      retraction: found.retraction ?? null,
      reasonTyped: reason ?? '',
      particulars: {
        slug: edition.slug,
        section: article.section ?? '',
        signers: found.signers,
        known: found.known,
        tags: found.tags,
        knownTags: found.knownTags,
        related: found.related,
        proposed: found.proposed,
        sharing: paths.deskSharing(id, frame.language),
        pictures: paths.deskArticlePictures(edition.articleId, frame.language),
        errors,
        ...particulars,
      },
      sisters: sisters.filter((one) => one.id !== id),
      absent: frame.publication.languages
        .map(({ language }) => language)
        .filter((language) => !sisters.some((one) => one.language === language)),
      forms: {
        save: { action: paths.deskEdition(id), key: keyAgain(ask, typed && wrong) },
        publication: target(paths.deskPublication(id)),
        takeOver: target(paths.deskTakeOver(id)),
        schedule: target(paths.deskSchedule(id)),
        takeOff: target(paths.deskTakeOff(id)),
        embargo: target(paths.deskEmbargo(id)),
        withdrawal: target(paths.deskWithdrawal(id)),
        retraction: target(paths.deskRetraction(id)),
        review: target(paths.deskReview(id)),
        particulars: target(paths.deskParticulars(id)),
        sister: target(paths.deskSisters(edition.articleId)),
      },
    },
    say,
  )
  return page(html, wrong?.status)
}

/** As they are typed: on the clocks of the publication. */
function timesOf(
  { state, publishedAt, takenOffAt, embargoUntil }: Edition,
  zone: string,
  typed: Since['times'],
): TimesShown {
  const told = (at: number | null) => (at === null ? '' : typedAs(zone, at))
  const when = state === 'scheduled' ? told(publishedAt) : ''
  return { zone, when, until: told(takenOffAt), embargo: told(embargoUntil), ...typed }
}

const EMPTY = { title: '', standfirst: '', words: '', pictureAlt: '', pictureCaption: '' }
const MOST_PROPOSED = 50

async function read(db: Reading, id: EditionId) {
  const edition = await editionWithId(db, id)
  if (!edition) throw new Trouble('missing', 'edition.missing')
  await refuseDeleted(db, edition.articleId)
  const [revision, article, retraction, sisters, bylines, staff, copy] = await Promise.all([
    latestRevision(db, id),
    articleOf(db, edition.articleId),
    retractionOf(db, id),
    editionsAtDesk(db, edition.articleId),
    bylinesOn(db, [edition]),
    staffListed(db, 0, MOST_PROPOSED),
    workingCopyOf(db, id),
  ])
  const saver = revision?.byId ? (await peopleById(db, [revision.byId]))[0] : undefined
  const copying = copy?.byId ? (await peopleById(db, [copy.byId]))[0] : undefined
  const signed = bylines.get(id) ?? []
  const signing = await peopleById(db, [...new Set(signed.map(({ personId }) => personId))])
  const signers = signed.map(({ personId, role }) => ({ name: signing.find((one) => one.id === personId)!.name, role }))
  const pictureNamed = await textPicturesOf(db, edition.articleId)
  const lacksText = await lacksPictureText(db, article!.pictureId, edition.language)
  const chain = await chainAtDesk(db, { articleId: edition.articleId, editionId: id, language: edition.language })
  const lacking = missingSources(chain, revision?.words ?? '')
  const missing = revision ? missingIn(revision, lacksText, pictureNamed) : []
  const isAhead = edition.state !== 'draft' && edition.state !== 'in-review' && edition.latestId !== edition.revisionId
  const known = staff.map(({ name }) => name)
  const tags = (await tagsOn(db, edition.articleId, edition.language)).map(({ name }) => name)
  const knownTags = (await tagDrafts(db)).map(({ names }) => names[edition.language] ?? Object.values(names)[0]!)
  const latest = await latestTitles(db, edition.language, MOST_PROPOSED)
  const proposed = latest.map(({ slug, title }) => ({ address: paths.article(edition.language, slug), title }))
  return {
    edition,
    revision,
    article: article!,
    retraction,
    sisters,
    signers,
    known,
    tags,
    knownTags,
    related: await relatedAddresses(db, edition),
    proposed,
    by: saver?.name ?? null,
    isAhead,
    missing,
    notes: await openNotes(db, id),
    lacking,
    copy,
    copyBy: copying?.name ?? null,
  }
}
