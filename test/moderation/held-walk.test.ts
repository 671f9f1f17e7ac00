import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CommentId, letIn } from '../../src/domain/discussion/index.ts'
import { openCaseOf, sayAdmission } from '../../src/domain/moderation/index.ts'
import { crawl } from '../support/crawl.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, type Site, visitor } from '../support/site.ts'

for (const { name, open } of DATABASES) {
  test(`on ${name}, the first comment of a new person waits, and the next ones do not once it was kept`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    await told(site, { firstHeld: 1 })
    const [ada, mo] = [await visitor(site, 'Ada'), await visitor(site, 'Mo', 'moderator')]
    const [asAda, asMo, asBob] = [ada, mo, await visitor(site, 'Bob')].map(({ cookies }) =>
      browserAt(site.url, cookies),
    )
    const [writer, moderator, other, stranger] = [asAda!, asMo!, asBob!, browserAt(site.url)]

    const sent = await writer.send(await writer.get('/en/ferry/comment'), { words: 'It was **late**.' })
    assert.equal(sent.status, 303)
    assert.match(sent.location, /^\/c\/\d+\/held\?language=en$/)
    const waiting = await openCaseOf(site.parley.store, Number(/\d+/.exec(sent.location)![0]) as CommentId)
    assert.ok(waiting, 'it waits for moderators')
    const own = await writer.get(sent.location)
    assert.match(own.text, /It was <strong>late<\/strong>\./)
    assert.match(
      own.text,
      /The first comments of new people are reviewed before they appear\. Only you and the moderators/,
    )
    assert.match((await moderator.get(sent.location)).text, /Among the first comments of a new person/)
    for (const who of [other, stranger]) {
      assert.equal((await who.get(sent.location)).status, 404)
      assert.doesNotMatch((await who.get('/en/ferry')).text, />late</)
    }

    const staff = await moderator.send(await moderator.get('/en/ferry/comment'), {
      words: 'Those who work here are known.',
    })
    assert.match(staff.location, /^\/c\/\d+\?/)

    const id = Number(/\d+/.exec(sent.location)![0]) as CommentId
    await written(site, (tx) => letIn(tx, { id, byId: mo.person.id, note: '', at: site.parley.clock() }))
    assert.match((await stranger.get('/en/ferry')).text, />late</)
    assert.equal((await writer.get(sent.location)).location, `/en/ferry#c-${id}`)
    const next = await writer.send(await writer.get('/en/ferry/comment'), { words: 'And the next one.' })
    assert.match(next.location, /^\/c\/\d+\?/)
    const json = await writer.post(`/c/${id}/replies`, { words: 'A third.' }, { accept: 'application/json' })
    assert.match(json.headers.get('location')!, /^\/c\/\d+\?/)
  })
}

for (const { name, open } of DATABASES) {
  test(`on ${name}, an edit may wait, too, and the former words stand until a moderator has looked`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const [ada, mo] = [await visitor(site, 'Ada'), await visitor(site, 'Mo', 'moderator')]
    const [writer, moderator] = [browserAt(site.url, ada.cookies), browserAt(site.url, mo.cookies)]
    const [stranger, bob] = [browserAt(site.url), browserAt(site.url, (await visitor(site, 'Bob')).cookies)]
    const sent = await writer.send(await writer.get('/en/ferry/comment'), { words: 'It was late.' })
    const id = Number(/\d+/.exec(sent.location)![0])
    await told(site, { linksHeld: 5 })
    const change = async (words: string) => writer.send(await writer.get(`/c/${id}/edit`), { words })

    const LINKED = 'It was late, says https://umbrella.example today.'
    assert.equal((await change(LINKED)).location, `/c/${id}/held?language=en`)
    await site.found()
    const doors = [`/c/${id}/held`, `/c/${id}/history`, `/c/${id}/edit`, '/en/search?words=umbrella']
    for (const who of [stranger, bob])
      for (const page of await crawl(who, doors)) assert.doesNotMatch(page.text, /umbrella\.example/, page.path)
    assert.match((await stranger.get('/en/ferry')).text, /It was late\./)
    assert.match((await writer.get(`/c/${id}/held`)).text, /umbrella\.example[\s\S]*It was late\./)
    assert.match((await writer.get(`/c/${id}/edit`)).text, /umbrella\.example/, 'who goes on sees what waits')
    assert.equal((await bob.post(`/c/${id}/held`, { decision: 'let-in', language: 'en' })).status, 403)

    const asked = await moderator.get(`/c/${id}/held`)
    assert.match(asked.text, /Links from a new person/)
    assert.equal((await moderator.send(asked, { decision: 'refuse' })).status, 303)
    assert.match((await stranger.get('/en/ferry')).text, /It was late\./)
    assert.equal((await change(LINKED)).location, `/c/${id}/held?language=en`)
    assert.equal((await change(`${LINKED} Indeed.`)).location, `/c/${id}/held?language=en`)
    const [line] = /[^\n]*A change waits: It was late, says[^\n]*Indeed\.[^\n]*/.exec(
      (await moderator.get('/desk/cases')).text,
    )!
    const file = await moderator.get(/\/desk\/cases\/\d+/.exec(line)![0])
    assert.match(file.text, /As it would be[\s\S]*Indeed\.[\s\S]*Links from a new person[\s\S]*Let the change in/)
    const hidden = /name="edit" value="(\d+)"/.exec(file.text)![1]!
    const decision = { decision: 'let-in', edit: hidden, from: 'desk', language: 'en' }
    assert.equal((await moderator.post(`/c/${id}/held`, decision)).location, '/desk/cases?language=en')
    assert.match((await stranger.get('/en/ferry')).text, /umbrella\.example[\s\S]*Indeed\./)
    assert.match((await stranger.get(`/c/${id}/history`)).text, /It was late\./)
    assert.equal((await moderator.post(`/c/${id}/held`, { decision: 'let-in', language: 'en' })).status, 404)
  })
}

function told(site: Site, said: Parameters<typeof sayAdmission>[1]['said']) {
  const at = site.parley.clock()
  return written(site, (tx) => sayAdmission(tx, { sectionId: null, said, byId: null, at }))
}

async function written({ parley }: Site, work: Parameters<Site['parley']['store']['write']>[0]) {
  await parley.tail.until((await parley.store.write(work)).seq)
}
