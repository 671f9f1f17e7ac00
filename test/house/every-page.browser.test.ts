import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { invite, personNamed } from '../../src/domain/people/index.ts'
import { ROUTES } from '../../src/web/app.ts'
import { assertAccessible } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { openStage, whileTesting } from '../support/browser/stage.ts'
import { openWindow } from '../support/browser/windows.ts'
import { addressOf } from '../support/every-route.ts'
import { browserAt } from '../support/front-door.ts'
import { mailOf, publish, say } from '../support/site.ts'

const WIDTHS = [360, 1280]
const HEIGHT = 900

const stage = whileTesting(async () => {
  const open = await openStage({ reader: ['Tern'], moderator: ['Warden', 'moderator'], admin: ['Heron', 'admin'] })
  const { site, reader, moderator, admin } = open
  const article = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'At *nine*.', section: 'Transport' })
  const root = await say(site, moderator.person, article, 'It leaves at nine, with [a link](https://harbour.example).')
  const quoting = `> It leaves at nine\n> — [Warden, 1](/c/${root.id})\n\nOr at ten.`
  const { id: comment } = await say(site, reader.person, article, quoting, root.id)
  const broken = await say(site, reader.person, article, 'Against the rule.', root.id)
  const { store } = site.parley
  const { value: imported } = await store.write((tx) => personNamed(tx, 'kotofey'))
  await say(site, imported, article, 'It was late.')
  const held = { role: 'translator', sections: [], languages: ['ru' as never] } as const
  const invitation = 'a link of the tests'
  await store.write((tx) =>
    invite(tx, { mail: mailOf('Tern'), held: { ...held }, token: invitation, by: admin.person, at: Date.now() }),
  )
  const [byReader, byModerator, byAdmin] = [reader, moderator, admin].map(({ cookies }) => browserAt(site.url, cookies))
  for (const [who, path, fields] of [
    [byModerator, `/c/${broken.id}/removal`, { rule: '1', note: 'Not here' }],
    [byReader, `/c/${comment}/edit`, { words: `${quoting}\n\nOr later.`, revision: '1' }],
    [byReader, `/c/${root.id}/reactions`, { kind: 'agree', on: '1' }],
    [byReader, `/people/${admin.person.id}/mute`, { on: '1' }],
    [byReader, `/a/${article}/follow`, { on: '1' }],
    [byReader, `/c/${root.id}/follow`, { on: '1' }],
    [byReader, `/a/${article}/saved`, { on: '1' }],
    [byReader, `/c/${root.id}/saved`, { on: '1' }],
    [byReader, `/people/${imported.id}/claim`, {}],
    [byReader, '/en/account/mail', { mail: 'later@reader.example' }],
    [byAdmin, '/desk/invitations', { mail: 'new@reader.example', role: 'moderator' }],
  ] as const) {
    const { status, text } = await who!.post(path, fields)
    assert.equal(status, 303, `${path}: ${text.slice(-400)}`)
  }
  await site.found()
  return { ...open, article, comment, removed: broken.id, imported: imported.id, invitation }
})

/** Pages of which the address says more than their route: something asked, found, refused or ordered. */
const ASKED = [
  '/en/search?words=leaves',
  '/en/search?words=nowhere&from=soon',
  '/en/ferry?order=best',
  '/c/:comment/reply?quote=1',
  '/c/:removed',
  '/c/:removed/removal',
  '/c/:removed/restoration',
  '/c/:removed/history',
  '/people/1',
  '/people/:imported',
  '/desk/people/:imported/claim?to=Tern',
  '/invitation?token=:invitation',
  '/en/account/security?done=mail-asked',
  '/desk/people?words=T',
  '/desk/audit?about=:person',
  '/en/sign-in/link?token=:token',
  '/ru/ferry',
]

/** So many tests for each of them: one that looks at all pages takes longer than a test may. */
const SHARES = 3

for (const who of ['visitor', 'reader', 'moderator', 'admin'] as const)
  for (let share = 0; share < SHARES; share++)
    test(
      `axe finds nothing on any page as the ${who} sees it, narrow or wide, light or dark (${share + 1} of ${SHARES})`,
      inChromium,
      async () => {
        const { browser, site } = stage
        const visitor = who === 'visitor' ? undefined : stage[who]
        await using window = await openWindow(browser, site, visitor, { more: { reducedMotion: 'reduce' } })
        const own = (await addresses()).filter((_, at) => at % SHARES === share)
        for (const address of own) {
          const shape = await shapeOf(address, visitor?.cookies ?? '')
          if (!shape || isKnown(shape, who)) continue
          await open(window.page, address)
          await assertAccessibleAllRound(window.page)
        }
      },
    )

async function addresses(): Promise<string[]> {
  const { article, comment, removed, imported, invitation, reader, site } = stage
  const filling = { comment, article, person: reader.person.id }
  const token = await site.parley.people.accounts.tokenFor(mailOf('Newcomer'))
  const own = ROUTES.filter(({ method }) => method === 'GET').map(({ path }) => path.replace(':section', 'Transport'))
  return [...own, ...ASKED].map((path) =>
    addressOf(
      path
        .replace(':removed', String(removed))
        .replace(':imported', String(imported))
        .replace(':invitation', encodeURIComponent(invitation))
        .replace(':token', token),
      filling,
    ),
  )
}

/** The skeleton of a page, whatever its words and addresses are; null where what stands at an address is no page. */
async function shapeOf(address: string, cookies: string): Promise<string | null> {
  const answer = await fetch(stage.site.url + address, { headers: { cookie: cookies } })
  const text = await answer.text()
  if (!answer.headers.get('content-type')?.startsWith('text/html')) return null
  return text
    .replace(/<!--.*?-->/gs, '')
    .replace(/(\s(?!class|type|role)[\w-]+)="[^"]*"/g, '$1')
    .replace(/>[^<]*(?=<)/g, (words) => (words.trim() === '>' ? '>' : '>words'))
    .replace(/\d+/g, '')
}

const met = new Map<string, string>()

/** Whether it was looked at already, by one over whose pages script lays the same. */
function isKnown(shape: string, who: string): boolean {
  const laid = shape.includes('discussion') ? who : String(who === 'visitor')
  const key = `${laid} ${shape}`
  if (met.has(key)) return true
  met.set(key, who)
  return false
}

/** With all that script lays over it. */
async function open(page: Page, address: string) {
  await page.setViewportSize({ width: WIDTHS[0]!, height: HEIGHT })
  await page.emulateMedia({ colorScheme: 'light' })
  const personal = page.waitForResponse(/\/me(?:\?|$)/)
  await page.goto(address)
  await (await personal).finished()
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)))
}

async function assertAccessibleAllRound(page: Page) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT })
    await page.emulateMedia({ colorScheme: 'light' })
    await assertAccessible(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await assertAccessible(page, 'colours')
  }
}
