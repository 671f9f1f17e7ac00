import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newArticle } from '../../../../../test/support/growing.ts'
import { STORES } from '../../../../../test/support/stores.ts'
import { SECOND_MS } from '../../../../kit/clock.ts'
import { addPerson } from '../../../people/index.ts'
import { admissionIn } from '../settings/settings.ts'
import type { AdmissionTables } from '../tables.ts'
import type { Submission, Surroundings } from './rule.ts'
import { slowMode } from './slow-mode.ts'

const AT = 1_790_000_000_000

for (const { name, openStore } of STORES) {
  test(`on ${name}, the more a branch is reported the longer one waits between one's comments, at most ten minutes`, async () => {
    await using open = await openStore()
    const { store } = open
    const articleId = await newArticle(store, 'ferry')
    const ada = { accountId: 'a', name: 'Ada', nameKey: 'ada', createdAt: AT } as const
    const { value: by } = await store.write((tx) => addPerson(tx, ada))
    const wrote = { personId: by.id, network: 'n', articleId, words: null, at: AT }
    await store.write((tx) => tx.fill<AdmissionTables, 'recentPost'>('recentPost', [wrote]))
    const settings = admissionIn(new Map([[null, { heatSeconds: 20 }]]), null)
    const judged = (reports: number, afterSeconds: number, parent: object | null = {}) => {
      const asked = {
        by: { ...by, roles: [] },
        articleId,
        parent: parent ?? undefined,
        at: AT + afterSeconds * SECOND_MS,
      }
      const around = { db: store, settings, restraints: [], heat: async () => reports } as Partial<Surroundings>
      return slowMode.judge(asked as Partial<Submission> as Submission, around as Surroundings)
    }
    await assert.rejects(async () => judged(3, 45), { key: 'admission.slow-heat', args: { seconds: 60, left: 15 } })
    assert.equal(await judged(3, 60), undefined)
    assert.equal(await judged(0, 1), undefined)
    await assert.rejects(async () => judged(500, 599), { args: { seconds: 600, left: 1 } })
    assert.equal(await judged(500, 600), undefined)
    assert.equal(await judged(500, 1, null), undefined, 'a new thread is in no branch')
  })
}
