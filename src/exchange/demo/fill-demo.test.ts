import assert from 'node:assert/strict'
import { glob, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, test } from 'node:test'
import sharp from 'sharp'
import { articlesFolder } from '../../../test/support/articles-folder.ts'
import { type OpenStore, STORES } from '../../../test/support/stores.ts'
import { articleByKey, editionsOf, isEmpty, latestEditions, publicationOf } from '../../domain/articles/index.ts'
import {
  type Branch,
  type DiscussionTables,
  ROOT,
  type ShownComment,
  threadPage,
  wordingsOf,
} from '../../domain/discussion/index.ts'
import { onDisk, renditionName, widthsOf } from '../../domain/media/index.ts'
import { translationOf } from '../../domain/translation/index.ts'
import { sha256 } from '../../kit/hash.ts'
import type { Language } from '../../kit/language.ts'
import { DRAWN, sizeFile } from './drawn-beforehand.ts'
import { fillDemo } from './index.ts'

const NOW = Date.UTC(2026, 10, 30)

for (const { name, openStore } of STORES) {
  test(`the demo fills an empty publication, once, and shows what a discussion can do (${name})`, async () => {
    await using opened = await openStore()
    const { store } = opened
    const filled = await fill(opened)
    assert.deepEqual([filled?.articles, await fill(opened)], [3, undefined])

    const { demoSince, languages } = await publicationOf(store)
    assert.deepEqual([demoSince, languages.map(({ language }) => language)], [NOW, ['en', 'ru', 'de']])
    for (const { language } of languages) {
      const editions = await latestEditions(store, language, {}, 10)
      assert.ok(
        editions.length > 0 && editions.every(({ picture, bylines }) => picture && bylines.length > 0),
        language,
      )
    }

    const { id } = (await articleByKey(store, 'small-ferry'))!
    const ids = new Map((await editionsOf(store, id)).map((edition) => [edition.language, edition.id]))
    const translations = await Promise.all(
      [...ids].map(async ([language, edition]) => [language, (await translationOf(store, edition))?.originalId]),
    )
    const english = ids.get('en' as Language)
    assert.deepEqual(
      translations.toSorted(),
      [
        ['de', english],
        ['en', undefined],
        ['ru', english],
      ],
      'the Russian and the German edition are translations of the English one',
    )

    const comments = await commentsOf(opened)
    assert.equal(comments.length, filled?.comments)
    assert.ok(comments.length >= 60 && Math.max(...comments.map(({ depth }) => depth)) >= 6)
    const states = new Set(comments.flatMap(({ quotations }) => quotations.map(({ state }) => state)))
    assert.deepEqual([...states].sort(), ['changed', 'removed', 'standing', 'unresolved'])
    const causes = new Set(comments.flatMap(({ tombstone }) => tombstone?.cause ?? []))
    assert.deepEqual([...causes].sort(), ['author', 'moderators', 'unknown'])

    const removed = comments.filter(({ tombstone }) => tombstone?.cause === 'moderators')
    for (const { id, tombstone, html } of removed) {
      const removals = store.look<DiscussionTables>().selectFrom('removal').select('ruleId')
      const removal = await removals.where('commentId', '=', id).executeTakeFirst()
      assert.deepEqual([html, removal?.ruleId], [null, tombstone?.ruleId])
      assert.equal((await wordingsOf(store, id)).length, 1, 'the words are kept for a restoration')
    }
    const edited = comments.filter(({ editedAt }) => editedAt !== null)
    assert.ok(edited.length > 0)
    for (const { id } of edited) assert.equal((await wordingsOf(store, id)).length, 2)
  })
}

describe('the demo', () => {
  const [{ openStore }] = STORES as [(typeof STORES)[0]]

  test('has its pictures drawn beforehand, as `npm run demo-pictures` draws them, for nobody waits for that at a start', async () => {
    const demo = path.join(import.meta.dirname, '../../../demo')
    const drawn: string[] = []
    for await (const picture of glob('*/picture.webp', { cwd: demo })) {
      const bytes = await readFile(path.join(demo, picture))
      const hash = sha256(bytes)
      const { width, height } = await sharp(bytes).metadata()
      assert.deepEqual(JSON.parse(await readFile(sizeFile(hash), 'utf8')), { width, height }, picture)
      drawn.push(path.basename(sizeFile(hash)))
      for (const wide of widthsOf({ width })) {
        const name = renditionName(hash, wide)
        const rendition = await sharp(path.join(DRAWN, name)).metadata()
        assert.deepEqual([rendition.width, rendition.height], [wide, Math.round((height * wide) / width)], name)
        drawn.push(name)
      }
    }
    assert.deepEqual((await readdir(DRAWN)).sort(), drawn.sort(), 'and none that nobody needs')
  })

  test('is filled whole or not at all: what is wrong with its discussion is told with its line', async () => {
    await using opened = await openStore()
    const comment = (words: string, more = '') => `  - id: 1
    by: marit
    at: 2014-10-16T10:00
    words: ${words}
${more}`
    const reply = (words: string, more: string) =>
      comment(
        'First and last.',
        `    replies:
      - { id: 2, by: Tern, at: 2014-10-16T11:00, words: ${words}, ${more} }
`,
      )
    const wrong: [comments: string, told: RegExp][] = [
      [comment('Hello.', '    mood: good\n'), /discussion\.yaml, line 7: “mood” is not known here\./],
      [
        comment('Hello.').replace('    words: Hello.\n', ''),
        /line 3: Comment 1: it has no words, and nobody removed it\./,
      ],
      [comment('Hello.') + comment('Hello.'), /line 7: Comment 1: there is another of this number\./],
      [comment('Hello.', '    removed: { by: moderators, rule: 9 }\n'), /line 3: Comment 1: there is no such rule\./],
      [comment('"[[quotation:2]]"'), /line 3: Comment 1: its markers are not 1, 2, 3 … in order\./],
      [
        reply('"[[quotation:1]]"', 'quotations: [{ of: 1, words: last and first }]'),
        /line 8: Comment 2: the quotation “last and first” is not in that comment, not standing\./,
      ],
      [
        reply('"[[quotation:1]]"', 'quotations: [{ of: fr, words: since 1911 }]'),
        /line 8: Comment 2: the quotation “since 1911” is not in that edition, not standing\./,
      ],
      [
        reply('Hello.', '').replace('16T11', '16T09'),
        /line 8: Comment 2: it is older than the comment that it answers\./,
      ],
    ]
    for (const [comments, told] of wrong) {
      using made = articlesFolder({ 'discussion.yaml': `article: clock\ncomments:\n${comments}` })
      await assert.rejects(fill(opened, made.folder), { message: told, exit: 2 })
    }
    assert.equal(await isEmpty(opened.store), true)
    using made = articlesFolder({
      'discussion.yaml': `article: clock\ncomments:\n${reply('"[[quotation:1]]"', 'quotations: [{ of: en, words: since 1911 }]')}`,
    })
    assert.deepEqual(await fill(opened, made.folder), { articles: 1, comments: 2 })
  })
})

function fill(opened: OpenStore, folder?: string) {
  const media = onDisk(path.join(opened.folder, 'media'))
  return fillDemo({ store: opened.store, media, at: NOW, ...(folder && { folder }) })
}

async function commentsOf({ store }: OpenStore): Promise<ShownComment[]> {
  const { id: articleId } = (await articleByKey(store, 'small-ferry'))!
  const window = (await threadPage(store, { articleId, under: ROOT, after: 0 }))!
  const all = (branches: readonly Branch[]): ShownComment[] =>
    branches.flatMap(({ comment, replies }) => [comment, ...all(replies)])
  return all(window.branches)
}
