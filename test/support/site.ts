import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  type ArticleId,
  saveArticle,
  saveEdition,
  savePublication,
  saveSection,
} from '../../src/domain/articles/index.ts'
import { draftOf, editionChanged, post, REACTION_KINDS, ROOT } from '../../src/domain/discussion/index.ts'
import { saveRule, sayAdmission } from '../../src/domain/moderation/index.ts'
import {
  giveRole,
  join,
  type Limits,
  type Member,
  memberById,
  type Person,
  type Role,
} from '../../src/domain/people/index.ts'
import { startJobs } from '../../src/jobs/jobs.ts'
import { type Language, languageFrom } from '../../src/kit/language.ts'
import { buildParley, type Parley, type ParleyOptions } from '../../src/parley.ts'
import { type Opening, openDatabase, readOn } from '../../src/store/index.ts'
import { type Listening, startServer } from '../../src/web/server.ts'
import { watch } from './canary.ts'
import { freePort } from './process.ts'
import { cookieHeader } from './sign-in-context.ts'
import { layTables } from './tables.ts'

/** A whole Parley of a test's own: a fresh folder, a free port, a clock that the test moves. */
export interface Site extends AsyncDisposable {
  url: string
  parley: Parley
  /** Settles when all that was said can be found, and everybody has been told of it. */
  found(): Promise<void>
  /** Moves the clock on. */
  wait(napMs: number): void
  /** Ends the server and the database, and starts both again at the same address. */
  restart(meanwhile?: () => Promise<unknown>): Promise<void>
}

type Listens = Partial<Pick<Listening, 'bounds' | 'metrics' | 'logsRequests' | 'drainMs'>>

const SECRET = 'a secret of the tests, long enough for any purpose'

/** Opens one on a database, SQLite in its own folder where none is given; whatever is said from now on is told. */
export async function openSite(
  address?: string,
  {
    patienceMs,
    host = '127.0.0.1',
    ownAppeals,
    ...more
  }: { ownAppeals?: boolean; host?: '127.0.0.1' | 'localhost' } & Partial<ParleyOptions> &
    Pick<Opening, 'patienceMs'> &
    Listens = {},
): Promise<Site> {
  const folder = await mkdtemp(path.join(tmpdir(), 'parley-site-'))
  const port = await freePort()
  const origin = `http://${host}:${port}`
  const [mediaFolder, mailFolder] = ['media', 'mail'].map((name) => path.join(folder, name)) as [string, string]
  const url = address ?? path.join(folder, 'parley.sqlite')
  let ahead = 0
  const clock = () => Date.now() + ahead

  await layTables(url)

  async function start() {
    const database = await openDatabase(url, { watch, patienceMs })
    const parley = await buildParley(database, { origin, secret: SECRET, mediaFolder, mailFolder, clock, ...more })
    for (const reader of parley.jobs.readers) await readOn(parley.store, reader)
    const server = await startServer(
      { ...parley, reactions: REACTION_KINDS, ...(ownAppeals && { ownAppeals }) },
      {
        place: { host: '127.0.0.1', port },
        cacheFolder: CACHE,
        uploadsFolder: path.join(folder, 'uploads'),
        ...more,
      },
    )
    return { parley, server, jobs: startJobs(parley) }
  }

  async function stop() {
    await running.server.close()
    await running.jobs.close()
    await running.parley.close()
  }

  let running = await start()
  return {
    url: origin,
    get parley() {
      return running.parley
    },
    found: () => running.jobs.settled(),
    wait(napMs) {
      ahead += napMs
    },
    async restart(meanwhile = async () => {}) {
      await stop()
      await meanwhile()
      running = await start()
    },
    async [Symbol.asyncDispose]() {
      await stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Styles, script and fonts are made once for all tests. */
const CACHE = path.join(import.meta.dirname, '../../node_modules/.cache/parley-tests')

/** Whoever has a Parley at hand: a site, or one beside the processes that serve it. */
export type AtHand = Pick<Site, 'parley'>

/** Somebody who has an account, and the cookies of their browser. */
export interface Visitor {
  person: Member
  cookies: string
}

/** Makes an account for somebody, past the forms and their limits, and signs them in; it has no password, whose hash takes its time. */
export async function visitor(site: AtHand, name: string, role?: Role, limits?: Partial<Limits>): Promise<Visitor> {
  const { store, clock } = site.parley
  const { accountId, cookies } = await entered(site.parley, name)
  const { value: joined } = await store.write((tx) =>
    join(tx, { accountId: accountId!, name, isStaff: role !== undefined, at: clock() }),
  )
  if (role) await giveTo(site, joined, role, limits)
  const person = (await memberById(store, joined.id))!
  const { sessions } = site.parley.people.accounts
  return { person, cookies: cookieHeader(role ? await sessions.renew(cookieHeader(cookies)) : cookies) }
}

/** Gives somebody a role as the operator would, and waits until the server has seen it. */
export async function giveTo({ parley }: AtHand, { id: personId }: Person, role: Role, limits: Partial<Limits> = {}) {
  const { store, tail, clock } = parley
  const giving = { personId, role, limits: { sections: [], languages: [], ...limits }, byId: null, at: clock() }
  await tail.until((await store.write((tx) => giveRole(tx, giving))).seq)
}

/** Signs a visitor in once more, as on another device, and gives the cookies. */
export async function signInAgain({ parley }: AtHand, name: string): Promise<string> {
  return cookieHeader((await entered(parley, name)).cookies)
}

type MailAddress = Parameters<Parley['people']['accounts']['tokenFor']>[0]

async function entered({ people: { accounts } }: Parley, name: string) {
  return accounts.byToken(await accounts.tokenFor(mailOf(name)))
}

/** The address of a visitor's account. */
export function mailOf(name: string): MailAddress {
  return `${encodeURIComponent(name).replaceAll('%', '')}@reader.example`.toLowerCase() as MailAddress
}

const languages = ['en', 'ru'].map((tag) => languageFrom(tag)!)

/** Names the publication and publishes one article, under the same address in each language; words may be given again. */
export async function publish(
  { parley }: AtHand,
  { slug, title, words, section }: Record<'slug' | 'title' | 'words', string> & { section?: string },
) {
  const at = parley.clock()
  const { value } = await parley.store.write(async (tx) => {
    await savePublication(tx, { ...PUBLICATION, languages: languages.map(named) }, at)
    await saveRule(tx, 1, [{ language: 'en', title: 'Argue with the words', words: 'Not with the person.' }])
    const names = Object.fromEntries(languages.map((language) => [language, section ?? '']))
    const filed = section && (await saveSection(tx, { slug: section, position: 0, names }, at))
    const sectionId = filed ? filed.id : null
    const { id } = await saveArticle(tx, { key: slug, sectionId, pictureId: null, publishedAt: at }, at)
    for (const language of languages) {
      const edition = { articleId: id, language, slug, publishedAt: at, ...UNPICTURED, title, words }
      await saveEdition(tx, edition, at, editionChanged)
    }
    return id
  })
  return value
}

/** Lets people write as fast as no person does. */
export async function withoutPace({ parley }: AtHand) {
  const said = { personMinute: 0, personHour: 0, networkMinute: 0, networkHour: 0, repeatedHours: 0 }
  const saying = { sectionId: null, said, byId: null, at: parley.clock() }
  await parley.tail.until((await parley.store.write((tx) => sayAdmission(tx, saying))).seq)
}

const PUBLICATION = {
  defaultLanguage: languages[0]!,
  zone: 'Europe/Berlin',
  telegram: null,
  mail: null,
  demoSince: null,
}
const UNPICTURED = { standfirst: '', pictureAlt: '', pictureCaption: '' }

function named(language: Language) {
  return { language, name: 'The Harbour Review', motto: 'Read twice' }
}

/** Posts as a form would, and waits until the server has seen it. */
export async function say(site: AtHand, by: Person, articleId: ArticleId, words: string, under: number = ROOT) {
  const { store, tail, clock } = site.parley
  const posting = { articleId, under: under as Parameters<typeof post>[1]['under'], by, draft: draftOf(words) }
  const written = await store.write((tx) => post(tx, { ...posting, language: null, at: clock() }))
  await tail.until(written.seq)
  return written.value
}
