import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newArticle } from '../../../../../test/support/growing.ts'
import { STORES } from '../../../../../test/support/stores.ts'
import { draftOf, post, ROOT, remove } from '../../../discussion/index.ts'
import { addPerson } from '../../../people/index.ts'
import { admissionIn } from '../settings/settings.ts'
import { firstComments } from './first-comments.ts'
import { linksOfNewPeople } from './links-of-new-people.ts'
import type { Submission, Surroundings } from './rule.ts'

const AT = 1_790_000_000_000

for (const { name, openStore } of STORES) {
  test(`on ${name}, somebody is held until so many of their comments were kept, and a removed one is none`, async () => {
    await using open = await openStore()
    const { store } = open
    const articleId = await newArticle(store, 'ferry')
    const ada = { accountId: 'a', name: 'Ada', nameKey: 'ada', createdAt: AT } as const
    const { value: by } = await store.write((tx) => addPerson(tx, ada))
    const say = async (words: string) => {
      const posting = { articleId, under: ROOT, by, draft: draftOf(words), language: null, at: AT } as const
      return (await store.write((tx) => post(tx, posting))).value
    }
    const settings = admissionIn(new Map([[null, { firstHeld: 2, linksHeld: 3 }]]), null)
    const judged = async (words: string) => {
      const asked = { by: { ...by, roles: [] }, draft: draftOf(words) } as Partial<Submission> as Submission
      const around = { db: store, settings } as Partial<Surroundings> as Surroundings
      const doubts = [await firstComments.judge(asked, around), await linksOfNewPeople.judge(asked, around)]
      return doubts.map((doubt) => doubt !== undefined)
    }
    const LINK = 'See https://harbour.example for it.'
    assert.deepEqual(await judged(LINK), [true, true])
    await say('One.')
    const two = await say('Two.')
    assert.deepEqual(await judged(LINK), [false, true])
    await store.write((tx) => remove(tx, two, { cause: 'moderators', ruleId: null, at: AT }, AT))
    assert.deepEqual(await judged('Without any.'), [true, false])
    await say('Three.')
    await say('Four.')
    assert.deepEqual(await judged(LINK), [false, false])
    assert.deepEqual(await judged('> [Ada, 1](/c/1) of the ferry, and @Ada'), [false, false])
  })
}
