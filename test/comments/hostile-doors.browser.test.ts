import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { paths } from '../../src/addresses/paths.ts'
import { type CommentId, draftOf, post, ROOT, typedWords } from '../../src/domain/discussion/index.ts'
import { onDisk } from '../../src/domain/media/index.ts'
import {
  addCannedReason,
  addNote,
  appeal,
  cannedReasons,
  decide,
  openAppeals,
  openCaseOf,
  report,
  statementsWithDecisions,
  takeCannedReason,
  UNDO_MS,
} from '../../src/domain/moderation/index.ts'
import { aboutFrom, nameFrom, type Person, placeholderNamed, saveProfile } from '../../src/domain/people/index.ts'
import { wantedFrom } from '../../src/domain/search/index.ts'
import { exportPublication, importPublication } from '../../src/exchange/parley/index.ts'
import { sentencesIn } from '../../src/kit/sentences.ts'
import { troubleIn } from '../../src/kit/trouble.ts'
import type { Writing } from '../../src/store/index.ts'
import { openBrowser, seat } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { HOSTILE_LISTS, hostileWords } from '../support/hostile-words.ts'
import { reading } from '../support/shared.ts'
import { openSite, publish, type Site, visitor, withoutPace } from '../support/site.ts'
import { STORES } from '../support/stores.ts'
import { until } from '../support/until.ts'

const lists = { skip: inChromium.skip || reading(...Object.values(HOSTILE_LISTS)).skip }
const HOUR_MS = 3_600_000
const AT_ONCE = 30
const READERS = 8

let browser: Browser
before(async () => {
  if (!lists.skip) browser = await openBrowser()
})
after(() => browser?.close())

for (const { name, open } of DATABASES)
  test(
    `on ${name}, hostile words at every door are kept as they are or refused with a sentence, and run nowhere`,
    lists,
    async () => {
      await using ending = new AsyncDisposableStack()
      const database = await open()
      ending.defer(() => database.close())
      await using site = await openSite(database.url)
      const { store, clock } = site.parley
      await withoutPace(site)
      const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
      const [ada, mo, root] = [
        await visitor(site, 'Ada'),
        await visitor(site, 'Mo', 'moderator'),
        await visitor(site, 'Root', 'admin'),
      ]
      const write = async <T>(work: (tx: Writing) => Promise<T>) => (await store.write(work)).value
      const lines = hostileWords()
      const short = packed(lines, 950)

      const said = new Map<CommentId, string>()
      await through(packed(lines, 7_900), async (words) => {
        const posting = {
          articleId,
          under: ROOT,
          by: ada.person,
          draft: draftOf(words),
          language: null,
          at: clock(),
        } as const
        said.set((await write((tx) => post(tx, posting))).id, words)
      })
      const ids = [...said.keys()]
      await keptAsTyped(site, said)

      const people: Person[] = []
      for (let at = 0; at < READERS; at++) people.push(await write((tx) => placeholderNamed(tx, `Reader ${at}`)))
      await through(
        lines.map((line) => [line]),
        async (line) => {
          const called = nameFrom(line)
          if (people.length < 20) people.push(await write((tx) => placeholderNamed(tx, called)))
        },
        1,
      )
      await through(packed(lines, 490), async (words) => void aboutFrom(words))
      for (const [at, { id }] of people.entries()) {
        const told = short[at]!.slice(0, 3).join('\n').slice(0, 490).toWellFormed().replaceAll('\0', '')
        await write((tx) => saveProfile(tx, id, { ...aboutFrom(told), hidden: false, at: clock() }))
      }

      let reports = 0
      await through(short, async (words) => {
        const [by, id, at] = [people[reports % READERS]!, ids[Math.floor(reports / READERS) % ids.length]!, reports++]
        await write((tx) => report(tx, { id, by, ruleId: undefined, words, at: clock() + at * HOUR_MS }))
      })
      const reported = await Promise.all(ids.map((id) => openCaseOf(store, id)))
      const cases = reported.flatMap((one) => one?.id ?? [])
      let notes = 0
      await through(short, (words) =>
        write((tx) => addNote(tx, { id: cases[notes++ % cases.length]!, by: mo.person, at: clock(), words })),
      )
      let decisions = 0
      await through(short, (words) => {
        const keeping = { kind: 'keep', commentId: ids[decisions++ % (ids.length - 2)]!, by: mo.person } as const
        return write((tx) => decide(tx, { ...keeping, note: words, staffNote: words, at: clock() }))
      })
      await through(
        packed(lines, 590),
        async (words) => {
          const reason = {
            language: 'en',
            title: words.trim().slice(0, 70).toWellFormed(),
            words,
            by: root.person,
            at: clock(),
          }
          await write((tx) => addCannedReason(tx, reason))
          const [first, second] = await cannedReasons(store, 'en')
          if (first && second)
            await write((tx) => takeCannedReason(tx, first.id, { by: root.person, at: clock() })).catch(() => {})
        },
        1,
      )

      site.wait(UNDO_MS + 1_000)
      const told = async () =>
        (await Promise.all(people.slice(0, READERS).map(({ id }) => statementsWithDecisions(store, id, 500)))).flat()
      const pages = packed(lines, 2_900)
      await until(async () => (await told()).length >= pages.length)
      const statements = await told()
      let appeals = 0
      await through(pages, (words) => {
        const { statement } = statements[appeals++]!
        const by = people.find(({ id }) => id === statement.personId)!
        return write((tx) => appeal(tx, { statementId: statement.id, by, words, at: clock() }))
      })
      await site.found()
      await through(
        lines.map((line) => [line]),
        async (line) => {
          const wanted = wantedFrom(line)
          if (appeals++ % 250 === 0) await site.parley.web.search.find(store, { wanted }, 10)
        },
      )

      await throughForms(
        site,
        lines.filter((_, at) => at % 800 === 7),
        { articleId, id: ids[0]!, cookies: ada.cookies },
      )
      await arrivesElsewhere(site, said)
      const [waiting] = await openAppeals(store, 1)
      await runsNowhere(site, root.cookies, [
        '/en/ferry',
        `/c/${ids.at(-1)}`,
        ...people.slice(READERS, READERS + 3).map(({ id }) => paths.person(id, 'en')),
        paths.deskQueue('en'),
        ...cases.slice(-2).map((id) => paths.deskCase(id, 'en')),
        paths.deskDecision(1, 'en'),
        paths.deskModerated(ada.person.id, 'en'),
        paths.deskReasons('en'),
        paths.deskAppeals('en'),
        paths.deskAppeal(waiting!.id, 'en'),
        `/en/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`,
      ])
    },
  )

/** As many lines together as there is room for. */
function packed(lines: readonly string[], limit: number): string[][] {
  const packs: string[][] = []
  let room = 0
  for (const line of lines) {
    room -= line.length + 2
    if (room < 0 || packs.length === 0) {
      packs.push([])
      room = limit - line.length
    }
    packs.at(-1)!.push(line)
  }
  return packs
}

const sentence = sentencesIn('en')

/** Sends all lines through a door, many together; what is refused is sent line by line, and each of those has a sentence. */
async function through(
  packs: readonly string[][],
  door: (words: string) => Promise<unknown>,
  atOnce = AT_ONCE,
): Promise<void> {
  for (let at = 0; at < packs.length; at += atOnce) await Promise.all(packs.slice(at, at + atOnce).map(sent))

  async function sent(lines: string[]): Promise<void> {
    try {
      await door(lines.join('\n\n'))
    } catch (error) {
      const trouble = troubleIn(error)
      if (!trouble) throw error
      assert.ok(sentence(trouble.key, trouble.args).length > 10)
      const half = Math.ceil(lines.length / 2)
      if (lines.length > 1) for (const some of [lines.slice(0, half), lines.slice(half)]) await sent(some)
    }
  }
}

async function keptAsTyped({ parley: { store } }: Pick<Site, 'parley'>, said: ReadonlyMap<CommentId, string>) {
  for (const [id, words] of said)
    assert.equal((await typedWords(store, id))?.typed, words.replace(/\r\n?/g, '\n'), 'nothing is lost')
}

async function throughForms(
  site: Site,
  lines: readonly string[],
  { articleId, id, cookies }: { articleId: number; id: number; cookies: string },
) {
  const author = browserAt(site.url, cookies)
  for (const [at, line] of lines.entries()) {
    const sendings = [
      author.post(`/a/${articleId}/comments`, { language: 'en', words: line, key: `c${at}` }),
      author.post(`/c/${id}/report`, { language: 'en', words: line, key: `r${at}` }),
      author.post(paths.accountProfile('en'), { language: 'en', words: line, key: `p${at}` }),
      author.get(`/en/search?q=${encodeURIComponent(line.toWellFormed())}`),
      author.get(`/desk/cases?section=${encodeURIComponent(line.toWellFormed())}`),
    ]
    for (const { status } of await Promise.all(sendings)) assert.ok(status < 500, line)
  }
}

/** The whole publication arrives in an empty one with the same words. */
async function arrivesElsewhere({ parley: { store, media } }: Site, said: ReadonlyMap<CommentId, string>) {
  const folder = await mkdtemp(path.join(tmpdir(), 'parley-hostile-'))
  await using _ = { [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
  const file = path.join(folder, 'publication.ndjson')
  await writeFile(file, await Array.fromAsync(exportPublication(store, media)))
  await using opened = await STORES[0]!.openStore()
  await importPublication({ store: opened.store, file, media: onDisk(folder), at: Date.now() })
  await keptAsTyped({ parley: { store: opened.store } } as never, said)
}

/** Pages are opened as they are: no script of theirs runs, nothing is asked for elsewhere, and the policy has nothing to report. */
async function runsNowhere(site: Site, cookies: string, addresses: readonly string[]) {
  const one = await seat(browser, { origin: site.url, expected: [/404|410/] })
  const named = cookies.split('; ').map((cookie) => {
    const [name, ...value] = cookie.split('=')
    return { name: name!, value: value.join('='), url: site.url }
  })
  await one.page.context().addCookies(named)
  const ran: string[] = []
  one.page.on('dialog', (dialog) => {
    ran.push(dialog.message())
    void dialog.dismiss()
  })
  await one.page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (report) => console.error(`policy: ${report.blockedURI}`))
  })
  for (const address of addresses) {
    await one.page.goto(address)
    await one.page.mouse.move(200, 300)
  }
  assert.deepEqual(ran, [])
  await one.close()
}
