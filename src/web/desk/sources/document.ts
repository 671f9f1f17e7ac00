import { paths } from '../../../addresses/paths.ts'
import { editionForEach } from '../../../domain/articles/index.ts'
import { peopleById } from '../../../domain/people/index.ts'
import {
  addSource,
  articlesDrawingOn,
  changeDocument,
  citedById,
  documentAt,
  documentById,
  keepDocument,
  OUTLETS,
  openDocument,
  type SourceDocumentId,
  snapshotsOf,
} from '../../../domain/sources/index.ts'
import type { Language } from '../../../kit/language.ts'
import type { Reach } from '../../../kit/outbound.ts'
import { Trouble, troubleIn } from '../../../kit/trouble.ts'
import { page, seeOther } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, id, idOrNone, text } from '../../http/shapes.ts'
import { freshKey, keyAgain, submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { type Wrong, wrongWith } from '../../http/wrong.ts'
import { type DocumentTyped, documentPage, type KeptDocument } from './document-page.ts'
import { draftFrom, NOTHING_TYPED, typedFrom, typedOf } from './document-typed.ts'
import { calledIn } from './merging.ts'
import { pageRead } from './page-read.ts'

/** How far questions to foreign addresses may lead, and whether an archive is asked. */
export interface Given {
  reach: Reach | undefined
  archive: object | undefined
}

export const PARAMS = { document: id<'sourceDocument'>('document.missing') }
const FORM = {
  url: text,
  canonicalUrl: text,
  title: text,
  outlet: text,
  documentLanguage: text,
  bylines: text,
  published: text,
  zone: text,
  mediaType: text,
  passage: text,
}
/** An article that shall draw on it, too. */
const OF = { article: idOrNone<'article'>() }
const ABOUT = { 'source-title': 'title', 'publication.language-unknown': 'documentLanguage' }

/** Where a link is pasted, or a document is described by hand. */
export const form = taking({ query: OF }, (ask, { article }, given: Given) =>
  shown(ask, { article, typed: NOTHING_TYPED }, given),
)

/** Reads what stands at `url` and shows the form filled in; one that is kept already is led to. */
export const read = taking({ form: { url: text, ...OF } }, async (ask, { url, article }, given: Given) => {
  if (url.trim() === '') throw new Trouble('invalid', 'url.missing')
  const known = await documentAt(ask.store, url.trim())
  if (known) return seeOther(paths.deskDocument(known.id, await ask.language(), { article }))
  try {
    const found = await pageRead(url.trim(), given.reach)
    const there = await documentAt(ask.store, found.url)
    if (there) return seeOther(paths.deskDocument(there.id, await ask.language(), { article }))
    const { typed, outletIsKnown } = await typedFrom(ask.store, found, url, await ask.language())
    return shown(ask, { article, typed, outletIsKnown, told: 'documents.was-read' }, given)
  } catch (error) {
    const trouble = troubleIn(error)
    if (!trouble) throw error
    const wrong = wrongWith(trouble, {}, await ask.say())
    return shown(ask, { article, typed: { ...NOTHING_TYPED, url }, unread: wrong, told: 'documents.by-hand' }, given)
  }
})

/** Keeps a document; `article` draws on it from then on. */
export const create = taking(
  { form: { ...FORM, ...OF }, about: ABOUT },
  async (ask, { article, ...typed }, _given: Given) => {
    const by = await ask.person()
    const [{ publication }, language] = [await ask.frame(), await ask.language()]
    return submitOnce(ask, by, [...Object.values(typed), String(article ?? '')], async (tx) => {
      const draft = await draftFrom(tx, typed, { byId: by.id, at: ask.at, zone: publication.zone })
      const keptId = await keepDocument(tx, { ...draft, accessedAt: ask.at }, ask.at)
      if (article) await addSource(tx, article, keptId, ask.at)
      return { location: paths.deskDocument(keptId, language, { done: 1 }) }
    })
  },
  (ask, { article: _, ...typed }, given, wrong) => shown(ask, { typed, wrong }, given),
)

/** A document with what is known of it. */
export const show = taking(
  { params: PARAMS, query: { done: flag, ...OF } },
  (ask, { document, article, done }, given: Given) => shown(ask, { document, article, done }, given),
)

/** Says other things of it. */
export const save = taking(
  { params: PARAMS, form: { ...FORM, ...OF }, about: ABOUT },
  async (ask, { document, article, ...typed }, _given: Given) => {
    const by = await ask.person()
    const [{ publication }, language] = [await ask.frame(), await ask.language()]
    return submitOnce(ask, by, [...Object.values(typed), String(article ?? '')], async (tx) => {
      const draft = await draftFrom(tx, typed, { byId: by.id, at: ask.at, zone: publication.zone })
      await changeDocument(tx, document, draft, ask.at)
      if (article) await addSource(tx, article, document, ask.at)
      return { location: paths.deskDocument(document, language, { done: 1 }) }
    })
  },
  (ask, { document, article: _, ...typed }, given, wrong) => shown(ask, { document, typed, wrong }, given),
)

/** Says that whoever asks has read it. */
export const open = taking({ params: PARAMS }, async (ask, { document }) => {
  const by = await ask.person()
  const language = await ask.language()
  return submitOnce(ask, by, [], async (tx) => {
    await openDocument(tx, document, { byId: by.id, at: ask.at })
    return { location: paths.deskDocument(document, language, { done: 1 }) }
  })
})

interface Shown {
  document?: SourceDocumentId
  article?: number | undefined
  typed?: DocumentTyped
  outletIsKnown?: boolean
  /** The key of what is told of the reading. */
  told?: string
  wrong?: Wrong
  /** Why a page could not be read. */
  unread?: Wrong
  done?: boolean
}

async function shown(ask: Ask, asked: Shown, given: Given): Promise<Response> {
  const { document, article, typed, outletIsKnown, told, wrong, unread, done = false } = asked
  const [frame, say] = [await ask.frame(), await ask.say()]
  const known = document && (await knownOf(ask, document, frame.language as Language, given))
  const data = {
    title: known ? known.typed.title : say('documents.new'),
    typed: typed ?? known!.typed,
    outletIsKnown,
    sending: {
      action: document ? paths.deskDocument(document) : paths.deskDocuments(),
      key: keyAgain(ask, wrong),
      ...(article && { hidden: { article: String(article) } }),
    },
    reading: document
      ? null
      : { action: paths.deskReading, key: freshKey(), ...(article && { hidden: { article: String(article) } }) },
    errors: { ...wrong?.errors, ...(unread && { link: unread.sentence }) },
    error: wrong?.error ?? null,
    told: told ? say(told) : null,
    kept: known ? known.kept : null,
    done,
  }
  return page(documentPage(frame, data, say), (wrong ?? unread)?.status)
}

async function knownOf(ask: Ask, document: SourceDocumentId, language: Language, { archive }: Given) {
  return ask.store.read(async (db) => {
    const found = await documentById(db, document)
    if (!found) throw new Trouble('missing', 'document.missing')
    const outlet = await citedById(db, OUTLETS, found.outletId)
    const articleIds = (await articlesDrawingOn(db, [document])).get(document) ?? []
    const editions = await editionForEach(db, articleIds, language)
    const [opener] = found.openedById ? await peopleById(db, [found.openedById]) : []
    const kept: KeptDocument = {
      document: found,
      openedBy: opener?.name ?? null,
      opening: { action: paths.deskDocumentOpening(document), key: freshKey() },
      copying: archive ? { action: paths.deskDocumentCopies(document), key: freshKey() } : null,
      copies: (await snapshotsOf(db, document)).map(({ url, capturedAt, askedAt, state }) => ({
        url,
        at: capturedAt ?? askedAt,
        state,
      })),
      articles: [...editions.values()].map(({ language: to, slug, title }) => ({
        path: paths.article(to, slug),
        title,
      })),
    }
    return { typed: typedOf(found, outlet ? calledIn(outlet, language) : ''), kept }
  })
}
