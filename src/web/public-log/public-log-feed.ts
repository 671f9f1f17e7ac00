import { paths } from '../../addresses/paths.ts'
import { feedId } from '../../domain/articles/index.ts'
import { latestLogged } from '../../domain/moderation/index.ts'
import { atom, ENTRIES, FEED_TYPES } from '../feeds/index.ts'
import { taking } from '../http/taking.ts'
import { aboutLog } from './public-log.ts'
import { entryHtml, whatWas } from './public-log-page.ts'

/** The latest of the moderation log, with how it ends: whoever keeps the feed can tell later whether it was cut off. */
export const show = taking({}, async (ask) => {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { language, publication } = frame
  const body = await ask.store.read(async (db) => {
    const [entries, { head, rules }] = [await latestLogged(db, ENTRIES), await aboutLog(db, frame)]
    return atom(frame, {
      title: `${say('log.title')} · ${publication.name}`,
      subtitle: head ? JSON.stringify(head) : undefined,
      path: paths.publicLog(language),
      self: paths.publicLogFeed(language),
      entries: entries.map((entry) => ({
        id: feedId(publication.feedBase, `${paths.publicLog(language)}#${entry.n}`),
        url: `${ask.origin}${paths.publicLog(language, entry.n + 1)}#entry-${entry.n}`,
        title: `${entry.n}. ${whatWas(entry, say)}`,
        content: `${entryHtml(entry, frame, rules, say)}\n<p><code>${entry.hash}</code></p>`,
        published: new Date(entry.at),
        updated: new Date(entry.at),
        authors: [{ name: publication.name }],
      })),
    })
  })
  return new Response(body, { headers: { 'content-type': FEED_TYPES.atom, 'cache-control': 'no-store' } })
})
