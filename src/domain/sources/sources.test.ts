import assert from 'node:assert/strict'
import test from 'node:test'
import { STORES } from '../../../test/support/stores.ts'
import { sha256 } from '../../kit/hash.ts'
import { languageFrom } from '../../kit/language.ts'
import { saveArticle } from '../articles/index.ts'
import { addPerson } from '../people/index.ts'
import {
  citedAt,
  documentById,
  keepCited,
  keepDocument,
  merge,
  OUTLETS,
  onDay,
  openDocument,
  PARTIES,
  saveOutlet,
  saveSources,
  sourcesOf,
  undoMerge,
} from './index.ts'

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
    const { id: _, ...first } = read[0]!
    assert.deepEqual(first, {
      outlet: 'Уфер',
      title: 'b',
      url: 'https://ufer.example/b',
      language: de,
      publishedOn: '2026-10-03',
      linkState: null,
      copy: null,
      kept: null,
    })
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

  test(`a form that was chosen at the desk outlives imports, and two outlets that are one are made one and two again (${name})`, async () => {
    await using opened = await openStore()
    const { store } = opened
    const written = async <T>(work: Parameters<typeof store.write<T>>[0]) => (await store.write(work)).value
    const by = await written((tx) => addPerson(tx, { accountId: 'e', name: 'Eve', nameKey: 'eve', createdAt: 1 }))
    const keeping = { byId: by.id, at: 5 }
    const articleId = await written(async (tx) => {
      const draft = { key: 'clock', sectionId: null, pictureId: null, publishedAt: 1 }
      return (await saveArticle(tx, draft, 1)).id
    })
    const imported = (key: string, form: string) =>
      written((tx) => saveOutlet(tx, { key, url: null, names: { [ru]: form } }, 1))
    const { id: one } = await imported('vzglyad', 'Взгляд')
    const { id: other } = await imported('view', 'Vzglyad.ru')
    const said = { kind: 'newspaper', country: 'ru', url: 'https://vz.example', sameAs: [] } as const
    const forms = [
      { language: en, name: ' Vzglyad ', locked: 1 },
      { language: ru, name: 'Взгляд', locked: 1 },
    ] as const
    await written((tx) => keepCited(tx, OUTLETS, one, { ...said, forms }, keeping))
    assert.equal((await imported('vzglyad', 'Вид')).outcome, 'changed')
    const kept = (await citedAt(store, OUTLETS, 'vzglyad'))!
    assert.deepEqual(
      kept.forms.map(({ language, name }) => [language, name]),
      [
        ['en', 'Vzglyad'],
        ['ru', 'Взгляд'],
      ],
    )
    assert.equal(kept.country, 'RU')

    const report = (outletId: typeof one, path: string) =>
      ({ outletId, title: path, url: `https://vz.example/${path}`, language: ru, publishedOn: null }) as const
    await written((tx) => saveSources(tx, articleId, [report(one, 'a'), report(other, 'a'), report(other, 'b')], 2))
    const outlets = async () => (await sourcesOf(store, articleId, en)).map(({ outlet }) => outlet)
    assert.deepEqual(await outlets(), ['Vzglyad', 'Vzglyad.ru', 'Vzglyad.ru'])
    const id = await written((tx) => merge(tx, { kind: 'outlet', fromId: other, intoId: one }, keeping))
    assert.deepEqual(await outlets(), ['Vzglyad', 'Vzglyad', 'Vzglyad'])
    assert.equal((await citedAt(store, OUTLETS, 'view'))!.id, one)
    assert.deepEqual(await imported('view', 'Anything'), { id: one, outcome: 'same' })
    await assert.rejects(
      written((tx) => merge(tx, { kind: 'outlet', fromId: other, intoId: one }, keeping)),
      /is-merged/,
    )
    await written((tx) => undoMerge(tx, id, keeping))
    await written((tx) => undoMerge(tx, id, keeping))
    assert.deepEqual(await outlets(), ['Vzglyad', 'Vzglyad.ru', 'Vzglyad.ru'])
  })

  test(`who is quoted has a role at a time, and what is cited of a report is kept with its hash (${name})`, async () => {
    await using opened = await openStore()
    const { store } = opened
    const written = async <T>(work: Parameters<typeof store.write<T>>[0]) => (await store.write(work)).value
    const by = await written((tx) => addPerson(tx, { accountId: 'e', name: 'Eve', nameKey: 'eve', createdAt: 1 }))
    const keeping = { byId: by.id, at: 5 }
    const role = (title: string, since: string, until: string | null) => ({ titles: { [en]: title }, since, until })
    const draft = {
      kind: 'person',
      roles: [role('Mayor', '2020-01-01', null), role('Harbour master', '2014-01-01', '2019-12-31')],
      sameAs: ['https://www.wikidata.org/wiki/Q1'],
      forms: [{ language: en, name: 'Anna Petrova', locked: 1 }],
    } as const
    await written((tx) => keepCited(tx, PARTIES, undefined, draft, keeping))
    await written((tx) => keepCited(tx, PARTIES, undefined, draft, keeping))
    const [party, namesake] = [
      await citedAt(store, PARTIES, 'anna-petrova'),
      await citedAt(store, PARTIES, 'anna-petrova-2'),
    ]
    assert.notEqual(party!.id, namesake!.id)

    const { id: outletId } = await written((tx) =>
      saveOutlet(tx, { key: 'ufer', url: null, names: { [de]: 'Ufer' } }, 1),
    )
    const document = {
      ...onDay('2026-10-03'),
      outletId,
      url: 'https://ufer.example/a',
      canonicalUrl: null,
      title: 'A',
      language: de,
      bylines: ['B. Brecht'],
      mediaType: 'text/html',
      passage: 'Der Hafen wird gebaut.',
    }
    const id = await written((tx) => keepDocument(tx, document, 3))
    assert.equal(await written((tx) => keepDocument(tx, document, 4)), id)
    await written((tx) => openDocument(tx, id, keeping))
    const kept = (await documentById(store, id))!
    assert.equal(kept.passageHash, sha256('Der Hafen wird gebaut.'))
    assert.deepEqual(
      [kept.publishedPrecision, kept.openedById, kept.openedAt, kept.bylines],
      ['day', by.id, 5, ['B. Brecht']],
    )
    await assert.rejects(
      written((tx) => keepDocument(tx, { ...document, url: 'javascript:alert(1)' }, 3)),
      /url.wrong/,
    )
  })
}
