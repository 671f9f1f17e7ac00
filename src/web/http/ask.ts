import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Accounts, Member, PersonId, SignedIn } from '../../domain/people/index.ts'
import type { Clock } from '../../kit/clock.ts'
import { countryFrom } from '../../kit/country.ts'
import { type Language, preferred } from '../../kit/language.ts'
import type { Log } from '../../kit/log.ts'
import { type Say, sentencesIn } from '../../kit/sentences.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Store, Tail } from '../../store/index.ts'
import type { Frames, FrameThen } from '../html/frames.ts'
import { EMPTY_FORM, type Form, formOf } from './bodies.ts'
import { clientKey, createTrusted } from './client-key.ts'
import { isMultipart } from './multipart.ts'
import type { RequestWatch } from './request-watch.ts'
import type { Source } from './taken.ts'
import type { Files, Upload, Uploads } from './uploads.ts'

export interface Env {
  Bindings: HttpBindings
}

/** What every request is answered with. */
export interface GivenToAll {
  store: Store
  tail: Tail
  clock: Clock
  /** The public address, such as "https://review.example". */
  origin: string
  frames: Frames
  accounts: Accounts
  /** The proxies whose word is taken on where a request comes from. */
  proxies: readonly string[]
  /** In which header these say from which country a request comes; undefined where none does. */
  countryHeader: string | undefined
  uploads: Uploads
  log: Log
  watch: RequestWatch
}

/** One request, and what a handler may ask about it. */
export interface Ask extends Pick<GivenToAll, 'store' | 'tail' | 'origin' | 'log'> {
  c: Context<Env>
  /** By which the log knows this request. */
  id: string
  /** The moment of the request; everything it writes carries the same. */
  at: number
  /** By its name in small letters. @NOTE not by the request's `Headers`, which cost more to make than most answers. */
  header(name: string): string | undefined
  /** The parts of the address, what comes after them, and what a body brought, which is empty until it is read: handlers take what they declare of these. */
  params: Source
  query: Source
  form: Form
  readForm(takesFiles: boolean): void
  /** Reads a form with files, and lends them until they are disposed of; none where the form is another. */
  receive(files: Files): Promise<Upload | undefined>
  /** Lines of Set-Cookie that go with the answer. */
  cookies: string[]
  /** The language of the page, the form, or else the reader. */
  language(): Promise<Language>
  say(): Promise<Say>
  frame(): Promise<FrameThen>
  /** By what limits know who tries. */
  client(): string
  /** From which country a trusted proxy says that it comes. */
  country(): string | undefined
  /** The session of the browser that asks. */
  signedIn(): Promise<SignedIn | undefined>
  asker(): Promise<Member | undefined>
  /** Who that was a moment ago, so that what is asked of them need not wait until it is known whether they still are. */
  likelyAsker(): PersonId | undefined
  /** The person who asks; a stranger is refused here and nowhere else. */
  person(): Promise<Member>
}

/** Reads nothing yet: what a handler does not ask for costs nothing. */
export function askOf(
  { store, tail, clock, origin, frames, accounts, proxies, countryHeader, uploads, log, watch }: GivenToAll,
  c: Context<Env>,
): Ask {
  const signedIn = onceOnly(async () => {
    const found = await accounts.signedIn(ask.header('cookie'))
    if (found) ask.cookies.push(...found.cookies)
    return found
  })
  const asker = async () => (await signedIn())?.person
  const language = onceOnly(() => languageOf(ask, frames))
  const ask: Ask = {
    store,
    tail,
    origin,
    log,
    c,
    id: watch.idOf(c.env.incoming),
    at: clock(),
    params: { one: (name) => c.req.param(name), all: () => [] },
    query: { one: (name) => c.req.query(name), all: (name) => c.req.queries(name) ?? [] },
    form: EMPTY_FORM,
    cookies: [],
    header: (name) => c.env.incoming.headers[name]?.toString(),
    language,
    say: async () => sentencesIn(await language()),
    frame: async () => (await frames.in(await language()))!,
    client: () => clientKey(c.env.incoming.socket.remoteAddress, ask.header('x-forwarded-for'), proxies),
    country: () =>
      countryHeader !== undefined && createTrusted(proxies)(c.env.incoming.socket.remoteAddress)
        ? countryFrom(ask.header(countryHeader))
        : undefined,
    signedIn,
    asker,
    likelyAsker: () => accounts.likely(ask.header('cookie')),
    async receive(files) {
      const { incoming, outgoing } = c.env
      if (!isMultipart(incoming.headers['content-type'])) return
      try {
        const upload = await uploads.receive(incoming, files)
        ask.form = upload.form
        return upload
      } catch (error) {
        // @NOTE what is still on its way is not read, and so nothing can follow it.
        outgoing.setHeader('connection', 'close')
        throw error
      }
    },
    readForm(takesFiles) {
      ask.form = formOf(c.env.incoming, takesFiles)
    },
    async person() {
      const person = await asker()
      if (!person) throw new Trouble('forbidden', 'person.unknown')
      return person
    },
  }
  return ask
}

async function languageOf({ params, query, form, header }: Ask, frames: Frames): Promise<Language> {
  const offered = await frames.languages()
  const named = params.one('language') ?? query.one('language') ?? form.one('language')
  return offered.find((language) => language === named) ?? preferred(header('accept-language'), offered)!
}

function onceOnly<T>(find: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined
  return () => {
    found ??= find()
    return found
  }
}
