import assert from 'node:assert/strict'
import { copyFile, rename, rm } from 'node:fs/promises'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { install } from '../support/installation.ts'
import { publish, visitor, withoutPace } from '../support/site.ts'

const AWAY: Record<string, (file: string) => Promise<unknown>> = {
  removed: (file) => rename(file, `${file}.away`),
  replaced: async (file) => {
    await rename(file, `${file}.away`)
    await copyFile(`${file}.away`, file)
  },
}

for (const [how, takeAway] of Object.entries(AWAY)) {
  test(`nothing is acknowledged that goes into a file that was ${how}, and all is well when it is back`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await DATABASES.find(({ name }) => name === 'SQLite')!.open()
    ending.defer(() => database.close())
    await using site = await install(database.url)
    await using server = await site.serve()
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    await withoutPace(site)
    const ada = browserAt(server.url, (await visitor(site, 'Ada')).cookies)
    const post = (words: string) => ada.post(`/a/${articleId}/comments`, { words, language: 'en' })
    assert.equal((await post('Before')).status, 303)

    for (const file of [database.url, `${database.url}-wal`]) {
      await takeAway(file)
      const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => post(`Lost ${n}`)))
      assert.deepEqual([...new Set(answers.map(({ status }) => status))], [503])
      assert.match(answers[0]!.text, /Nothing can be saved right now/)
      while (!server.printed().includes(`${file} is no longer the file that was opened`)) await setImmediate()
      await rm(file, { force: true })
      await rename(`${file}.away`, file)
      assert.equal((await post('After')).status, 303)
    }
    const page = (await ada.get('/en/ferry')).text
    assert.match(page, /After/)
    assert.doesNotMatch(page, /Lost/)
  })
}
