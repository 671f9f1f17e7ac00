import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { assertAccessible, openBrowser } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { openWindow } from '../support/browser/windows.ts'
import { DATABASES } from '../support/databases.ts'
import { lettersSince } from '../support/letters.ts'
import { mailOf, openSite, publish, type Site, signInAgain, type Visitor, visitor } from '../support/site.ts'

const NEW = 'later@reader.example'

for (const { name, open } of DATABASES) {
  describe(`one person on two devices on ${name}`, inChromium, () => {
    const ending = new AsyncDisposableStack()
    let browser: Browser
    let site: Site
    let tern: Visitor

    before(async () => {
      browser = await openBrowser()
      ending.defer(() => browser.close())
      const database = await open()
      ending.defer(() => database.close())
      site = ending.use(await openSite(database.url))
      await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
      tern = await visitor(site, 'Tern')
    })
    after(() => ending.disposeAsync())

    test('reads on both as was chosen on one, and finds on one what was saved on the other', async () => {
      await using at = await twoDevices()
      const { desk, phone } = at
      await desk.goto('/en/account/reading')
      await desk.check('input[name=colours][value=dark]')
      await desk.check('input[name=size][value=large]')
      await desk.click('.form .primary')
      await desk.waitForURL(/done=1/)
      assert.deepEqual(await lookOf(desk), ['dark', 'large'])
      await meOn(phone)
      await phone.goto('/en/ferry')
      assert.deepEqual(await lookOf(phone), ['dark', 'large'])

      await desk.goto('/en/ferry')
      const save = desk.locator('a.attend[href*="/saved"]')
      await save.click()
      await desk.waitForSelector('text=You have saved this.')
      assert.equal(new URL(desk.url()).pathname, '/en/ferry')
      await phone.goto('/en/account/saved')
      await phone.waitForSelector('text=The article “The ferry”')
      await assertAccessible(phone)
      await phone.click('text=Remove')
      await phone.waitForSelector('text=You have saved nothing yet.')
    })

    test('is signed out on the one that is ended on the other', async () => {
      await using at = await twoDevices()
      const { desk, phone } = at
      assert.deepEqual([await meOn(desk), await meOn(phone)], ['Tern', 'Tern'])
      await desk.goto('/en/account/security')
      await assertAccessible(desk)
      await desk.click('#sessions li:has(form) button')
      await desk.waitForURL(/done=session-ended/)
      assert.deepEqual([await meOn(desk), await meOn(phone)], ['Tern', undefined])
      await phone.goto('/en/account')
      await phone.waitForURL(/sign-in/)
    })

    test('gets the account back by the former address, and who had changed it is out', async () => {
      const letters = lettersSince(site)
      await using at = await twoDevices()
      const { desk: thief, phone: owner } = at
      await thief.goto('/en/account/security')
      await thief.fill('#mail-address input[name=mail]', NEW)
      await thief.click('#mail-address button')
      await thief.waitForURL(/done=mail-asked/)
      await thief.goto(letters().find(({ to }) => to.includes(NEW))!.link)
      await thief.click('.form .primary, form button.primary')
      await thief.waitForURL(/done=mail-changed/)
      assert.match(await thief.innerText('#mail-address'), /later@reader\.example/)

      const undo = letters().find(({ to }) => to.includes(mailOf('Tern')))!.link
      await owner.goto(undo)
      await assertAccessible(owner)
      await owner.click('form button.primary')
      await owner.waitForSelector('text=The change has been undone')
      assert.deepEqual([await meOn(thief), await meOn(owner)], [undefined, undefined])
      const { accounts } = site.parley.people
      assert.deepEqual([await accounts.isKnown(mailOf('Tern')), await accounts.isKnown(NEW as never)], [true, false])
    })

    /** Two browsers that know nothing of each other, in each of which the same person is signed in. */
    async function twoDevices() {
      const whole = new AsyncDisposableStack()
      const sit = async (more: { width?: number } = {}) => {
        const cookies = await signInAgain(site, 'Tern')
        return whole.use(await openWindow(browser, site, { ...tern, cookies }, more)).page
      }
      const [desk, phone] = [await sit(), await sit({ width: 390 })]
      return { desk, phone, [Symbol.asyncDispose]: () => whole.disposeAsync() }
    }
  })
}

/** Who the server says is there. */
async function meOn(page: Page): Promise<string | undefined> {
  if (page.url() === 'about:blank') await page.goto('/en/rules')
  return page.evaluate(async () => (await (await fetch('/me')).json()).name)
}

function lookOf(page: Page): Promise<(string | undefined)[]> {
  return page.evaluate(() => [document.documentElement.dataset.colours, document.documentElement.dataset.size])
}
