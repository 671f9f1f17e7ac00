import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { STORES } from '../../../test/support/stores.ts'
import { type Language, languageFrom } from '../../kit/language.ts'
import { entriesSince, type Store, type Writing } from '../../store/index.ts'
import { personNamed } from '../people/index.ts'
import {
  type ArticleTables,
  bylineHolder,
  bylineRoles,
  deleteArticle,
  type EditionDraft,
  type EditionPage,
  editionPage,
  editionsById,
  isEmpty,
  type List,
  languagesWith,
  latestEditions,
  listAll,
  mislisted,
  publicationOf,
  restoreArticle,
  saveArticle,
  saveBylines,
  saveEdition,
  savePublication,
  saveSection,
  saveTag,
  sections,
  tagAt,
  tagBySlugs,
  type WordsChanged,
} from './index.ts'

const en = languageFrom('en')!
const de = languageFrom('de')!
const fr = languageFrom('fr')!
const nobodyQuotes: WordsChanged = async () => {}

const PUBLICATION = {
  defaultLanguage: de,
  zone: 'Europe/Berlin',
  telegram: null,
  mail: null,
  demoSince: null,
  languages: [
    { language: de, name: 'Zweite Lesung', motto: '' },
    { language: en, name: 'Second Reading', motto: 'Who said it first' },
  ],
}

for (const { name, openStore } of STORES) {
  describe(`articles on ${name}`, () => {
    test('a publication has a name from the first day, and keeps the order of its languages', async () => {
      await using opened = await openStore()
      const { store } = opened
      assert.equal(await isEmpty(store), true)
      assert.equal((await publicationOf(store)).languages[0]!.name, 'Parley')
      const save = async () => (await store.write((tx) => savePublication(tx, PUBLICATION, 1))).value
      assert.deepEqual([await save(), await save()], ['new', 'same'])
      assert.deepEqual(plain(await publicationOf(store)), PUBLICATION)
      assert.equal(await isEmpty(store), false)
      assert.deepEqual(await kinds(store), ['publication.changed'])
    })

    test('one state of everything is asked once what the publication is, and a change is seen at once', async () => {
      const asked: string[] = []
      await using opened = await openStore((sql) => void (/from "publication"/.test(sql) && asked.push(sql)))
      const { store } = opened
      await store.write((tx) => savePublication(tx, PUBLICATION, 1))
      asked.length = 0
      await store.read((db) => Promise.all([publicationOf(db), publicationOf(db), sections(db, en)]))
      assert.equal(asked.length, 1)
      const { value: zones } = await store.write(async (tx) => {
        const before = await publicationOf(tx)
        await savePublication(tx, { ...before, zone: 'Europe/Moscow' }, 2)
        return [before.zone, (await publicationOf(tx)).zone]
      })
      assert.deepEqual(
        [...zones, (await publicationOf(store)).zone],
        ['Europe/Berlin', 'Europe/Moscow', 'Europe/Moscow'],
      )
    })

    test('a section is called as the language says, else as the publication does', async () => {
      await using opened = await openStore()
      const { store } = opened
      await store.write((tx) => savePublication(tx, PUBLICATION, 1))
      const save = async (slug: string, position: number, names: Record<Language, string>) =>
        (await store.write((tx) => saveSection(tx, { slug, position, names }, 2))).value.outcome
      assert.equal(await save('towns', 1, { [en]: 'Towns', [de]: 'Städte' }), 'new')
      assert.equal(await save('nature', 0, { [de]: 'Natur' }), 'new')
      assert.equal(await save('towns', 1, { [de]: 'Städte', [en]: 'Towns' }), 'same')
      assert.deepEqual(names(await sections(store, en)), ['nature Natur', 'towns Towns'])
      assert.equal(await save('towns', 1, { [en]: 'Cities' }), 'changed')
      assert.deepEqual(names(await sections(store, fr)), ['nature Natur', 'towns Cities'])
    })

    test('a page shows an edition with its section, picture, bylines and sisters', async () => {
      await using opened = await openStore()
      const { store } = opened
      const page = await published(store)
      assert.equal(await editionPage(store, de, 'nothing-here'), undefined)
      assert.deepEqual(plain(page.section), { id: page.section!.id, slug: 'towns', name: 'Städte' })
      assert.deepEqual(page.edition.html.replace(/ id="[^"]*"/g, '').trim(), '<p>Die <em>Uhr</em> geht vor.</p>')
      assert.deepEqual(
        page.editions.map(({ language, slug }) => `${language} ${slug}`),
        ['en the-clock', 'de die-uhr'],
      )
      assert.deepEqual(
        page.bylines.map(({ name, role }) => `${name}, ${role}`),
        ['Pjotr, author', 'Anna, translator'],
      )
      const english = await editionPage(store, en, 'the-clock')
      assert.deepEqual(
        english!.bylines.map(({ name, role }) => `${name}, ${role}`),
        ['Пётр, author'],
      )
    })

    test('what is not published stands nowhere', async () => {
      await using opened = await openStore()
      const { store } = opened
      const { article } = await published(store)
      await save(store, { ...GERMAN, articleId: article.id, publishedAt: null })
      assert.equal(await editionPage(store, de, 'die-uhr'), undefined)
      assert.deepEqual(await latestEditions(store, de, {}, 10), [])
      assert.deepEqual(
        (await editionPage(store, en, 'the-clock'))!.editions.map(({ language }) => language),
        ['en'],
      )
      const sectionId = (await sections(store, en))[0]!.id
      assert.deepEqual(await languagesWith(store, [en, de], { of: 'section', id: sectionId }), ['en'])
    })

    test('other words are a new revision, and whoever quotes them is asked; the same words are nothing', async () => {
      await using opened = await openStore()
      const { store } = opened
      const { article, edition } = await published(store)
      const asked: string[] = []
      const whenChanged: WordsChanged = async (_tx, { id, plain: words }) => void asked.push(`${id}: ${words}`)
      const from = (await kinds(store)).length
      const again = (change: Partial<EditionDraft>) =>
        save(store, { ...GERMAN, articleId: article.id, ...change }, whenChanged)
      assert.equal(await again({}), 'same')
      assert.equal(await again({ standfirst: 'Seit 1911.' }), 'changed')
      assert.deepEqual(asked, [])
      assert.equal(await again({ standfirst: 'Seit 1911.', words: 'Die Uhr geht nach.' }), 'changed')
      assert.deepEqual(asked, [`${edition.id}: Die Uhr geht nach.`])
      assert.deepEqual((await kinds(store)).slice(from), ['edition.changed', 'edition.changed'])
      const after = (await editionPage(store, de, 'die-uhr'))!.edition
      assert.deepEqual([after.changedAt, after.publishedAt, after.standfirst], [9, 5, 'Seit 1911.'])
      assert.equal((await editionsById(store, [edition.id]))[0]!.plain, 'Die Uhr geht nach.')
    })

    test('an address belongs to one article', async () => {
      await using opened = await openStore()
      const { store } = opened
      await published(store)
      const other = await store.write((tx) => saveArticle(tx, draft('other'), 1))
      const taking = save(store, { ...GERMAN, articleId: other.value.id })
      await assert.rejects(taking, { kind: 'conflict', key: 'edition.slug-taken' })
    })

    test('a list goes on below any edition, also among those of one moment, and within a section', async () => {
      await using opened = await openStore()
      const { store } = opened
      const { section } = await published(store)
      for (const [index, publishedAt] of [7, 7, 7, 3].entries()) {
        const sectionId = index === 1 ? section!.id : null
        const { value } = await store.write((tx) => saveArticle(tx, { ...draft(`article-${index}`), sectionId }, 1))
        await save(store, { ...GERMAN, articleId: value.id, slug: `nummer-${index}`, publishedAt })
      }
      const read: string[] = []
      for (let before: { publishedAt: number; id: EditionPage['edition']['id'] } | undefined; ; ) {
        const page = await latestEditions(store, de, { before }, 2)
        read.push(...page.map(({ edition }) => edition.slug))
        if (page.length < 2) break
        before = page.at(-1)!.edition
      }
      assert.deepEqual(read, ['nummer-2', 'nummer-1', 'nummer-0', 'die-uhr', 'nummer-3'])
      const inTowns = await latestEditions(store, de, { list: { of: 'section', id: section!.id } }, 10)
      assert.deepEqual(
        inTowns.map(({ edition }) => edition.slug),
        ['nummer-1', 'die-uhr'],
      )
    })

    test('whatever becomes of an article, it is in the lists of its section, tags and signers and in no others', async () => {
      await using opened = await openStore()
      const { store } = opened
      const { article, section, bylines } = await published(store)
      const { id } = article
      const act = async (work: (tx: Writing) => Promise<unknown>) => {
        await store.write(work)
        assert.deepEqual(await mislisted(store, 10), [])
      }
      const slugsIn = async (list: List) =>
        (await latestEditions(store, de, { list }, 10)).map(({ edition }) => edition.slug)
      const [pyotr, anna] = bylines.map(({ personId }) => personId)
      await act((tx) => saveTag(tx, { slug: 'time', names: { [de]: 'Zeit' } }, 10))
      await act((tx) => tagBySlugs(tx, id, ['time'], 10))
      const tag: List = { of: 'tag', id: (await tagAt(store, 'time', de))!.id }
      assert.deepEqual(await slugsIn(tag), ['die-uhr'])
      assert.deepEqual(await languagesWith(store, [de, fr, en], tag), ['de', 'en'])
      assert.deepEqual(await languagesWith(store, [de, en], { of: 'signer', id: anna! }), ['de'])

      await act((tx) => saveArticle(tx, draft('clock'), 11))
      assert.deepEqual(await slugsIn({ of: 'section', id: section!.id }), [])
      await act((tx) => bylineHolder.hand(tx, pyotr!, anna!))
      assert.deepEqual(await slugsIn({ of: 'signer', id: pyotr! }), [])
      await act((tx) => saveBylines(tx, id, [], 12))
      assert.deepEqual(await slugsIn({ of: 'signer', id: anna! }), [])
      await act((tx) => saveEdition(tx, { ...GERMAN, articleId: id, publishedAt: null }, 13, nobodyQuotes))
      assert.deepEqual(await slugsIn(tag), [])
      await act((tx) => deleteArticle(tx, { articleId: id, by: { id: anna! }, at: 14 }))
      assert.deepEqual(await languagesWith(store, [de, en], tag), [])
      await act((tx) => restoreArticle(tx, { articleId: id, by: { id: anna! }, at: 15 }))
      assert.deepEqual(await languagesWith(store, [de, en], tag), ['en'])

      await store.write((tx) => tx.change<ArticleTables>().deleteFrom('listing').execute())
      assert.equal((await mislisted(store, 10)).length, 1)
      await act(listAll)
    })

    test('a discussion is told who has which part in the article', async () => {
      await using opened = await openStore()
      const { store } = opened
      const { article, bylines } = await published(store)
      const roles = await bylineRoles(store, article.id)
      assert.deepEqual(
        bylines.map(({ personId }) => roles.get(personId)),
        ['author', 'translator'],
      )
    })
  })
}

const GERMAN: Omit<EditionDraft, 'articleId'> = {
  language: de,
  slug: 'die-uhr',
  publishedAt: 5,
  title: 'Die Uhr',
  standfirst: '',
  pictureAlt: '',
  pictureCaption: '',
  words: 'Die *Uhr* geht vor.',
}

/** An article in English, then in German; answers with the German page. */
async function published(store: Store): Promise<EditionPage> {
  await store.write(async (tx) => {
    await savePublication(tx, PUBLICATION, 1)
    const { id: sectionId } = await saveSection(tx, { slug: 'towns', position: 0, names: { [de]: 'Städte' } }, 1)
    const { id: articleId } = await saveArticle(tx, { ...draft('clock'), sectionId }, 1)
    await saveEdition(
      tx,
      { ...GERMAN, articleId, language: en, slug: 'the-clock', words: 'It is *fast*.' },
      9,
      nobodyQuotes,
    )
    const { id: editionId } = await saveEdition(tx, { ...GERMAN, articleId }, 9, nobodyQuotes)
    const pyotr = {
      editionId: null,
      personId: (await personNamed(tx, 'Пётр')).id,
      role: 'author',
      names: { [de]: 'Pjotr' },
    } as const
    const anna = { editionId, personId: (await personNamed(tx, 'Anna')).id, role: 'translator', names: {} } as const
    assert.equal(await saveBylines(tx, articleId, [pyotr, anna], 1), true)
    assert.equal(await saveBylines(tx, articleId, [pyotr, anna], 1), false)
  })
  return (await editionPage(store, de, 'die-uhr'))!
}

function draft(key: string) {
  return { key, sectionId: null, pictureId: null, publishedAt: 1 }
}

async function save(store: Store, edition: EditionDraft, whenChanged = nobodyQuotes) {
  return (await store.write((tx) => saveEdition(tx, edition, 9, whenChanged))).value.outcome
}

async function kinds(store: Store): Promise<string[]> {
  return (await entriesSince(store, 0)).map(({ kind }) => kind)
}

function names(list: readonly { slug: string; name: string }[]): string[] {
  return list.map(({ slug, name }) => `${slug} ${name}`)
}

/** One database's rows have no prototype. */
function plain<T>(value: T): T {
  return structuredClone(value)
}
