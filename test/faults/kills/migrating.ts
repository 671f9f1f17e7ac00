import { globSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { MIGRATIONS } from '../../../src/parley.ts'
import { openDatabase, upcoming } from '../../../src/store/index.ts'
import { environmentOf, RELEASES, releaseFile, unpackRelease } from '../../support/releases/release-folder.ts'
import { type Fault, untilKilled } from '../fault.ts'
import { keep } from './kept.ts'
import { killedWithin, took, wrongIn } from './moment.ts'

/** `kill -9` of the first start of a newer version at a random moment: the database is the former one or the new one. */
export const whileMigrating: Fault = {
  name: 'kill -9 while bringing a database up',
  async run({ open, kills }) {
    const [version = ''] = globSync('*', { cwd: RELEASES }).sort()
    const home = await mkdtemp(path.join(tmpdir(), 'parley-up-'))
    const [data, database] = [path.join(home, 'data'), await open()]
    await unpackRelease(releaseFile(version, database), data, database)
    const address = database.name === 'SQLite' ? path.join(data, 'parley.sqlite') : database.url
    const environment = { ...environmentOf(data, database), PARLEY_UPGRADE_BACKUP: 'none' }
    const wrong: string[] = []
    const goesOn = untilKilled(kills, wrong)
    let [killed, upgrades, before] = [0, 0, 0]

    async function missing(): Promise<number> {
      const opened = await openDatabase(address)
      return (await upcoming(opened, ...MIGRATIONS).finally(() => opened.close())).length
    }

    async function isUp() {
      upgrades++
      if ((await missing()) > 0) wrong.push('the last changes were not made')
      wrong.push(await wrongIn(environment))
    }

    const all = await missing()
    await using former = await keep(data, database)
    const toMs = await took(environment, 'person', 'list')
    await isUp()
    const fromMs = await took(environment, 'person', 'list')
    await former.bringBack()
    const span = { fromMs: fromMs / 2, toMs }
    while (goesOn(killed)) {
      const { ended, printed } = await killedWithin(span, environment, 'person', 'list')
      if (ended === 'killed') killed++
      else if (ended !== 0) wrong.push(printed)
      const left = await missing()
      if (left !== 0 && left !== all) wrong.push(`${left} of ${all} changes are missing`)
      if (left === all) before++
      if (left === 0) {
        await isUp()
        await former.bringBack()
      }
    }
    await took(environment, 'person', 'list')
    await isUp()
    const opened = await openDatabase(address)
    await opened.migrator.deleteFrom('kysely_migration').where('name', 'like', '%-erased').execute()
    await opened.close()
    const seen = (await missing()) === 1
    await database.close()
    await rm(home, { recursive: true })
    return {
      done: `${killed} kills of the first start after ${version}, ${before} times still the former database, ${upgrades} upgrades brought to their end`,
      wrong: wrong.filter(Boolean),
      control: { planted: 'one change marked as not made', seen },
    }
  },
}
