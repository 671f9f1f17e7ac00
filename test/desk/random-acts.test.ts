import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ArticleTables } from '../../src/domain/articles/index.ts'
import { MINUTE_MS } from '../../src/kit/clock.ts'
import { randomBetween, SEED } from '../support/chance.ts'
import { DATABASES } from '../support/databases.ts'
import { type Browser, browserAt, formIn } from '../support/front-door.ts'
import { openSite, publish, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

const ACTS = 500
const AT = '/desk/editions/1'
const MOST_WAITS = 4

for (const { name, open } of DATABASES) {
  test(`on ${name}, ${ACTS} random acts of two editors lose nothing that was typed, and what is shown is a revision`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    const site = ending.use(await openSite(database.url))
    await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const { store, clock } = site.parley
    const reader = browserAt(site.url)
    const [eddy, ada] = [await visitor(site, 'Eddy', 'editor'), await visitor(site, 'Ada', 'editor')]
    const editors = [await writing(browserAt(site.url, eddy.cookies)), await writing(browserAt(site.url, ada.cookies))]
    const [typed, seen]: [Set<string>, Set<string>] = [new Set(), new Set()]
    const said: string[] = []
    let waits = 0

    async function look() {
      const page = await reader.get('/en/ferry')
      const feed = (await reader.get('/en/feed.atom')).text
      const body = /<div class="body"[^>]*>([\s\S]*?)<\/div>/.exec(page.text)?.[1]
      assert.equal(page.status === 200, feed.includes('It leaves at nine'), `page ${page.status}`)
      const [shown, told] = [tokensIn(body ?? ''), tokensIn(feed)]
      assert.equal(shown.join(), told.join(), 'the feed tells what the page shows')
      if (page.status === 200) seen.add(shown.join())
    }

    const acts: Record<string, (who: Writing) => Promise<unknown>> = {
      async type(who) {
        const token = `word${typed.size + 1}z`
        who.fields.words = `${who.fields.words} ${token}`
        const { status } = await who.send('/working-copy', { accept: 'application/json' })
        if (status === 200) typed.add(token)
      },
      open: (who) => who.open(),
      async save(who) {
        await who.goOnAfter(await who.send(''), (await lastRevision()).number)
      },
      async takeOver(who) {
        await who.send('/take-over')
        await who.open()
      },
      async restore(who) {
        const { number } = await lastRevision()
        await who.send(`/revisions/${randomBetween(1, number + 1)}/restoration`)
        await who.open()
      },
      async publish(who) {
        await who.goOnAfter(await who.send('/publication'), (await lastRevision()).number)
        await look()
      },
      async schedule(who) {
        const when = new Date(clock() + 2 * MINUTE_MS).toISOString().slice(0, 16)
        const answer = await who.send('/schedule', {}, { when, zone: 'UTC' })
        await who.goOnAfter(answer, (await lastRevision()).number)
        if (answer.status !== 303 || waits++ >= MOST_WAITS) return
        if ((await edition()).state !== 'scheduled') return
        site.wait(3 * MINUTE_MS)
        await until(async () => (await edition()).state === 'published')
        await look()
      },
      async withdraw(who) {
        await who.send('/withdrawal')
        await look()
      },
    }
    const drawn = [...Array.from({ length: 8 }, () => 'type'), ...Object.keys(acts)]
    const edition = () =>
      store
        .look<ArticleTables>()
        .selectFrom('edition')
        .selectAll()
        .where('id', '=', 1 as never)
        .executeTakeFirstOrThrow()
    const lastRevision = () =>
      store
        .look<ArticleTables>()
        .selectFrom('revision')
        .select('number')
        .where('editionId', '=', 1 as never)
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()

    await acts.type!(editors[0]!)
    await acts.publish!(editors[0]!)
    for (let act = 0; act < ACTS; act++) {
      const [who, what] = [randomBetween(0, editors.length), drawn[randomBetween(0, drawn.length)]!]
      said.push(`${who}:${what}`)
      await acts[what]!(editors[who]!)
    }

    await acts.takeOver!(editors[0]!)
    await acts.type!(editors[0]!)
    await acts.publish!(editors[0]!)
    assert.ok(
      [...typed].some((token) => [...seen].some((tokens) => tokens.includes(token))),
      'something typed was seen',
    )

    const story = `seed ${SEED}: ${said.join(' ')}`
    const revisions = await store
      .look<ArticleTables>()
      .selectFrom('revision')
      .select('words')
      .where('editionId', '=', 1 as never)
      .execute()
    const copies = await store.look<ArticleTables>().selectFrom('workingCopy').select('words').execute()
    const kept = new Set([...revisions, ...copies].flatMap(({ words }) => tokensIn(words)))
    assert.deepEqual(
      [...typed].filter((token) => !kept.has(token)),
      [],
      story,
    )
    const wordings = new Set(revisions.map(({ words }) => tokensIn(words).join()))
    assert.deepEqual(
      [...seen].filter((tokens) => !wordings.has(tokens)),
      [],
      story,
    )
  })
}

type Writing = Awaited<ReturnType<typeof writing>>
type Answered = Pick<Awaited<ReturnType<Browser['post']>>, 'status' | 'location'>

/** An editor whose browser has an edition open. */
async function writing(browser: Browser) {
  const own = {
    fields: {} as Record<string, string>,
    async open() {
      own.fields = formIn(await browser.get(`${AT}?language=en`)).fields
    },
    /** @NOTE where what was sent stands by now, the page to which the answer leads holds the same words; to ask for it each time takes half of the time. */
    async goOnAfter({ status, location }: Answered, number: number) {
      if (status === 303 && /done=(?:saved|published|scheduled)\b/.test(location)) own.fields.base = String(number)
      else await own.open()
    },
    send(act: string, headers: Record<string, string> = {}, more: Record<string, string> = {}) {
      const { key: _, ...fields } = own.fields
      return browser.post(AT + act, { ...fields, ...more }, headers)
    },
  }
  await own.open()
  return own
}

function tokensIn(text: string): string[] {
  return text.match(/\bword\d+z/g) ?? []
}
