import { paths } from '../../addresses/paths.ts'
import { feedId } from '../../domain/articles/index.ts'
import { correctionsIn } from '../../domain/sources/index.ts'
import type { Language } from '../../kit/language.ts'
import { latestSeq } from '../../store/index.ts'
import { correctionHtml } from '../cited/index.ts'
import { atom, ENTRIES, FEED_TYPES } from '../feeds/index.ts'
import { shared } from '../http/shared-page.ts'

/** The latest corrections in a language. */
export const show = shared({}, async (ask) => {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { language, publication } = frame
  const place = { language, zone: publication.zone }
  return ask.store.read(async (db) => {
    const corrections = await correctionsIn(db, language as Language, undefined, ENTRIES)
    const body = await atom(frame, {
      title: `${say('corrections.title')} · ${publication.name}`,
      path: paths.corrections(language),
      self: paths.correctionsFeed(language),
      entries: corrections.map((one) => ({
        id: feedId(publication.feedBase, `${paths.corrections(language)}#correction-${one.id}`),
        url: `${ask.origin}${paths.article(one.language, one.slug)}#correction-${one.id}`,
        title: one.title,
        content: String(correctionHtml(one, place, say)),
        published: new Date(one.at),
        updated: new Date(one.at),
        authors: [{ name: publication.name }],
      })),
    })
    return { body, type: FEED_TYPES.atom, articleId: null, version: await latestSeq(db) }
  })
})
