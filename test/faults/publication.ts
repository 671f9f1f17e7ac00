import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildParley } from '../../src/parley.ts'
import { openDatabase } from '../../src/store/index.ts'
import type { FreshDatabase } from '../support/databases.ts'
import { type Environment, freePort, parley } from '../support/process.ts'
import { publish, visitor } from '../support/site.ts'

const SECRET = 'the secret of the faults, which protects nothing at all'
const PEOPLE = 8

/** A publication on a database of its own, which nobody serves yet. */
export interface Publication extends AsyncDisposable {
  environment: Environment
  origin: string
  address: string
  folder: string
  articleId: number
  /** Of those who post. */
  cookies: string[]
  /** Of these comments, those that are not there. */
  lost(ids: readonly number[]): Promise<number[]>
  /** What the doctor finds wrong when it counts all again. */
  wrong(): Promise<string>
  order(work: (db: Awaited<ReturnType<typeof openDatabase>>) => Promise<unknown>): Promise<void>
}

export async function openPublication(database: FreshDatabase): Promise<Publication> {
  const folder = await mkdtemp(path.join(tmpdir(), 'parley-fault-'))
  const isSqlite = database.name === 'SQLite'
  const address = isSqlite ? path.join(folder, 'parley.sqlite') : database.url
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const folders = { mediaFolder: path.join(folder, 'media'), mailFolder: path.join(folder, 'mail') }
  const built = await buildParley(await openDatabase(address), { origin, secret: SECRET, ...folders })
  const articleId = await publish({ parley: built }, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  const cookies: string[] = []
  for (let n = 0; n < PEOPLE; n++) cookies.push((await visitor({ parley: built }, `Poster ${n}`)).cookies)
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
    order,
    async lost(ids) {
      const there = new Set<number>()
      await order(async ({ reader }) => {
        for (const { id } of await reader.selectFrom('comment').select('id').execute()) there.add(Number(id))
      })
      return ids.filter((id) => !there.has(id))
    },
    async wrong() {
      const { code, printed } = await parley(environment, 'doctor', '--recount')
      return code === 0 ? '' : printed
    },
    async [Symbol.asyncDispose]() {
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** People who post as fast as they are answered, until they are stopped or the server is gone. */
export function posting({ origin, articleId, cookies }: Publication) {
  const acknowledged: number[] = []
  let isOver = false
  const all = cookies.map(async (cookie) => {
    while (!isOver) {
      const key = randomUUID()
      const body = new URLSearchParams({ words: `Said under ${key}.`, language: 'en', key })
      const headers = { cookie, origin, 'sec-fetch-site': 'same-origin' }
      const asked = fetch(`${origin}/a/${articleId}/comments`, { method: 'POST', body, headers, redirect: 'manual' })
      const answer = await asked.catch(() => undefined)
      if (!answer) return
      await answer.arrayBuffer().catch(() => {})
      const [, id] = /\/c\/(\d+)/.exec(answer.headers.get('location') ?? '') ?? []
      if (answer.status === 303 && id) acknowledged.push(Number(id))
    }
  })
  return {
    acknowledged,
    async stop() {
      isOver = true
      await Promise.all(all)
    },
  }
}
