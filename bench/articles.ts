import path from 'node:path'
import { sql } from 'kysely'
import { publicationChanged } from '../src/domain/articles/index.ts'
import { REACTION_KINDS } from '../src/domain/discussion/index.ts'
import type { Parley } from '../src/parley.ts'
import { readOn } from '../src/store/index.ts'
import { startServer } from '../src/web/server.ts'
import { getting, type Line, openLine } from './line.ts'
import { fillWithArticles } from './many-articles.ts'
import { signInAs } from './people.ts'
import { COMPILED, freePort } from './processes.ts'
import { atMost, type Figure, median, type Run, round } from './question.ts'
import { opened } from './stock.ts'

const MOST_MS = 50
const TIMES = 20
const QUICK_TIMES = 5

/** How long do the lists take of a publication with very many articles, where none of them is kept? */
export async function articles({ stock, quick, say }: Run): Promise<Figure[]> {
  const count = quick ? 10_000 : 100_000
  const place = await stock.empty()
  return opened(place, async (parley) => {
    const { authors } = await fillWithArticles(parley.store, count)
    await sql`analyze`.execute(parley.store.look() as never).catch(() => {})
    for (const reader of parley.jobs.readers) while (await readOn(parley.store, reader));
    say(`${round(count)} articles are there, and in the index`)
    const cookie = await signInAs(parley, 'editor')
    const port = await freePort()
    const folders = { cacheFolder: COMPILED, uploadsFolder: path.join(place.folder, 'uploads') }
    const given = { ...parley, reactions: REACTION_KINDS }
    const server = await startServer(given, { place: { host: '127.0.0.1', port }, ...folders })
    const line = await openLine(port)
    const figures: Figure[] = []
    for (const [name, url] of Object.entries(askedOf(count, authors))) {
      const took: number[] = []
      for (let time = 0; time < (quick ? QUICK_TIMES : TIMES); time++)
        took.push(await missed(parley, line, url, cookie))
      figures.push(atMost(`of ${round(count)} articles: ${name}, on a miss`, median(took), 'ms', MOST_MS))
    }
    line.close()
    await server.close()
    return figures
  })
}

function askedOf(count: number, authors: readonly number[]): Record<string, string> {
  const [busy, rare] = [authors[0]!, authors.at(-1)!]
  const desk = (query = '') => `/desk/articles?language=en${query}`
  return {
    'the front page': '/en/',
    'an article': `/en/case-${count / 2}`,
    'a section': '/en/section/section-1',
    'a section of three': '/en/section/section-7',
    'a feed of a section': '/en/section/section-7/feed.atom',
    'a tag': '/en/tag/tag-0',
    'a tag of three': '/en/tag/tag-199',
    'an author': `/en/person/${busy}`,
    'an author of three': `/en/person/${rare}`,
    'the desk’s list': desk(),
    'the desk’s list, by a state': desk('&state=published'),
    'the desk’s list, by a rare state': desk('&state=draft'),
    'the desk’s list, by a state without any': desk('&state=retracted'),
    'the desk’s list, by a language': desk('&written=ru'),
    'the desk’s list, by both': desk('&written=ru&state=draft'),
    'search, a common word': '/en/search?words=ferry&what=articles',
    'search, a rare word': '/en/search?words=lighthouse&what=articles',
    'search, two words, the newest first': '/en/search?words=agency+paragraph&what=articles&order=newest',
    'search, a word that nothing holds': '/en/search?words=zeppelin&what=articles',
    'search, a person': '/en/search?person=Author+a&what=articles',
    'search, a person and a word': '/en/search?person=Author+a&words=lighthouse&what=articles',
    'the sitemap': '/sitemap.xml',
    'a part of the sitemap': `/sitemap/${Math.floor(count / 2_000)}.xml`,
    'the sitemap of pages': '/sitemap/pages.xml',
    'the news sitemap': '/news-sitemap.xml',
  }
}

/** The desk is for staff, and who is not signed in may search so often in a minute only. */
const SIGNED_IN = /^\/desk\/|^\/en\/search/

/** The milliseconds of a page where nothing is kept. */
async function missed({ store, tail }: Parley, line: Line, url: string, cookie: string): Promise<number> {
  await tail.until((await store.write(async (tx) => tx.note(publicationChanged, { at: Date.now() }))).seq)
  const begun = performance.now()
  const { status } = await line.ask(getting(url, SIGNED_IN.test(url) ? { cookie } : {}))
  if (status !== 200) throw new Error(`${url} was answered with ${status}`)
  return performance.now() - begun
}
