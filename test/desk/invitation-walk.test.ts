import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DAY_MS } from '../../src/kit/clock.ts'
import { DATABASES } from '../support/databases.ts'
import { type Browser, browserAt } from '../support/front-door.ts'
import { letterBox } from '../support/letters.ts'
import { mailOf, openSite, publish, visitor } from '../support/site.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.', section: 'ports' }

for (const { name, open } of DATABASES) {
  describe(`invitations on ${name}`, () => {
    test('give whoever reads the mail the role, once, when they press the button', async () => {
      await using s = await stage(open)
      const { admin, tern } = s
      const path = await s.invited({ mail: mailOf('Tern'), role: 'moderator', sections: 'ports' })
      assert.match(
        (await admin.get('/desk/invitations?language=en')).text,
        /tern@reader\.example<\/bdi>: moderator \(ports\)/,
      )
      const stranger = await browserAt(s.site.url).get(path)
      assert.match(stranger.text, /offers you a role: <b>moderator<\/b>/)
      assert.doesNotMatch(stranger.text, /<form class="form" method="post" action="\/invitation"/)
      assert.match(stranger.text, /\/en\/sign-in\?next=%2Finvitation%3F/)
      assert.equal((await browserAt(s.site.url).post('/invitation', { token: tokenIn(path) })).status, 403)
      for (let n = 0; n < 2; n++) assert.equal((await rolesOf(tern)).length, 0, 'a GET changes nothing')

      const other = await s.gull.get(path)
      assert.match(other.text, /for another mail address/)
      assert.equal((await s.gull.post('/invitation', { token: tokenIn(path), key: 'other' })).status, 403)

      const page = await tern.get(path)
      const accepted = await tern.send(page, {})
      assert.match((await tern.get(accepted.location)).text, /The role is yours\./)
      assert.deepEqual(await rolesOf(tern), ['moderator'])
      assert.deepEqual((await tern.send(page, {})).location, accepted.location, 'sent twice it is one')
      assert.equal((await tern.get(path)).status, 410)
      const log = (await admin.get('/desk/audit?language=en')).text
      assert.match(log, /Tern<\/bdi><\/a> was given a role, by <a [^>]*><bdi>Ada/)
      assert.match(log, /an invitation was sent/)
      assert.doesNotMatch(log, /@reader\.example/)
    })

    test('end when they are withdrawn, replaced, past their time, or their sender may invite no more', async () => {
      await using s = await stage(open)
      const { admin, tern } = s
      const wish = { mail: mailOf('Tern'), role: 'editor' }
      const first = await s.invited(wish)
      const second = await s.invited(wish)
      assert.deepEqual([(await tern.get(first)).status, (await tern.get(second)).status], [410, 200])
      const list = await admin.get('/desk/invitations?language=en')
      const [, action] = /action="(\/desk\/invitations\/\d+\/withdrawal)"/.exec(list.text)!
      assert.equal((await admin.post(action!, { language: 'en', key: 'w' })).status, 303)
      assert.equal((await tern.get(second)).status, 410)
      assert.match((await admin.get('/desk/invitations?language=en')).text, /Nobody is invited/)

      const third = await s.invited(wish)
      s.site.wait(7 * DAY_MS)
      assert.equal((await tern.get(third)).status, 410)
      assert.equal((await tern.post('/invitation', { token: tokenIn(third), key: 'late' })).status, 410)

      const fourth = await s.invited(wish)
      const page = await tern.get(fourth)
      const taken = await s.boss.post(`/desk/people/${s.adaId}/roles`, {
        role: 'admin',
        end: '1',
        key: 't',
        language: 'en',
      })
      assert.equal(taken.status, 303)
      const refused = await tern.send(page, {})
      assert.deepEqual([refused.status, /can no longer give roles/.test(refused.text)], [410, true])
      assert.deepEqual(await rolesOf(tern), [])
    })

    test('are refused with what was typed, and send one letter however often a form is sent', async () => {
      await using s = await stage(open)
      const { admin } = s
      const bad = await admin.post('/desk/invitations', {
        mail: 'nobody',
        role: 'moderator',
        sections: 'ports',
        language: 'en',
        key: 'a',
      })
      assert.equal(bad.status, 422)
      assert.match(bad.text, /value="nobody"[^§]*value="moderator" required checked/)
      assert.match(bad.text, /id="mail-error"/)
      const unfit = { mail: mailOf('Tern'), role: 'editor', sections: 'ports', language: 'en', key: 'b' }
      assert.match((await admin.post('/desk/invitations', unfit)).text, /cannot be limited like that/)
      const wish = { mail: mailOf('Tern'), role: 'editor', language: 'en', key: 'c' }
      const all = await Promise.all([1, 2, 3, 4].map(() => admin.post('/desk/invitations', wish)))
      assert.deepEqual(
        all.map(({ status }) => status),
        [303, 303, 303, 303],
      )
      assert.match(s.letter(), /^\/invitation\?/)
      const own = await s.invited({ mail: mailOf('Ada'), role: 'editor' })
      const refused = await admin.send(await admin.get(own), {})
      assert.match(refused.text, /Nobody gives a role to themselves/)
    })
  })
}

function tokenIn(path: string): string {
  return new URLSearchParams(path.split('?')[1]).get('token')!
}

async function rolesOf(browser: Browser): Promise<string[]> {
  return JSON.parse((await browser.get('/me')).text).roles
}

async function stage(open: (typeof DATABASES)[number]['open']) {
  await using ending = new AsyncDisposableStack()
  const database = await open()
  ending.defer(() => database.close())
  const site = ending.use(await openSite(database.url))
  await publish(site, ARTICLE)
  const as = async (who: string, role?: 'admin') => {
    const { person, cookies } = await visitor(site, who, role)
    return { id: person.id, browser: browserAt(site.url, cookies) }
  }
  const [ada, boss, tern, gull] = [
    await as('Ada', 'admin'),
    await as('Boss', 'admin'),
    await as('Tern'),
    await as('Gull'),
  ]
  const letter = letterBox(site)
  let sent = 0
  const invited = async (fields: Record<string, string>) => {
    const { status, text } = await ada.browser.post('/desk/invitations', {
      ...fields,
      language: 'en',
      key: `invite ${++sent}`,
    })
    assert.equal(status, 303, text)
    return letter()
  }
  const moved = ending.move()
  const people = { admin: ada.browser, adaId: ada.id, boss: boss.browser, tern: tern.browser, gull: gull.browser }
  return { site, ...people, letter, invited, [Symbol.asyncDispose]: () => moved.disposeAsync() }
}
