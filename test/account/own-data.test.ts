import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'parse5'
import sharp from 'sharp'
import { keepPortrait, showPortrait } from '../../src/domain/media/index.ts'
import { invite, mute } from '../../src/domain/people/index.ts'
import type { AnyTables } from '../../src/store/index.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt, type Page } from '../support/front-door.ts'
import { giveTo, mailOf, openSite, publish, say, visitor } from '../support/site.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' }

for (const { name, open } of DATABASES) {
  test(`on ${name}, a person takes along all that they wrote and chose, and nothing that has been removed or is another’s`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const articleId = await publish(site, ARTICLE)
    const [ada, bob] = [await visitor(site, 'Ada'), await visitor(site, 'Bob')]
    const [author, other] = [browserAt(site.url, ada.cookies), browserAt(site.url, bob.cookies)]

    const theirs = await say(site, bob.person, articleId, 'Umbrellagate all along')
    const quoting = `> Umbrellagate all along\n> — [Bob, 1](/c/${theirs.id})\n\nIndeed "so" it is.`
    const mine = await say(site, ada.person, articleId, quoting, theirs.id)
    const edit = await author.get(`/c/${mine.id}/edit`)
    await author.send(edit, { words: quoting.replace('Indeed', 'Verily') })
    const hasty = await say(site, ada.person, articleId, 'Hasty words')
    for (let n = 0; n < 101; n++) await say(site, ada.person, articleId, `Word ${n}`)
    await author.post('/en/account/profile', {
      language: 'en',
      about: 'I watch *tides*.',
      links: 'https://ada.example/',
      hidden: '1',
    })
    await author.post('/en/account/notices', { language: 'en', reply: '1', 'reply-mail': '1', mail: 'daily' })
    await author.post(`/c/${theirs.id}/reactions`, { language: 'en', kind: 'agree', on: '1' })
    await author.post(`/c/${theirs.id}/follow`, { language: 'en' })
    await author.post('/me/readings', { article: String(articleId), upTo: String(theirs.id), seen: String(hasty.id) })
    await site.parley.store.write((tx) => mute(tx, ada.person.id, bob.person.id, 1))
    await author.send(await author.get(`/c/${hasty.id}/removal`), {})

    const { store, media, people } = site.parley
    const admin = await visitor(site, 'Heron', 'admin')
    const colours = { width: 90, height: 60, channels: 3, background: 'navy' } as const
    const drawn = await keepPortrait(media, await sharp({ create: colours }).png().toBuffer())
    await store.write((tx) => showPortrait(tx, { personId: ada.person.id, ...drawn, at: 1 }))
    await author.post('/en/account/mail', { mail: 'later@reader.example', language: 'en' })
    await people.accounts.link(ada.person.accountId!, 'harbour', 'ada-of-the-harbour')
    const held = { role: 'translator', sections: [], languages: ['ru'] } as const
    await store.write((tx) =>
      invite(tx, {
        mail: mailOf('Ada'),
        held: { ...held, languages: ['ru'] as never },
        token: 't',
        by: admin.person,
        at: 1,
      }),
    )
    await giveTo(site, ada.person, 'translator', { languages: ['ru'] as never })
    const key = { credentialId: 'c', publicKey: 'k', counter: 0, transports: '', device: 'Firefox/Linux' }
    const passkey = { ...key, accountId: ada.person.accountId!, createdAt: 1, usedAt: null }
    await store.write((tx) => tx.change<AnyTables>().insertInto('passkey').values(passkey).execute())

    const answer = await author.get('/me/data?language=en')
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    assert.match(answer.headers.get('content-disposition')!, /^attachment; filename="[\w-]+\.zip"$/)
    const data = dataIn(answer)
    assert.deepEqual(
      [data.name, data.mail, data.about, data.mailed],
      ['Ada', 'ada@reader.example', 'I watch *tides*.', 'daily'],
    )
    assert.deepEqual([data.toldOf, data.alsoByMail, data.alsoInBrowsers], [['reply'], ['reply'], []])
    assert.ok(data.historyHiddenAt)
    assert.deepEqual([data.links, data.picture, data.secondStep], [['https://ada.example/'], 'picture.webp', false])
    assert.match(answer.files!.get('picture.webp')!, /^RIFF/)
    assert.equal(data['mail-changes'][0].to, 'later@reader.example')
    assert.deepEqual(
      data['accounts-elsewhere'].map(({ at, knownThereAs }: Record<string, string>) => [at, knownThereAs]),
      [['harbour', 'ada-of-the-harbour']],
    )
    assert.deepEqual(
      data.invitations.map(({ role, languages, sentBy }: Record<string, unknown>) => [role, languages, sentBy]),
      [['translator', ['ru'], 'somebody else']],
    )
    assert.equal(data.passkeys[0].device, 'Firefox/Linux')
    assert.deepEqual([data['audit-log'][0].act, data['audit-log'][0].doneBy], ['role-given', 'somebody else'])
    assert.equal(data.roles[0].role, 'translator')
    assert.equal(data.muted[0].name, 'Bob')
    assert.equal(data.comments.length, 103)
    const [first, removed] = data.comments
    assert.match(first.words, /^> Umbrellagate all along\n[\s\S]*Verily "so" it is\.$/)
    assert.deepEqual([first.under, first.address], ['The ferry', `${site.url}/c/${mine.id}`])
    assert.equal(first.earlier[0].words, quoting)
    assert.deepEqual([removed.words, removed.earlier, removed.removed.by], [null, [], 'author'])
    assert.deepEqual(
      data.reactions.map(({ kind, to }: Record<string, string>) => [kind, to]),
      [['agree', `${site.url}/c/${theirs.id}`]],
    )
    assert.equal(data.follows[0].branch, `${site.url}/c/${theirs.id}`)
    assert.equal(data.readings[0].upTo, `${site.url}/c/${theirs.id}`)
    assert.deepEqual(data.readings[0].alsoSeen, [`${site.url}/c/${hasty.id}`])
    assert.doesNotMatch(answer.text, /Hasty/)

    await other.send(await other.get(`/c/${theirs.id}/removal`), {})
    assert.doesNotMatch((await author.get('/me/data')).text, /Umbrellagate/)
    const others = dataIn(await other.get('/me/data'))
    assert.deepEqual([others.name, others.comments.length], ['Bob', 1])
    assert.equal((await browserAt(site.url).get('/me/data')).status, 303)

    site.wait(20 * 60_000)
    const stale = await author.get('/me/data')
    assert.match(stale.location, /^\/en\/sign-in\?next=.*again=1$/, 'a session of twenty minutes is no proof')
    for (const name of answer.files!.keys())
      if (name.endsWith('.html')) assert.deepEqual(mistakesIn(answer.files!.get(name)!), [])
    assert.match(answer.files!.get('comments.html')!, /Verily &quot;so&quot; it is/)
    for (const [, to = ''] of answer.files!.get('index.html')!.matchAll(/href="(?!http)([^"]*)"/g))
      assert.ok(answer.files!.has(to), to)
  })
}

/** What an archive holds for programs, as one object. */
function dataIn({ files }: Page) {
  const read = (name: string) => JSON.parse(files!.get(name)!)
  const lists = [...files!.keys()].flatMap((name) => /^data\/([\w-]+)\.json$/.exec(name)?.[1] ?? [])
  return {
    ...read('data/about.json'),
    ...Object.fromEntries(lists.filter((one) => one !== 'about').map((one) => [one, read(`data/${one}.json`)])),
  }
}

/** What a strict reader of HTML stumbles over. */
function mistakesIn(html: string): string[] {
  const mistakes: string[] = []
  parse(html, { onParseError: ({ code, startLine }) => mistakes.push(`${code} in line ${startLine}`) })
  return mistakes
}
