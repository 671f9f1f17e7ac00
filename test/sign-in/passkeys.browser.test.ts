import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { appCode } from '../support/app-codes.ts'
import { assertAccessible, openBrowser, type Seat, seat } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { DATABASES } from '../support/databases.ts'
import { openSite, publish, type Site, visitor } from '../support/site.ts'

for (const { name, open } of DATABASES) {
  describe(`passkeys on ${name}`, inChromium, () => {
    const ending = new AsyncDisposableStack()
    let browser: Browser
    let site: Site

    before(async () => {
      browser = await openBrowser()
      ending.defer(() => browser.close())
      const database = await open()
      ending.defer(() => database.close())
      site = ending.use(await openSite(database.url, { host: 'localhost' }))
      await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    })
    after(() => ending.disposeAsync())

    test('a device is added on the page of one’s account, lets in past a second step, and is taken away', async () => {
      const { cookies } = await visitor(site, 'Tern')
      const reader = await seatOf(cookies)
      const { page } = reader
      await withDevice(page)
      await page.goto('/en/account/security')
      await page.click('#passkeys button:has-text("Add a passkey")')
      await page.waitForURL(/done=passkey/)
      assert.match(await page.innerText('#passkeys'), /Chrom\w+ on Linux/)
      await withSecondFactor(page)

      await page.context().clearCookies()
      await page.goto('/en/sign-in?next=/en/ferry')
      await page.click('button:has-text("Sign in with a passkey")')
      await page.waitForURL('/en/ferry')
      assert.equal(await nameOf(page), 'Tern')

      await page.goto('/en/account/security')
      assert.match(await page.innerText('#passkeys'), /last used on/)
      await page.click('#passkeys button:has-text("Remove")')
      await page.waitForURL(/done=passkey-removed/)
      await page.context().clearCookies()
      await page.goto('/en/sign-in')
      await page.click('button:has-text("Sign in with a passkey")')
      await page.waitForSelector('.error:has-text("no longer known here")')
      assert.equal(await nameOf(page), undefined)
      await reader.close()
    })

    test('an answer is taken once, and none that was made for another challenge or account', async () => {
      const { cookies } = await visitor(site, 'Gull')
      const reader = await seatOf(cookies, [/status of (?:410|422|403)/])
      const { page } = reader
      await withDevice(page)
      await page.goto('/en/account/security')
      await page.click('#passkeys button:has-text("Add a passkey")')
      await page.waitForURL(/done=passkey/)
      await page.goto('about:blank')
      await page.context().clearCookies()
      await page.goto('/en/sign-in')
      const statuses = await page.evaluate(async () => {
        const post = (path: string, fields: Record<string, string>) =>
          fetch(path, {
            method: 'POST',
            headers: { accept: 'application/json' },
            body: new URLSearchParams({ language: 'en', ...fields }),
            redirect: 'manual',
          })
        const ask = async () => (await post('/en/sign-in/passkey/options', {})).json()
        const answer = async (options: PublicKeyCredentialRequestOptionsJSON) => {
          const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
          const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential
          return JSON.stringify(credential.toJSON())
        }
        const [one, other] = [await ask(), await ask()]
        const credential = await answer(one.options)
        const send = async (sealed: string) => {
          const { type, status } = await post('/en/sign-in/passkey', { credential, sealed })
          return type === 'opaqueredirect' ? 303 : status
        }
        return [await send(other.sealed), await send('nothing'), await send(one.sealed), await send(one.sealed)]
      })
      assert.deepEqual(statuses, [422, 410, 303, 410])
      await reader.close()
    })

    test('the page of how one signs in, and that of a second step, keep nobody out', async () => {
      const { cookies } = await visitor(site, 'Fulmar')
      for (const colours of ['light', 'dark'] as const) {
        const reader = await seatOf(cookies, [], true, colours)
        for (const path of ['/en/account/security', '/en/account/second-factor', '/en/sign-in']) {
          await reader.page.goto(path)
          await assertAccessible(reader.page)
        }
        await reader.close()
      }
    })

    test('without script there is no button, and a sentence says why', async () => {
      const { cookies } = await visitor(site, 'Skua')
      const reader = await seatOf(cookies, [], false)
      await reader.page.goto('/en/account/security')
      assert.equal(await reader.page.isVisible('#passkeys button'), false)
      assert.match(await reader.page.innerText('#passkeys'), /need a browser that runs scripts/)
      await reader.close()
    })

    async function seatOf(
      cookies: string,
      expected: RegExp[] = [/status of 422/],
      script = true,
      colours: 'light' | 'dark' = 'light',
    ): Promise<Seat> {
      const reader = await seat(browser, { origin: site.url, expected, script, colours })
      const jar = cookies.split('; ').map((pair) => pair.split(/=(.*)/s) as [string, string])
      await reader.page.context().addCookies(jar.map(([name, value]) => ({ name, value, url: site.url })))
      return reader
    }
  })
}

/** Sets up a second step on its page. */
async function withSecondFactor(page: Page) {
  await page.goto('/en/account/second-factor')
  const secret = (await page.innerText('code[dir=ltr]')).replace(/\s/g, '')
  await page.fill('input[name=code]', appCode(secret, Date.now()))
  await page.click('.form .primary')
  await page.waitForURL(/done=second-factor/)
}

/** A device that unlocks itself. */
async function withDevice(page: Page) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
  } as const
  await cdp.send('WebAuthn.addVirtualAuthenticator', { options })
}

async function nameOf(page: Page): Promise<string | undefined> {
  return page.evaluate(async () => (await (await fetch('/me')).json()).name)
}
