import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase } from '../../../src/store/index.ts'
import type { Environment } from '../../support/process.ts'
import { type Fault, untilKilled } from '../fault.ts'
import { forget } from '../publication.ts'
import { killedWithin, type Span, took, wrongIn } from './moment.ts'

const COMMENTS = 1_000
const ALREADY = /is not empty/

/** `kill -9` of a move at a random moment, again and again until it has come to its end. */
export const whileMoving: Fault = {
  name: 'kill -9 while moving to PostgreSQL',
  on: 'PostgreSQL',
  async run({ open, kills }) {
    const folder = await mkdtemp(path.join(tmpdir(), 'parley-moved-'))
    await took({ PARLEY_DATA: folder, PARLEY_DEMO: 'off' }, 'generate', '--comments', String(COMMENTS))
    const file = path.join(folder, 'parley.sqlite')
    const wrong: string[] = []
    const goesOn = untilKilled(kills, wrong)
    let [killed, moves, seen] = [0, 0, false]
    let span: Span | undefined
    do {
      const database = await open()
      const environment = { PARLEY_DATA: folder, PARLEY_DATABASE: database.url }
      if (span) killed = await movedAmongKills(span, killed, goesOn, environment, file, wrong)
      else span = await spanOf(environment, file)
      moves++
      wrong.push(await wrongIn(environment))
      if (!goesOn(killed)) seen = await spoilt(database.url, environment)
      await database.close()
    } while (goesOn(killed))
    await rm(folder, { recursive: true })
    return {
      done: `${killed} kills, ${moves} moves brought to their end, each compared row by row`,
      wrong: wrong.filter(Boolean),
      control: { planted: 'one comment taken out behind its counters', seen },
    }
  },
}

async function spanOf(environment: Environment, file: string): Promise<Span> {
  const fromMs = await took({ ...environment, PARLEY_DATABASE: file }, 'person', 'list')
  return { fromMs: fromMs / 2, toMs: await took(environment, 'move', file) }
}

/** Moves into one database, and kills that until it comes to its end; gives how often it has been done by then. */
async function movedAmongKills(
  span: Span,
  before: number,
  goesOn: (killed: number) => boolean,
  environment: Environment,
  file: string,
  wrong: string[],
): Promise<number> {
  let killed = before
  for (; goesOn(killed); killed++) {
    const { ended, printed } = await killedWithin(span, environment, 'move', file)
    if (ended === 'killed') continue
    if (ended !== 0 && !ALREADY.test(printed)) wrong.push(printed)
    return killed
  }
  await took(environment, 'move', file).catch((error) => ALREADY.test(String(error)) || wrong.push(String(error)))
  return killed
}

async function spoilt(url: string, environment: Environment): Promise<boolean> {
  const opened = await openDatabase(url)
  await forget(opened.migrator, 7).finally(() => opened.close())
  return (await wrongIn(environment)) !== ''
}
