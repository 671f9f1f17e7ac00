import { paths } from '../../addresses/paths.ts'
import { editionForEach } from '../../domain/articles/index.ts'
import {
  articlesDrawingOn,
  citedAt,
  citedDocuments,
  OUTLETS,
  outletCited,
  type SourceDocumentId,
  type StepId,
} from '../../domain/sources/index.ts'
import type { Language } from '../../kit/language.ts'
import { Trouble } from '../../kit/trouble.ts'
import { latestSeq, type Reading } from '../../store/index.ts'
import { idOrNone, text } from '../http/shapes.ts'
import { HTML, shared } from '../http/shared-page.ts'
import { type CitedShown, citedPage } from './cited-page.ts'
import { throughShown } from './through.ts'

const ON_A_PAGE = 20

/** An outlet, and what was cited of it, the latest first, a page at a time. */
export const show = shared(
  { params: { outlet: text }, query: { before: idOrNone<'sourceDocument'>(), after: idOrNone<'hop'>() } },
  async (ask, { outlet, before, after }) => {
    const [frame, say] = [await ask.frame(), await ask.say()]
    const language = frame.language as Language
    const { shown, version } = await ask.store.read(async (db) => ({
      shown: await outletShown(db, outlet, language, { before, after }),
      version: await latestSeq(db),
    }))
    return { body: String(citedPage(frame, shown, say)), type: HTML, articleId: null, version }
  },
)

async function outletShown(
  db: Reading,
  at: string,
  language: Language,
  { before, after }: { before: SourceDocumentId | undefined; after: StepId | undefined },
): Promise<CitedShown> {
  const outlet = await citedAt(db, OUTLETS, at)
  if (!outlet) throw new Trouble('missing', 'outlet.missing')
  const found = after ? [] : await citedDocuments(db, outlet.id, before, ON_A_PAGE + 1)
  const documents = found.slice(0, ON_A_PAGE)
  const drawing = await articlesDrawingOn(
    db,
    documents.map(({ id }) => id),
  )
  const editions = await editionForEach(db, [...new Set([...drawing.values()].flat())], language)
  const { key, kind, country, url, sameAs, forms } = outlet
  const last = found.length > ON_A_PAGE ? documents.at(-1) : undefined
  return {
    path: (to, after) => paths.outlet(to, key, after && { after }),
    forms,
    kind: `outlet-kind.${kind}`,
    country,
    roles: [],
    url,
    sameAs,
    often: await outletCited(db, outlet.id),
    through: before ? null : await throughShown(db, { outletId: outlet.id }, language, after),
    documents: documents.map((document) => ({
      ...document,
      articles: (drawing.get(document.id) ?? []).flatMap((id) => editions.get(id) ?? []),
    })),
    older: last ? paths.outlet(language, key, { before: last.id }) : null,
  }
}
