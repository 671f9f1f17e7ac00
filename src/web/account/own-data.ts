import { Readable } from 'node:stream'
import { paths } from '../../addresses/paths.ts'
import { editionForEach } from '../../domain/articles/index.ts'
import {
  followsOf,
  type OwnReaction,
  ownReactions,
  ownWords,
  ROOT,
  readStatesOf,
} from '../../domain/discussion/index.ts'
import { type Grant, grantsTo, type Member, mutedBy, type Person, profileOf } from '../../domain/people/index.ts'
import { devicesOf, paceOf, wantedKinds } from '../../domain/reach/index.ts'
import type { Ask } from '../http/ask.ts'
import { taking } from '../http/taking.ts'

const AT_ONCE = 100
const MOST_GRANTS = 1_000

/** Everything that the one who asks wrote and chose, as one JSON object, read and sent some hundred rows at a time. */
export const show = taking({}, async (ask) => {
  const person = await ask.person()
  const bytes = Readable.from(piecesOf(ask, person), { objectMode: false })
  return new Response(Readable.toWeb(bytes) as ReadableStream, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="parley-own-data.json"',
      'cache-control': 'no-store',
    },
  })
})

async function* piecesOf(ask: Ask, person: Member): AsyncGenerator<string> {
  yield `${JSON.stringify(await aboutOneself(ask, person)).slice(0, -1)},\n`
  yield* list('comments', commentsOf(ask, person))
  yield* list('reactions', reactionsOf(ask, person), ',\n')
  yield* list('follows', followedBy(ask, person), ',\n')
  yield* list('readings', readBy(ask, person), ',\n')
  yield '}\n'
}

async function* list(name: string, rows: AsyncIterable<object>, before = ''): AsyncGenerator<string> {
  yield `${before}${JSON.stringify(name)}:[`
  let between = '\n'
  for await (const row of rows) {
    yield between + JSON.stringify(row)
    between = ',\n'
  }
  yield ']'
}

async function aboutOneself({ store, origin, signedIn }: Ask, { id, name, createdAt }: Member) {
  const { words, hiddenAt } = await profileOf(store, id)
  const wanted = await wantedKinds(store, id)
  const roles = (await grantsTo(store, id, MOST_GRANTS)).map(ownGrant)
  const devices = await devicesOf(store, id)
  const muted = await mutedBy(store, id)
  return {
    name,
    mail: (await signedIn())?.mail,
    roles,
    joinedAt: iso(createdAt),
    page: origin + paths.person(id),
    about: words,
    historyHiddenAt: iso(hiddenAt),
    toldOf: wanted.page,
    alsoByMail: wanted.mail,
    alsoInBrowsers: wanted.push,
    mailed: (await paceOf(store, id)) ?? null,
    browsers: devices.map(({ endpoint, language, at }) => ({ service: new URL(endpoint).host, language, at: iso(at) })),
    muted: muted.map((one) => ({ name: one.name, page: origin + paths.person(one.id) })),
  }
}

async function* commentsOf(ask: Ask, { id }: Person) {
  const { store, origin } = ask
  const language = await ask.language()
  const next = (last: { id: Parameters<typeof ownWords>[2] } | undefined) =>
    ownWords(store, id, last?.id ?? ROOT, AT_ONCE)
  for await (const rows of pages(next)) {
    const titles = await editionForEach(store, [...new Set(rows.map(({ articleId }) => articleId))], language)
    for (const { articleId, parentId, postedAt, editedAt, earlier, removed, ...comment } of rows)
      yield {
        ...comment,
        address: comment.label === null ? null : origin + paths.comment(comment.id),
        under: titles.get(articleId)?.title ?? null,
        answers: parentId === ROOT ? null : origin + paths.comment(parentId),
        postedAt: iso(postedAt),
        editedAt: iso(editedAt),
        earlier: earlier.map(({ words, at }) => ({ words, at: iso(at) })),
        removed: removed && { by: removed.cause, rule: removed.ruleId, at: iso(removed.at) },
      }
  }
}

async function* reactionsOf({ store, origin }: Ask, { id }: Person) {
  for await (const rows of pages((last: OwnReaction | undefined) => ownReactions(store, id, last, AT_ONCE)))
    for (const { commentId, kind, at } of rows) yield { kind, to: origin + paths.comment(commentId), at: iso(at) }
}

function ownGrant({ role, sections, languages, grantedAt, takenAt }: Grant) {
  return { role, sections, languages, givenAt: iso(grantedAt), takenAt: iso(takenAt) }
}

type Followed = Awaited<ReturnType<typeof followsOf>>[number]

async function* followedBy({ store, origin }: Ask, { id }: Person) {
  for await (const rows of pages((last: Followed | undefined) => followsOf(store, id, last, AT_ONCE)))
    for (const { articleId, commentId, at } of rows)
      yield {
        article: articleId,
        branch: commentId === ROOT ? null : origin + paths.comment(commentId),
        at: iso(at),
      }
}

type Read = Awaited<ReturnType<typeof readStatesOf>>[number]

async function* readBy({ store, origin }: Ask, { id }: Person) {
  for await (const rows of pages((last: Read | undefined) => readStatesOf(store, id, last?.articleId ?? 0, AT_ONCE)))
    for (const { articleId, upTo, seen, at } of rows) {
      const [known, alsoSeen] = [paths.comment(upTo), seen.map((id) => origin + paths.comment(id))]
      yield { article: articleId, upTo: origin + known, alsoSeen, at: iso(at) }
    }
}

async function* pages<Row>(next: (last: Row | undefined) => Promise<Row[]>): AsyncGenerator<Row[]> {
  for (let last: Row | undefined; ; ) {
    const rows = await next(last)
    yield rows
    if (rows.length < AT_ONCE) return
    last = rows.at(-1)
  }
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
