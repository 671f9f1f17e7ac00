import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DATABASES } from '../../../../test/support/databases.ts'
import { newArticle } from '../../../../test/support/growing.ts'
import { openDatabase, Store } from '../../../store/index.ts'
import { personNamed } from '../../people/index.ts'
import { draftOf, post } from '../index.ts'

for (const { name, open } of DATABASES) {
  test(`on ${name}, a post with many quotations asks no more than one with two, and one without asks for none`, async () => {
    await using ending = new AsyncDisposableStack()
    const fresh = await open()
    ending.defer(() => fresh.close())
    const asked: string[] = []
    const database = await openDatabase(fresh.url, { watch: (sql) => asked.push(sql) })
    ending.defer(() => database.close())
    const store = new Store(database)
    const articleId = await newArticle(store, 'ferry')
    const { value: by } = await store.write((tx) => personNamed(tx, 'Ada'))
    const say = async (words: string) => {
      const [draft, before] = [draftOf(words), asked.length]
      const posting = { articleId, under: 0, by, draft, language: null, at: 1 } as const
      const { value } = await store.write((tx) => post(tx, posting))
      return { id: value.id, asked: asked.slice(before).filter((sql) => /"comment"|"edition"|"quotation"/.test(sql)) }
    }
    const said: Awaited<ReturnType<typeof say>>[] = []
    for (let n = 1; n <= 20; n++) said.push(await say(`Word ${n}.`))
    const quoting = (count: number) =>
      said.slice(0, count).map(({ id }, at) => `> Word ${at + 1}.\n> — [Ada](/c/${id})\n\nYes.\n\n`)
    const [none, two, twenty] = [said.at(-1)!, await say(quoting(2).join('')), await say(quoting(20).join(''))]
    assert.equal(none.asked.filter((sql) => /^select|"quotation"/.test(sql)).length, 0, none.asked.join('\n'))
    assert.equal(twenty.asked.length, two.asked.length, twenty.asked.join('\n'))
  })
}
