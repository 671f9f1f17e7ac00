import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, test } from 'node:test'
import { articlesFolder } from '../../../test/support/articles-folder.ts'
import { type OpenStore, STORES } from '../../../test/support/stores.ts'
import {
  beginArticle,
  editionAt,
  keepTyped,
  latestRevision,
  publishEdition,
  saveRevision,
  setEmbargo,
  takeOver,
  withdrawEdition,
} from '../../domain/articles/index.ts'
import { onDisk } from '../../domain/media/index.ts'
import { personNamed } from '../../domain/people/index.ts'
import { languageFrom } from '../../kit/language.ts'
import { exportArticles, importArticles } from './index.ts'

const en = languageFrom('en')!
const NOW = Date.UTC(2026, 10, 30)

for (const { name, openStore } of STORES) {
  describe(`a folder of articles on ${name}, both ways`, () => {
    test('is left byte for byte where nothing changed, and is written anew to the same', async () => {
      await using opened = await openStore()
      using made = articlesFolder()
      await bring(opened, made.folder)
      const before = filesIn(made.folder)
      const { tally, told } = await take(opened, made.folder)
      assert.deepEqual([told, tally], [[], { written: 0, same: 4, leftAlone: 0 }])
      assert.deepEqual(filesIn(made.folder), before)

      using fresh = emptyFolder()
      assert.equal((await take(opened, fresh.folder)).tally.written, 4)
      await using other = await openStore()
      await bring(other, fresh.folder)
      using again = emptyFolder()
      await take(other, again.folder)
      assert.deepEqual(filesIn(again.folder), filesIn(fresh.folder))
    })

    test('holds an article of which nothing is said but its words', async () => {
      await using opened = await openStore()
      using made = articlesFolder()
      await bring(opened, made.folder)
      await opened.store.write(async (tx) => {
        const by = await personNamed(tx, 'Eddy')
        await beginArticle(tx, { language: en, words: { ...WORDS, title: 'Begun' }, by, at: NOW })
      })
      using fresh = emptyFolder()
      await take(opened, fresh.folder)
      assert.ok(Object.values(filesIn(fresh.folder)).includes(''), 'its article.yaml is empty')
      assert.deepEqual(await bring(opened, fresh.folder), [])
    })

    test('tells where claims and quotations come from, and who speaks', async () => {
      const demo = path.join(import.meta.dirname, '../../../demo')
      using media = emptyFolder()
      using first = emptyFolder()
      using second = emptyFolder()
      for (const [from, to] of [
        [demo, first.folder],
        [first.folder, second.folder],
      ] as const) {
        await using opened = await openStore()
        const { store } = opened
        await importArticles({ store, folder: from, media: onDisk(media.folder), at: NOW })
        await exportArticles({ store, folder: to, media: onDisk(media.folder) })
      }
      const written = filesIn(first.folder)
      assert.match(written['small-ferry/article.yaml']!, /key: bank\n {4}kind: forecast\n {4}status: corrected/)
      assert.match(written['publication.yaml']!, /key: lidia-sokol\n {4}names:/)
      assert.match(written['publication.yaml']!, /key: kuestendienst\n {4}kind: agency\n {4}url:/)
      assert.deepEqual(filesIn(second.folder), written)
    })

    test('takes what one side changed to the other, and tells and leaves alone what both did', async () => {
      await using opened = await openStore()
      using made = articlesFolder()
      await bring(opened, made.folder)
      await written(opened, 'Written at the desk.')
      assert.match((await bring(opened, made.folder)).join(), /en\.md: It was changed at the desk and not in the file/)
      assert.deepEqual((await take(opened, made.folder)).told, [])
      assert.match(filesIn(made.folder)['clock/en.md']!, /Written at the desk\./)
      assert.deepEqual(await bring(opened, made.folder), [])

      rewrite(made.folder, 'Written in the file.')
      assert.match((await take(opened, made.folder)).told.join(), /changed in the file and not here/)
      assert.deepEqual(await bring(opened, made.folder), [])
      assert.equal(await wordsHere(opened), 'Written in the file.')

      rewrite(made.folder, 'Again in the file.')
      await written(opened, 'Again at the desk.')
      assert.match((await bring(opened, made.folder)).join(), /changed both here and in the file/)
      assert.match((await take(opened, made.folder)).told.join(), /changed both here and in the file/)
      assert.equal(await wordsHere(opened), 'Again at the desk.')
      assert.match(filesIn(made.folder)['clock/en.md']!, /Again in the file\./)
      rewrite(made.folder, 'Again at the desk.')
      assert.deepEqual(await bring(opened, made.folder), [])
    })

    test('does not touch what somebody writes, nor what is under an embargo', async () => {
      await using opened = await openStore()
      using made = articlesFolder()
      await bring(opened, made.folder)
      const { store } = opened
      const { id } = (await editionAt(store, en, 'the-clock'))!
      const { value: by } = await store.write((tx) => personNamed(tx, 'Eddy'))
      await store.write((tx) => takeOver(tx, { id, by, at: NOW }))
      await store.write((tx) => keepTyped(tx, { id, by, at: NOW, base: 1, words: WORDS }))
      rewrite(made.folder, 'Written in the file.')
      assert.match((await bring(opened, made.folder)).join(), /Somebody is writing it at the desk/)
      assert.deepEqual(await bring(opened, made.folder, NOW + 600_000), [])

      const day = 86_400_000
      await store.write((tx) => withdrawEdition(tx, { id, by, at: NOW }))
      await store.write((tx) => setEmbargo(tx, { id, by, at: NOW, until: NOW + 900 * day }))
      rewrite(made.folder, 'Later in the file.')
      assert.match((await bring(opened, made.folder, NOW + day)).join(), /under an embargo/)
      assert.equal(await wordsHere(opened), 'Written in the file.')
    })
  })
}

const WORDS = { title: 'The clock', standfirst: '', words: 'Typed.', pictureAlt: '', pictureCaption: '' }

async function bring({ store }: OpenStore, folder: string, at = NOW): Promise<string[]> {
  const told: string[] = []
  using media = emptyFolder()
  await importArticles({ store, folder, media: onDisk(media.folder), at, remark: (line) => told.push(line) })
  return told
}

async function take({ store }: OpenStore, folder: string) {
  const told: string[] = []
  const tally = await exportArticles({ store, folder, media: onDisk(folder), remark: (line) => told.push(line) })
  return { told, tally }
}

async function written({ store }: OpenStore, words: string): Promise<void> {
  const { id } = (await editionAt(store, en, 'the-clock'))!
  const { value: by } = await store.write((tx) => personNamed(tx, 'Eddy'))
  const base = (await latestRevision(store, id))!.number
  const saving = { ...WORDS, standfirst: 'It is fast.', words }
  await store.write((tx) => saveRevision(tx, { id, base, words: saving, by, at: NOW }))
  await store.write((tx) =>
    publishEdition(
      tx,
      { id, by, at: NOW },
      async () => {},
      async () => {},
    ),
  )
}

async function wordsHere({ store }: OpenStore): Promise<string> {
  return (await latestRevision(store, (await editionAt(store, en, 'the-clock'))!.id))!.words
}

function rewrite(folder: string, words: string) {
  const file = path.join(folder, 'clock/en.md')
  const [head] = readFileSync(file, 'utf8').split(/(?<=\n---\n)/)
  writeFileSync(file, `${head}${words}\n`)
}

function emptyFolder(): Disposable & { folder: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-both-ways-'))
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) }
}

function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  const paths = names.map((one) => path.join(one.parentPath, one.name)).sort()
  return Object.fromEntries(paths.map((file) => [path.relative(folder, file), readFileSync(file, 'utf8')]))
}
