import assert from 'node:assert/strict'
import { test } from 'node:test'
import { saveArticle, saveEdition, saveSection } from '../../src/domain/articles/index.ts'
import { editionChanged } from '../../src/domain/discussion/index.ts'
import { languageFrom } from '../../src/kit/language.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, type Site } from '../support/site.ts'

const MINUTE = 60_000
const SHOWN = 24

for (const { name, open } of DATABASES) {
  test(`on ${name}, articles without a section stand on the front page, too`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    await publish(site, { slug: 'lead', title: 'The lead', words: 'It leads.' })
    await publishEarlier(site, ['first', 'second'], null)
    const titles = async () =>
      [...(await browserAt(site.url).get('/en/')).text.matchAll(/<h[23][^>]*>(?:<a [^>]*>)?([^<]+)/g)].map(
        ([, it]) => it,
      )
    assert.deepEqual(await titles(), ['The lead', 'More articles', 'first', 'second'])

    await publishEarlier(site, ['filed'], 'press')
    assert.deepEqual(await titles(), ['The lead', 'The press', 'filed', 'More articles', 'first', 'second'])

    const many = Array.from({ length: SHOWN }, (_, n) => `more-${n}`)
    await publishEarlier(site, many, null)
    assert.equal((await titles()).filter((title) => title?.startsWith('more-') || title === 'first').length, SHOWN - 3)
  })
}

/** Publishes them in this order, each a minute before the one above it. */
async function publishEarlier({ parley }: Site, keys: readonly string[], section: string | null) {
  const language = languageFrom('en')!
  const written = await parley.store.write(async (tx) => {
    const names = { [language]: 'The press' }
    const filed = section === null ? null : await saveSection(tx, { slug: section, position: 1, names }, parley.clock())
    for (const [n, key] of keys.entries()) {
      const at = parley.clock() - (n + 1) * MINUTE
      const { id } = await saveArticle(tx, { key, sectionId: filed?.id ?? null, pictureId: null, publishedAt: at }, at)
      const words = { title: key, words: 'It follows.', standfirst: '', pictureAlt: '', pictureCaption: '' }
      await saveEdition(tx, { articleId: id, language, slug: key, publishedAt: at, ...words }, at, editionChanged)
    }
  })
  await parley.tail.until(written.seq)
}
