import assert from 'node:assert/strict'
import test from 'node:test'
import { STORES } from '../../../test/support/stores.ts'
import { languageFrom } from '../../kit/language.ts'
import { saveArticle } from '../articles/index.ts'
import { saveOutlet, saveSources, sourcesOf } from './index.ts'

const en = languageFrom('en')!
const de = languageFrom('de')!
const ru = languageFrom('ru')!

for (const { name, openStore } of STORES) {
  test(`an article draws on reports in its own order, each under its outlet's name in the reader's language (${name})`, async () => {
    await using opened = await openStore()
    const { store } = opened
    const { value: articleId } = await store.write(async (tx) => {
      const draft = { key: 'clock', sectionId: null, pictureId: null, publishedAt: 1 }
      return (await saveArticle(tx, draft, 1)).id
    })
    const outlet = async (names: Record<string, string>) => {
      const saved = await store.write((tx) => saveOutlet(tx, { key: 'ufer', url: null, names }, 1))
      return saved.value
    }
    const { id: outletId, outcome } = await outlet({ [de]: 'Ufer', [ru]: 'Уфер' })
    assert.equal(outcome, 'new')
    assert.equal((await outlet({ [ru]: 'Уфер', [de]: 'Ufer' })).outcome, 'same')
    const report = (path: string, publishedOn: string | null = null) => {
      return { outletId, title: path, url: `https://ufer.example/${path}`, language: de, publishedOn }
    }
    const save = async (...sources: ReturnType<typeof report>[]) =>
      (await store.write((tx) => saveSources(tx, articleId, sources, 2))).value

    assert.equal(await save(report('b', '2026-10-03'), report('a')), true)
    assert.equal(await save(report('b', '2026-10-03'), report('a')), false)
    const read = await sourcesOf(store, articleId, ru)
    assert.deepEqual(
      { ...read[0] },
      {
        outlet: 'Уфер',
        title: 'b',
        url: 'https://ufer.example/b',
        language: de,
        publishedOn: '2026-10-03',
      },
    )
    assert.equal(read[1]!.title, 'a')
    assert.equal((await sourcesOf(store, articleId, en))[0]!.outlet, 'Ufer')
    assert.equal(await save({ ...report('a'), title: 'A' }), true)
    assert.deepEqual(
      (await sourcesOf(store, articleId, en)).map(({ title }) => title),
      ['A'],
    )
    assert.equal(await save(), true)
    assert.deepEqual(await sourcesOf(store, articleId, en), [])
  })
}
