import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { MIGRATIONS } from '../../../src/parley.ts'
import { migrate, openDatabase } from '../../../src/store/index.ts'
import type { FreshDatabase } from '../../support/databases.ts'
import { type Fault, untilKilled } from '../fault.ts'
import { forget } from '../publication.ts'
import { keep } from './kept.ts'
import { killedWithin, took, wrongIn } from './moment.ts'

const COMMENTS = 6_000

/** `kill -9` of an import at a random moment: what is there is nothing or all, and the import can be made again. */
export const whileImporting: Fault = {
  name: 'kill -9 while importing',
  async run({ open, kills }) {
    const home = await mkdtemp(path.join(tmpdir(), 'parley-import-'))
    const file = await exported(home)
    const database = await open()
    const { environment, folder, address, order, comments } = placeIn(home, database)
    const wrong: string[] = []
    const goesOn = untilKilled(kills, wrong)
    let [killed, written] = [0, 0]
    await lay(folder, address)
    await using empty = await keep(folder, database)
    const fromMs = await took(environment, 'person', 'list')
    const toMs = await took(environment, 'import', 'parley', file)
    const isWhole = async () => (await comments()) === COMMENTS
    if (!(await isWhole())) wrong.push('an import that nobody disturbed is not whole')
    await empty.bringBack()
    const span = { fromMs: fromMs / 2, toMs }
    while (goesOn(killed)) {
      const { ended, printed } = await killedWithin(span, environment, 'import', 'parley', file)
      if (ended === 'killed') killed++
      else if (ended !== 0) wrong.push(printed)
      const count = await comments()
      if (count === 0 && ended === 'killed') continue
      if (count !== COMMENTS) wrong.push(`${count} of ${COMMENTS} comments are there`)
      if (ended === 'killed') wrong.push(await wrongIn(environment))
      if (ended === 'killed') written++
      await empty.bringBack()
    }
    await took(environment, 'import', 'parley', file)
    if (!(await isWhole())) wrong.push('the last import is not whole')
    wrong.push(await wrongIn(environment))
    await order((db) => forget(db, 7))
    const seen = !(await isWhole()) && (await wrongIn(environment)) !== ''
    await database.close()
    await rm(home, { recursive: true })
    return {
      done: `${killed} kills in the midst of ${COMMENTS} comments, of which ${written} came after all was written`,
      wrong: wrong.filter(Boolean),
      control: { planted: 'one comment taken out behind its counters', seen },
    }
  },
}

async function exported(home: string): Promise<string> {
  const file = path.join(home, 'export.jsonl.gz')
  const environment = { PARLEY_DATA: path.join(home, 'source'), PARLEY_DEMO: 'off' }
  await took(environment, 'generate', '--comments', String(COMMENTS))
  await took(environment, 'export', file)
  return file
}

function placeIn(home: string, { name, url }: FreshDatabase) {
  const folder = path.join(home, 'data')
  const address = name === 'SQLite' ? path.join(folder, 'parley.sqlite') : url
  const environment = { PARLEY_DATA: folder, PARLEY_DEMO: 'off', PARLEY_DATABASE: address }

  async function order<T>(work: (db: Awaited<ReturnType<typeof openDatabase>>['migrator']) => Promise<T>): Promise<T> {
    const opened = await openDatabase(address)
    return work(opened.migrator).finally(() => opened.close())
  }

  return {
    folder,
    address,
    environment,
    order,
    comments: () =>
      order(async (db) => {
        const count = db.selectFrom('comment').select((e) => e.fn.countAll<number>().as('count'))
        return Number((await count.executeTakeFirstOrThrow()).count)
      }),
  }
}

/** Makes the tables, in which nothing stands yet. */
async function lay(folder: string, address: string) {
  await mkdir(folder)
  const opened = await openDatabase(address)
  await migrate(opened, ...MIGRATIONS).finally(() => opened.close())
}
