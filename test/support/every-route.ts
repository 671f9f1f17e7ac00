import assert from 'node:assert/strict'
import { type CommentId, keptCommentById } from '../../src/domain/discussion/index.ts'
import { decide, gather } from '../../src/domain/moderation/index.ts'
import { ROUTES } from '../../src/web/app.ts'
import type { Route } from '../../src/web/http/route.ts'
import type { DATABASES } from './databases.ts'
import { type AtHand, openSite, publish, type Site, say, type Visitor, visitor } from './site.ts'

/** So that the sessions last. */
export const SIGNING_OUT_LAST = [false, true].flatMap((last) =>
  ROUTES.filter(({ path }) => path.startsWith('/sign-out') === last),
)

/** Who holds up others does so each time, and a machine that has much to do does not. */
const TRIES = 4

/** What the addresses and forms of all routes are filled in with. */
export interface Filling {
  site: Site
  articleId: Parameters<typeof say>[2]
  author: Visitor
}

export interface Sent {
  status: number
  location: string | null
  text: string
  tookMs: number
}

/** The article's edition in Russian: the one in English is read by all the others. */
const EDITION = 2

/** The address of a route that acts upon this comment of this article and this person. */
export function addressOf(
  path: string,
  { comment, article, person, ...casework }: Record<'comment' | 'article' | 'person', number> & Partial<Casework>,
) {
  return path
    .replace(':case', String(casework.case ?? 'none'))
    .replace(':decision', String(casework.decision ?? 'none'))
    .replace(':comment', String(comment))
    .replace(':article', String(article))
    .replace(':person', String(person))
    .replace(':edition', String(EDITION))
    .replace(':revision', '1')
    .replace(':invitation', '1')
    .replace(':statement', '1')
    .replace(':appeal', '1')
    .replace(':report', '1')
    .replace(':entry', '999999')
    .replace(':question', '1')
    .replace(':phrase', '999999')
    .replace(':restraint', '999999')
    .replace(':reason', '999999')
    .replace(/:(?:cited|outlet|party|document|merge)\b/, '999999')
    .replace(/:(?:claim|hop|quote|proposal)\b/g, '999999')
    .replace(':picture', '1')
    .replace(':change', '1')
    .replace(':link', '1')
    .replace(':note', '1')
    .replace(':language', 'en')
    .replace(':slug', 'ferry')
    .replace(/:\w+/g, 'none')
}

/** What moderators do with a comment. */
export interface Casework {
  case: number
  decision: number
}

/** A decision about a comment, and a case in which it waits; nothing where an address names neither. */
export async function caseworkOn({ parley }: AtHand, path: string, comment: CommentId): Promise<Partial<Casework>> {
  if (!/:case|:decision/.test(path)) return {}
  const { value } = await parley.store.write(async (tx) => {
    const at = parley.clock()
    const decision = await decide(tx, { kind: 'keep', commentId: comment, by: null, at })
    const kept = (await keptCommentById(tx, comment))!
    return { decision, case: await gather(tx, kept, { reason: 'asked', at }) }
  })
  return value
}

/** What a form that acts upon it must hold at the least, whichever it is. */
export function leastFields({ comment, article }: Record<'comment' | 'article', number>): Record<string, string> {
  return {
    article: String(article),
    upTo: String(comment),
    words: 'Words',
    revision: '1',
    rule: '1',
    language: 'en',
    note: '',
    kind: 'agree',
    on: '1',
  }
}

let sendings = 0

/** A request as a page of the site would send it; each has a comment of its own to act upon, and comes from elsewhere. @NOTE the proxy must be trusted for that. */
export async function requestTo({ method, path }: Pick<Route, 'method' | 'path'>, filling: Filling) {
  const { site, articleId, author } = filling
  const { id: comment } = await say(site, author.person, articleId, 'A comment to act upon')
  const upon = { comment, article: articleId, person: author.person.id }
  const at = addressOf(path, { ...upon, ...(await caseworkOn(site, path, comment)) })
  const sending = ++sendings
  const fields = {
    ...leastFields(upon),
    about: 'About me',
    leaves: 'nameless',
    mail: path.endsWith('/notices') ? 'daily' : `somebody${sending}@reader.example`,
    name: 'Somebody',
    'answer-mail': '1',
    role: 'editor',
    ...(path.endsWith('/decisions') && { kind: 'keep' }),
    ...PUSHED,
  }

  return async (cookies: string, more: Record<string, string> = {}): Promise<Sent> => {
    const client = `10.0.${sending >> 8}.${sending & 255}`
    const headers = {
      'x-forwarded-for': client,
      origin: site.url,
      'sec-fetch-site': 'same-origin',
      ...(cookies && { cookie: cookies }),
    }
    const body = method === 'POST' ? new URLSearchParams({ ...fields, ...more }) : null
    const begun = performance.now()
    const answer = await fetch(site.url + at, { method, headers, body, redirect: 'manual' })
    const text = await answer.text()
    const tookMs = performance.now() - begun
    return { status: answer.status, location: answer.headers.get('location'), text, tookMs }
  }
}

/** A browser that notices can be pushed to. Source of the keys: RFC 8291, appendix A. */
const PUSHED = {
  endpoint: 'https://push.example/somebody',
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
}

/** A site with an article and its reader, on a database of its own. */
export async function fill(open: (typeof DATABASES)[number]['open']) {
  const ending = new AsyncDisposableStack()
  const database = await open()
  ending.defer(() => database.close())
  const site = ending.use(await openSite(database.url, { proxies: ['127.0.0.1'] }))
  const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  const author = await visitor(site, 'Author')
  return { site, articleId, author, [Symbol.asyncDispose]: () => ending.disposeAsync() }
}

interface Asking<S extends Sent> {
  longestMs: number
  /** Asks by all at once. */
  all(round: number): Promise<S[]>
  /** Asks by one, to see what the work takes. */
  alone(round: number): Promise<Sent>
}

/** Asks anew where somebody waited longer than is allowed and than the work takes, until nobody does or all tries are over; gives the last answers. */
export async function quickly<S extends Sent>(
  { method, path }: Pick<Route, 'method' | 'path'>,
  { longestMs, all, alone }: Asking<S>,
): Promise<S[]> {
  const waits: string[] = []
  for (let round = 0; round < TRIES; round++) {
    const sent = await all(round)
    assert.deepEqual(broken(sent), [], `${method} ${path}`)
    const waitedMs = Math.max(...sent.map(({ tookMs }) => tookMs))
    if (waitedMs < longestMs) return sent
    const workMs = sent.length * (await alone(round)).tookMs
    if (waitedMs < workMs) return sent
    waits.push(`${Math.round(waitedMs)} ms for work of ${Math.round(workMs)} ms`)
  }
  throw new assert.AssertionError({ message: `${method} ${path}: somebody waited ${waits.join(', ')}` })
}

/** What went wrong with us; a limit that is named and a refusal are answers. */
function broken(all: readonly Sent[]) {
  const isBroken = ({ status, text }: Sent) => status === 500 || (status === 503 && !/Too many tries/.test(text))
  return all.filter(isBroken).map(({ status, text }) => [status, text.replace(/<[^>]*>/g, ' ').slice(-300)])
}
