import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { hideFormerNames } from '../../src/domain/people/names/former-names.ts'
import { DAY_MS } from '../../src/kit/clock.ts'
import { DATABASES } from '../support/databases.ts'
import { type Browser, browserAt } from '../support/front-door.ts'
import { giveTo, openSite, publish, say, type Visitor, visitor } from '../support/site.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' }

for (const { name, open } of DATABASES) {
  describe(`names on ${name}`, () => {
    test('change once a month, beside the one before for a while, which is held for them', async () => {
      await using s = await stage(open)
      const { site, reader } = s
      const tern = await s.as('Tern')
      await say(site, tern.person, s.articleId, 'A word')
      assert.match((await reader.get('/en/ferry')).text, />Tern<\/a>/)
      assert.equal((await s.rename(tern, 'Sea Swallow')).status, 303)
      const page = (await reader.get('/en/ferry')).text
      assert.match(page, />Sea Swallow<\/a><\/bdi><span class="edited">formerly <bdi>Tern<\/bdi><\/span>/)
      assert.match((await reader.get(`/people/${tern.person.id}?language=en`)).text, /formerly <bdi>Tern/)

      const soon = await s.rename(tern, 'Gull')
      assert.deepEqual([soon.status, /in 30 days/.test(soon.text)], [409, true])
      assert.match((await tern.browser.get('/en/account')).text, /You can change yours in 30 days/)
      const skua = await s.as('Skua')
      for (const taken of ['Tern', 'TERN', 'tеrn']) {
        const refused = await s.rename(skua, taken)
        assert.deepEqual([refused.status, /kept for them/.test(refused.text)], [409, true], taken)
      }
      for (const alike of ['sea  swallow', 'ꜱᴇᴀ ꜱᴡᴀʟʟᴏᴡ', 'ˢᵉᵃ ˢʷᵃˡˡᵒʷ', '🆂🅴🅰 🆂🆆🅰🅻🅻🅾🆆', 'ᏚᎬᎪ ЅᎳᎪᏞᏞОᎳ'])
        assert.match((await s.rename(skua, alike)).text, /already has this name/, alike)
      const anna = await s.as('Anna')
      assert.equal((await s.rename(skua, 'ΑΝΝΑ')).status, 409, 'in Greek capitals')
      assert.equal((await s.rename(skua, 'Άννα')).status, 303, 'which is a name in Greek')
      assert.equal((await s.rename(anna, 'Anna')).status, 303)

      site.wait(30 * DAY_MS)
      const { seq } = await site.parley.store.write((tx) => hideFormerNames(tx, site.parley.clock()))
      await site.parley.tail.until(seq)
      assert.doesNotMatch((await reader.get('/en/ferry')).text, /formerly/)
      assert.equal((await s.rename(skua, 'Tern')).status, 409, 'it is held for a year')
      assert.equal((await s.rename(tern, 'Tern')).status, 303, 'for everybody else')
      site.wait(365 * DAY_MS)
      assert.equal((await s.rename(skua, 'Sea Swallow')).status, 303)
    })

    test('are nobody’s who would pass for staff, and staff have a badge', async () => {
      await using s = await stage(open)
      const { site, reader } = s
      const ada = await s.as('Ada Lovelace')
      await say(site, ada.person, s.articleId, 'A word')
      assert.doesNotMatch((await reader.get('/en/ferry')).text, /class="role"/)
      await giveTo(site, ada.person, 'moderator')
      assert.match((await reader.get('/en/ferry')).text, />Ada Lovelace<\/a><\/bdi><span class="role">staff</)
      const tern = await s.as('Tern')
      for (const wished of ['Ada-Lovelace', 'Аda Lovelace!', 'Moderator 2', 'Редакция', 'The Harbour Review']) {
        const refused = await s.rename(tern, wished)
        assert.deepEqual([refused.status, /that you work for|already has/.test(refused.text)], [409, true], wished)
        assert.ok(refused.text.includes(`value="${wished}"`), 'what was typed stays')
      }
      await giveTo(site, tern.person, 'editor')
      assert.equal((await s.rename(tern, 'Editor Tern')).status, 303, 'staff may say so')
    })

    test('belong to one, whoever wishes for it at once', async () => {
      await using s = await stage(open)
      const people = await Promise.all(['Auk', 'Gull', 'Skua', 'Tern'].map((one) => s.as(one)))
      const answers = await Promise.all(people.map((one) => s.rename(one, 'Puffin')))
      assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409, 409, 409])
    })
  })
}

interface Renamed extends Visitor {
  browser: Browser
}

async function stage(open: (typeof DATABASES)[number]['open']) {
  await using ending = new AsyncDisposableStack()
  const database = await open()
  ending.defer(() => database.close())
  const site = ending.use(await openSite(database.url))
  const articleId = await publish(site, ARTICLE)
  const as = async (who: string): Promise<Renamed> => {
    const entered = await visitor(site, who)
    return { ...entered, browser: browserAt(site.url, entered.cookies) }
  }
  let changes = 0
  const rename = ({ browser }: Renamed, wished: string) =>
    browser.post('/en/account/renaming', { name: wished, language: 'en', key: `name ${++changes}` })
  const moved = ending.move()
  return { site, articleId, as, rename, reader: browserAt(site.url), [Symbol.asyncDispose]: () => moved.disposeAsync() }
}
