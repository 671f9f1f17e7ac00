import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appCodes } from '../support/app-codes.ts'
import { DATABASES } from '../support/databases.ts'
import { type Browser, browserAt } from '../support/front-door.ts'
import { mailOf, openSite, publish, type Site, visitor } from '../support/site.ts'

const [FORMER, PRESENT] = [
  'the former secret of the tests, long enough',
  'the present secret of the tests, long enough',
]
const PASSWORD = 'low water at six'

for (const { name, open } of DATABASES) {
  test(`on ${name}, what the former secret signed counts for as long as the operator says`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    const given = await withSite(database.url, { secret: FORMER }, async (site) => {
      await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
      const [gull, tern] = [await visitor(site, 'Gull'), await visitor(site, 'Tern')]
      await site.parley.people.accounts.setPassword(tern.cookies, PASSWORD)
      const proposal = await browserAt(site.url, tern.cookies).get('/en/account/second-factor')
      const factor = shownOn(proposal.text)
      await browserAt(site.url, tern.cookies).send(proposal, { code: appCodes(factor.secret)[0]! })
      return { cookies: gull.cookies, ...factor, unsubscribe: site.parley.web.unsubscribing.tokenFor(gull.person.id) }
    })
    const knows = (site: Site) => site.parley.web.unsubscribing.personIn(given.unsubscribe) !== undefined

    await withSite(database.url, { secret: PRESENT }, async (site) => {
      assert.equal(await nameOf(browserAt(site.url, given.cookies)), undefined, 'without it, nobody is known')
      assert.equal(knows(site), false)
    })
    await withSite(database.url, { secret: PRESENT, formerSecret: FORMER }, async (site) => {
      assert.equal(await nameOf(browserAt(site.url, given.cookies)), 'Gull')
      assert.equal(knows(site), true)
      await site.parley.people.accounts.lockAnew()
      assert.equal(await enteredBy(site, given.recovery[0]!), 'Tern', 'a recovery code of before')
    })
    await withSite(database.url, { secret: PRESENT }, async (site) => {
      assert.equal(await nameOf(browserAt(site.url, given.cookies)), undefined, 'its time is over')
      assert.equal(knows(site), false)
      assert.equal(await enteredBy(site, appCodes(given.secret)[2]!), 'Tern', 'the app goes on')
    })
  })
}

async function withSite<T>(
  url: string,
  secrets: { secret: string; formerSecret?: string },
  work: (site: Site) => Promise<T>,
) {
  await using site = await openSite(url, secrets)
  return await work(site)
}

async function enteredBy(site: Site, code: string) {
  const browser = browserAt(site.url)
  const { location } = await browser.send(await browser.get('/en/sign-in'), {
    mail: mailOf('Tern'),
    password: PASSWORD,
  })
  const step = await browser.get(location)
  await browser.send(step, { code })
  return nameOf(browser)
}

function shownOn(text: string) {
  const secret = /<code dir="ltr">([^<]+)</.exec(text)![1]!.replaceAll(' ', '')
  return { secret, recovery: [...text.matchAll(/<li><code>([^<]+)/g)].map(([, code]) => code!) }
}

async function nameOf(browser: Browser): Promise<string | undefined> {
  return (JSON.parse((await browser.get('/me')).text) as { name?: string }).name
}
