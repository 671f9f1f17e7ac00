import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { buildParley } from '../../src/parley.ts'
import { openDatabase } from '../../src/store/index.ts'
import type { FreshDatabase } from '../support/databases.ts'
import { type Environment, freePort } from '../support/process.ts'
import { publish, visitor, withoutPace } from '../support/site.ts'
import type { Seen } from './fault.ts'
import { wrongIn } from './kills/moment.ts'

type AnyKysely = Awaited<ReturnType<typeof openDatabase>>['migrator']

const SECRET = 'the secret of the faults, which protects nothing at all'
const PEOPLE = 8
/** Who was not served waits a moment before they try again. */
const PAUSE_MS = 20
const LONGEST_MS = 30_000

/** A publication on a database of its own, which nobody serves yet. */
export interface Publication extends AsyncDisposable {
  environment: Environment
  origin: string
  address: string
  folder: string
  articleId: number
  /** Of those who post. */
  cookies: string[]
  /** Those who post, by their numbers. */
  people: number[]
  /** Of these comments, those that are not there. */
  lost(ids: readonly number[]): Promise<number[]>
  /** What the doctor finds wrong when it counts all again. */
  wrong(): Promise<string>
  order(work: (db: Awaited<ReturnType<typeof openDatabase>>) => Promise<unknown>): Promise<void>
}

export async function openPublication(database: FreshDatabase): Promise<Publication> {
  const isSqlite = database.name === 'SQLite'
  const folder = isSqlite ? path.dirname(database.url) : await mkdtemp(path.join(tmpdir(), 'parley-fault-'))
  const address = isSqlite ? path.join(folder, 'parley.sqlite') : database.url
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const folders = { mediaFolder: path.join(folder, 'media'), mailFolder: path.join(folder, 'mail') }
  const built = await buildParley(await openDatabase(address), { origin, secret: SECRET, ...folders })
  const articleId = await publish({ parley: built }, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  await withoutPace({ parley: built })
  const cookies: string[] = []
  const people: number[] = []
  for (let n = 0; n < PEOPLE; n++) {
    const poster = await visitor({ parley: built }, `Poster ${n}`)
    cookies.push(poster.cookies)
    people.push(poster.person.id)
  }
  await built.close()
  const environment = {
    PARLEY_DATA: folder,
    PARLEY_SECRET: SECRET,
    PARLEY_DEMO: 'off',
    PARLEY_PORT: String(port),
    ...(!isSqlite && { PARLEY_DATABASE: address }),
  }

  async function order(work: (db: Awaited<ReturnType<typeof openDatabase>>) => Promise<unknown>) {
    const opened = await openDatabase(address)
    await work(opened).finally(() => opened.close())
  }

  return {
    environment,
    origin,
    address,
    folder,
    articleId,
    cookies,
    people,
    order,
    async lost(ids) {
      const there = new Set<number>()
      await order(async ({ reader }) => {
        for (const { id } of await reader.selectFrom('comment').select('id').execute()) there.add(Number(id))
      })
      return ids.filter((id) => !there.has(id))
    },
    wrong: () => wrongIn(environment),
    async [Symbol.asyncDispose]() {
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What is missing or wrong afterwards, and whether a planted loss would have been seen. */
export async function judged(
  publication: Publication,
  acknowledged: readonly number[],
): Promise<Pick<Seen, 'wrong' | 'control'>> {
  const lost = await publication.lost(acknowledged)
  const wrong = [...lost.map((id) => `comment ${id} was answered for and is missing`), await publication.wrong()]
  await publication.order(({ migrator }) => forget(migrator, acknowledged[0]!))
  const seen = (await publication.lost(acknowledged)).length === lost.length + 1 && (await publication.wrong()) !== ''
  return {
    wrong: wrong.filter(Boolean),
    control: { planted: 'one comment taken out behind its counters', seen },
  }
}

/** Takes a comment out as no part of the program would. */
export async function forget(db: AnyKysely, id: number): Promise<void> {
  await sql`delete from "commentRevision" where "commentId" = ${id}`.execute(db)
  await sql`delete from "comment" where "id" = ${id}`.execute(db)
}

/** People who post as fast as they are answered, until they are stopped, and again after a moment where they are not served. */
export function posting({ origin, articleId, cookies }: Publication) {
  const acknowledged: number[] = []
  const answers = new Map<number, number>()
  let [isOver, untold] = [false, 0]
  const all = cookies.map(async (cookie) => {
    while (!isOver) {
      const key = randomUUID()
      const body = new URLSearchParams({ words: `Said under ${key}.`, language: 'en', key })
      const headers = { cookie, origin, 'sec-fetch-site': 'same-origin' }
      const signal = AbortSignal.timeout(LONGEST_MS)
      const asked = fetch(`${origin}/a/${articleId}/comments`, {
        method: 'POST',
        body,
        headers,
        redirect: 'manual',
        signal,
      })
      const answer = await asked.catch(() => undefined)
      if (!answer) {
        count(0)
        await setTimeout(PAUSE_MS)
        continue
      }
      count(answer.status)
      if (answer.status === 503 && !answer.headers.has('retry-after')) untold++
      if (answer.status !== 303) await setTimeout(PAUSE_MS)
      await answer.arrayBuffer().catch(() => {})
      const [, id] = /\/c\/(\d+)/.exec(answer.headers.get('location') ?? '') ?? []
      if (answer.status === 303 && id) acknowledged.push(Number(id))
    }
  })
  function count(status: number) {
    answers.set(status, (answers.get(status) ?? 0) + 1)
  }
  return {
    acknowledged,
    /** How often each status was answered; 0 where nobody answered. */
    answers,
    /** How many were turned away without a time to come back. */
    untold: () => untold,
    async stop() {
      isOver = true
      await Promise.all(all)
    },
  }
}
