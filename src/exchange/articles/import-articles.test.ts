import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, test } from 'node:test'
import sharp from 'sharp'
import { articlesFolder, changed, GOOD } from '../../../test/support/articles-folder.ts'
import { type OpenStore, STORES } from '../../../test/support/stores.ts'
import { articleByKey, editionPage, isEmpty, publicationOf } from '../../domain/articles/index.ts'
import { onDisk } from '../../domain/media/index.ts'
import { addPerson, nameKey } from '../../domain/people/index.ts'
import { sourcesOf } from '../../domain/sources/index.ts'
import { languageFrom } from '../../kit/language.ts'
import { exportPublication, importPublication } from '../parley/index.ts'
import { type ArticlesTally, importArticles, tallyLines } from './index.ts'

const en = languageFrom('en')!
const de = languageFrom('de')!
const NOW = Date.UTC(2026, 10, 30)

for (const { name, openStore } of STORES) {
  describe(`a folder of articles on ${name}`, () => {
    test('becomes a publication with its articles', async () => {
      await using opened = await openStore()
      const tally = await imported(opened)
      assert.deepEqual(tallyLines(tally), [
        'publication: 1 read, 1 new, 0 changed, 0 as before',
        'sections: 1 read, 1 new, 0 changed, 0 as before',
        'outlets: 1 read, 1 new, 0 changed, 0 as before',
        'rules: 1 read, 1 new, 0 changed, 0 as before',
        'people: 2 read, 2 new, 0 changed, 0 as before',
        'articles: 1 read, 1 new, 0 changed, 0 as before',
        'editions: 2 read, 2 new, 0 changed, 0 as before',
      ])
      const page = (await editionPage(opened.store, de, 'die-uhr'))!
      assert.equal(page.article.publishedAt, Date.parse('2014-10-15T09:41+04:00'), 'Moscow stood at +4 that day')
      assert.deepEqual(
        page.bylines.map((byline) => byline.name),
        ['Marit Lindqvist', 'Pjotr Ladynin'],
      )
      assert.deepEqual(
        page.editions.map(({ language }) => language),
        ['en', 'de'],
        'the original comes first',
      )
      assert.equal((await sourcesOf(opened.store, page.article.id, de))[0]!.outlet, 'Ufer')
      assert.equal((await publicationOf(opened.store)).defaultLanguage, 'en')
    })

    test('changes nothing a second time', async () => {
      await using opened = await openStore()
      await imported(opened)
      const before = await editionPage(opened.store, en, 'the-clock')
      const tally = await imported(opened, {}, NOW + 99)
      assert.equal(tallyLines(tally).at(-1), 'Nothing changed.')
      assert.deepEqual(structuredClone(await editionPage(opened.store, en, 'the-clock')), structuredClone(before))
    })

    test('changes what has changed in it, and says so', async () => {
      await using opened = await openStore()
      await imported(opened)
      const tally = await imported(opened, changed('clock/en.md', 'since 1911', 'since 1919'), NOW + 99)
      assert.deepEqual([tally.editions, tally.articles.same], [{ new: 0, changed: 1, same: 1 }, 1])
      assert.equal((await editionPage(opened.store, en, 'the-clock'))!.edition.changedAt, NOW + 99)
      const resourced = await imported(opened, changed('clock/article.yaml', 'title: Die Uhr', 'title: Die Rathausuhr'))
      assert.equal(resourced.articles.changed, 1)
    })

    test('with mistakes is told whole and writes nothing', async () => {
      await using opened = await openStore()
      const files = {
        ...changed('clock/en.md', 'slug: the-clock', 'slug: Search'),
        ...changed('clock/de.md', 'title: Die Uhr\n', ''),
      }
      await assert.rejects(imported(opened, files), (error: Error & { exit: number }) => {
        assert.match(
          error.message,
          /clock\/de\.md, line 2: “title” is missing\.\n.*clock\/en\.md, line 3: “slug” should be/,
        )
        assert.match(error.message, /\nThere are 2 mistakes; nothing was imported\.$/)
        return error.exit === 2
      })
      assert.equal(await isEmpty(opened.store), true)
    })

    test('counts in a dry run, and writes nothing', async () => {
      await using opened = await openStore()
      const tally = await imported(opened, {}, 1, true)
      assert.equal(tally.editions.new, 2)
      assert.equal(await isEmpty(opened.store), true)
    })

    test('does not take the place of another article', async () => {
      await using opened = await openStore()
      await imported(opened)
      const files = {
        'clock/en.md': null,
        'clock/de.md': null,
        'clock/article.yaml': null,
        'tower/article.yaml': 'section: towns\n',
        'tower/en.md': GOOD['clock/en.md'],
      }
      await assert.rejects(imported(opened, files), {
        message:
          /tower\/en\.md, line 3: The slug “the-clock” is already used by the article “clock” of this publication, or was once and leads on to it\./,
      })
      assert.equal(await articleByKey(opened.store, 'tower'), undefined)
    })

    test('does not let a reader sign who took an editor’s name first', async () => {
      await using opened = await openStore()
      const { store } = opened
      const name = 'marit lindqvist'
      const person = { accountId: 'reader', name, nameKey: nameKey(name), createdAt: 1 }
      await store.write((tx) => addPerson(tx, person))
      await assert.rejects(imported(opened), { message: /line 14: A reader has signed up as “marit lindqvist”\./ })
      assert.equal(await isEmpty(store), true)
    })
  })
}

describe('the picture of an article', () => {
  const [{ openStore }] = STORES as [(typeof STORES)[0]]
  const pictured = {
    'clock/article.yaml': `${GOOD['clock/article.yaml']}picture: { file: picture.jpg }\n`,
    'clock/en.md': GOOD['clock/en.md'].replace(
      'standfirst: It is fast.',
      'picture: { alt: A clock, caption: At noon. }',
    ),
    'clock/de.md': GOOD['clock/de.md'].replace('slug: die-uhr', 'slug: die-uhr\npicture: { alt: Eine Uhr }'),
  }

  test('stands on the page in each language’s words, and is drawn once', async () => {
    await using opened = await openStore()
    const files = { ...pictured, 'clock/picture.jpg': await drawing() }
    assert.equal((await imported(opened, files, NOW, true)).pictures.new, 1)
    assert.equal(existsSync(mediaOf(opened)), false, 'a dry run keeps no files')
    assert.equal((await imported(opened, files)).pictures.new, 1)
    const { picture } = (await editionPage(opened.store, en, 'the-clock'))!
    assert.deepEqual(
      [picture!.width, picture!.height, picture!.alt, picture!.caption],
      [600, 400, 'A clock', 'At noon.'],
    )
    assert.equal((await editionPage(opened.store, de, 'die-uhr'))!.picture!.caption, null)
    assert.equal((await readdir(mediaOf(opened))).length, 3)
    assert.equal(tallyLines(await imported(opened, files)).at(-1), 'Nothing changed.')
  })

  test('in the text is a figure under its name, drawn anew when the file is another, and travels in an export', async () => {
    await using opened = await openStore()
    const words = GOOD['clock/en.md'].replace(
      'It has been',
      '![The *old* clock](pictures/a%20clock.jpg "At noon.")\n\nIt has been',
    )
    const files = { 'clock/en.md': words, 'clock/pictures/a clock.jpg': await drawing() }
    assert.equal((await imported(opened, files)).pictures.new, 1)
    const first = await pageHtml(opened)
    assert.match(
      first,
      /<figure class="picture" id="p-1">\n<picture>.*<img src="\/media\/\w+-600\.jpg" width="600" height="400" alt="The old clock"/,
    )
    assert.match(first, /<figcaption>At noon\.<\/figcaption>/)
    assert.equal(tallyLines(await imported(opened, files)).at(-1), 'Nothing changed.')
    const other = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#753' } })
      .png()
      .toBuffer()
    assert.equal((await imported(opened, { ...files, 'clock/pictures/a clock.jpg': other })).editions.changed, 1)
    const second = await pageHtml(opened)
    assert.match(second, /width="300" height="200"/)
    assert.equal((await editionPage(opened.store, en, 'the-clock'))!.edition.changedAt, null, 'the words are the same')

    await using elsewhere = await openStore()
    const file = path.join(opened.folder, 'export.jsonl')
    await opened.store.read((db) => writeFile(file, exportPublication(db, onDisk(mediaOf(opened)))))
    await importPublication({ store: elsewhere.store, media: onDisk(mediaOf(elsewhere)), file, at: NOW })
    assert.equal(await pageHtml(elsewhere), second)
  })

  async function pageHtml({ store }: OpenStore) {
    return (await editionPage(store, en, 'the-clock'))!.edition.html
  }

  test('is refused, with its line, when it is none or lies outside', async () => {
    await using opened = await openStore()
    const refused = async (files: Record<string, string>) => {
      const error: Error = await imported(opened, files).then(
        () => assert.fail(),
        (error) => error,
      )
      return error.message
    }
    assert.match(
      await refused({ ...pictured, 'clock/picture.jpg': '<svg/>' }),
      /clock\/article\.yaml, line 12: The picture is neither JPEG, PNG, WebP nor AVIF\./,
    )
    assert.match(await refused(pictured), /clock\/picture\.jpg: There is no such file\./)
    const outside = {
      ...pictured,
      'clock/article.yaml': `${GOOD['clock/article.yaml']}picture: { file: ../publication.yaml }\n`,
    }
    assert.match(await refused(outside), /publication\.yaml: It lies outside of .*clock; only files inside are read\./)
    const undescribed = { ...pictured, 'clock/de.md': GOOD['clock/de.md'] }
    assert.match(
      await refused(undescribed),
      /clock\/de\.md, line 2: The article’s picture is not described: “picture, alt” is missing\./,
    )
  })

  function drawing() {
    return sharp({ create: { width: 600, height: 400, channels: 3, background: '#357' } })
      .jpeg()
      .toBuffer()
  }
})

async function imported(opened: OpenStore, files = {}, at = NOW, dryRun = false): Promise<ArticlesTally> {
  using made = articlesFolder(files)
  return await importArticles({ store: opened.store, folder: made.folder, media: onDisk(mediaOf(opened)), at, dryRun })
}

function mediaOf({ folder }: OpenStore): string {
  return path.join(folder, 'media')
}
