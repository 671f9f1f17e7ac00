import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Person } from '../../domain/people/index.ts'
import { type Language, preferred } from '../../kit/language.ts'
import { type Say, sentencesIn } from '../../kit/sentences.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { FrameThen } from '../html/frames.ts'
import type { Web } from '../web.ts'
import { EMPTY_FORM, type Form, formOf } from './bodies.ts'

export interface Env {
  Bindings: HttpBindings
}

/** One request, and what a handler may ask about it. */
export interface Ask {
  web: Web
  c: Context<Env>
  /** The moment of the request; everything it writes carries the same. */
  at: number
  param(name: string): string
  query(name: string): string | undefined
  /** By its name in small letters. @NOTE not by the request's `Headers`, which cost more to make than most answers. */
  header(name: string): string | undefined
  /** What a form or a JSON body brought; empty until it is read, and for a request without one. */
  form: Form
  readForm(): Promise<void>
  /** Lines of Set-Cookie that go with the answer. */
  cookies: string[]
  /** The language of the page, the form, or else the reader. */
  language(): Promise<Language>
  say(): Promise<Say>
  frame(): Promise<FrameThen>
  asker(): Promise<Person | undefined>
  /** The person who asks; a stranger is refused here and nowhere else. */
  person(): Promise<Person>
}

export type Handler = (ask: Ask) => Promise<Response>

/** Reads nothing yet: what a handler does not ask for costs nothing. */
export function askOf(web: Web, c: Context<Env>): Ask {
  const asker = onceOnly(async () => {
    const signedIn = await web.accounts.signedIn(ask.header('cookie'))
    if (signedIn) ask.cookies.push(...signedIn.cookies)
    return signedIn?.person
  })
  const language = onceOnly(() => languageOf(ask))
  const ask: Ask = {
    web,
    c,
    at: web.clock(),
    form: EMPTY_FORM,
    cookies: [],
    param: (name) => c.req.param(name) ?? '',
    query: (name) => c.req.query(name),
    header: (name) => c.env.incoming.headers[name]?.toString(),
    language,
    say: async () => sentencesIn(await language()),
    frame: async () => (await web.frames.in(await language()))!,
    asker,
    async readForm() {
      ask.form = await formOf(c.env.incoming)
    },
    async person() {
      const person = await asker()
      if (!person) throw new Trouble('forbidden', 'person.unknown')
      return person
    },
  }
  return ask
}

async function languageOf({ web, c, form, header }: Ask): Promise<Language> {
  const offered = await web.frames.languages()
  const named = c.req.param('language') ?? c.req.query('language') ?? form.get('language')
  return offered.find((language) => language === named) ?? preferred(header('accept-language'), offered)!
}

function onceOnly<T>(find: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined
  return () => {
    found ??= find()
    return found
  }
}
