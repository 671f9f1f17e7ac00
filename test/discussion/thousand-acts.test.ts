import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, test } from 'node:test'
import {
  type Comment,
  commentById,
  discussionImported,
  draftOf,
  draftWithMentions,
  edit,
  follows,
  ORDERS,
  placeImported,
  post,
  REACTION_KINDS,
  ROOT,
  react,
  typedWords,
} from '../../src/domain/discussion/index.ts'
import { removeOwn, restoreRemoved, rulesIn } from '../../src/domain/moderation/index.ts'
import { mute, unmute } from '../../src/domain/people/index.ts'
import { type Chance, chanceFrom } from '../../src/exchange/generated/chance.ts'
import { importPage } from '../../src/exchange/page/index.ts'
import { Trouble } from '../../src/kit/trouble.ts'
import { type AnyTables, openDatabase, Store } from '../../src/store/index.ts'
import { SEED } from '../support/chance.ts'
import { DATABASES } from '../support/databases.ts'
import { WORDING } from '../support/growing.ts'
import { harbourWith } from '../support/harbour-page.ts'
import { parley } from '../support/process.ts'
import { removeByRule } from '../support/remove-by-rule.ts'
import { openSite, publish, type Site, type Visitor, visitor } from '../support/site.ts'

const ACTS = 1_000
/** So many are done beside one another. */
const TOGETHER = 20
/** After so long a ranking is made anew. */
const HALF_A_MINUTE_MS = 30_001
const MOST_PAGES = 2
const RANKED = ORDERS.filter((order) => order !== 'oldest' && order !== 'newest')

/** What is planted in the rows, and what doctor says of it. */
const FAULTS: [table: string, change: Record<string, number | string>, said: RegExp][] = [
  ['comment', { quotedBy: 70 }, /comment 1: quotedBy is 70, counted \d+\./],
  ['comment', { quoters: '9 9 9' }, /comment 1: quoters is 9 9 9, counted .*\./],
  ['comment', { best: 1 }, /comment 1: best is 1, counted \d+\./],
  ['comment', { descendants: 70 }, /comment 1: descendants is 70, counted \d+\./],
  ['comment', { lastActivityAt: 1 }, /comment 1: lastActivityAt is 1, counted \d+\./],
]

for (const { name, open } of DATABASES) {
  describe(`a thousand acts on ${name}`, { concurrency: false }, () => {
    test('leave every counter and the search index as counting again finds them', async () => {
      const database = await open()
      const folder = await mkdtemp(path.join(tmpdir(), 'parley-acts-'))
      await using _ = { [Symbol.asyncDispose]: () => database.close().then(() => rm(folder, { recursive: true })) }
      const environment = { PARLEY_DATA: folder, PARLEY_DATABASE: database.url }
      const doctor = (...words: string[]) => parley(environment, 'doctor', '--recount', ...words)
      {
        await using site = await openSite(database.url)
        await live(site, chanceFrom(SEED))
        await site.found()
      }
      const well = await doctor()
      assert.match(well.printed, /all as counted\.\nAll is well\.\n$/, `TEST_SEED=${SEED}`)
      assert.doesNotMatch(well.printed, /has not read everything/)

      await change(database.url, async (store) => {
        for (const [table, values] of FAULTS)
          await store.write((tx) => tx.change<AnyTables>().updateTable(table).set(values).where('id', '=', 1).execute())
        await store.write((tx) => tx.change<AnyTables>().updateTable('ranking').set({ count: 7000 }).execute())
        const unseen = { articleId: 1 as Comment['articleId'], parent: undefined, wording: WORDING, ...STANDING }
        await store.write((tx) => placeImported(tx, unseen))
      })
      const { code, printed } = await doctor()
      assert.equal(code, 2)
      for (const [, , said] of FAULTS) assert.match(printed, said)
      assert.match(printed, /ranking \d+: count is 7000, counted [1-9]\d+\./, 'rankings were read')
      assert.match(printed, /The search index lacks comment \d+\./)
      const repaired = await doctor('--repair')
      assert.equal(repaired.code, 0, repaired.printed)
      {
        await using site = await openSite(database.url)
        await site.found()
      }
      assert.match((await doctor()).printed, /all as counted\.\nAll is well\.\n$/)
    })
  })
}

const STANDING = { authorId: null, language: null, postedAt: 8, editedAt: null, quotations: [], removal: null }

/** Does a thousand acts of all kinds, as chance has it; those that the rules refuse are not counted. */
async function live(site: Site, chance: Chance): Promise<void> {
  const articles = [
    await publish(site, { slug: 'berths', title: 'The berths', words: 'A hotel that has to be at the station.' }),
    await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' }),
  ]
  const people: Visitor[] = []
  for (const name of ['Tern', 'Aru', 'Wisp']) people.push(await visitor(site, name))
  const warden = await visitor(site, 'Warden', 'moderator')
  const [rule] = await rulesIn(site.parley.store, 'en')
  const comments: Comment['id'][] = []
  const { store, clock } = site.parley
  const any = <T>(from: readonly T[]) => from[chance.below(from.length)]!
  const gone = new Set<Comment['id']>()
  const id = () => {
    const first = any(comments)
    return gone.has(first) ? any(comments) : first
  }
  const articleOf = async (one: Comment['id']) => (await commentById(store, one))!.articleId

  const acts: Record<string, () => Promise<unknown>> = {
    async post() {
      const said = { articleId: any(articles), under: ROOT, by: any(people).person, language: null } as const
      const words = { ...said, draft: await draftWithMentions(store, `@Tern, word ${chance.below(50)}.`) }
      const { value } = await store.write((tx) => post(tx, { ...words, at: clock() }))
      comments.push(value.id)
    },
    async reply() {
      const under = id()
      const said = { articleId: await articleOf(under), under, by: any(people).person, language: null }
      const { value } = await store.write((tx) => post(tx, { ...said, draft: draftOf('An answer.'), at: clock() }))
      comments.push(value.id)
    },
    async quote() {
      const [of, under] = [id(), id()]
      const words = `> word\n> — [Tern, 1](/c/${of})\n\n${chance.likely(0.3) ? `> answer\n> — [Aru, 2](/c/${id()})\n\n` : ''}Indeed.`
      const said = { articleId: await articleOf(under), under, by: any(people).person, language: null }
      const { value } = await store.write((tx) => post(tx, { ...said, draft: draftOf(words), at: clock() }))
      comments.push(value.id)
    },
    async edit() {
      const [changed, draft] = [id(), draftOf(`Other words.\n\n> word\n> — [Tern, 1](/c/${id()})`)]
      const { revision = 0 } = (await typedWords(store, changed)) ?? {}
      const author = (await commentById(store, changed))!.authorId
      const by = people.find(({ person }) => person.id === author)?.person ?? any(people).person
      await store.write((tx) => edit(tx, { id: changed, by, draft, revision, at: clock() }))
    },
    async takeBack() {
      const taken = id()
      const author = (await commentById(store, taken))!.authorId
      const by = people.find(({ person }) => person.id === author)?.person ?? any(people).person
      await store.write((tx) => removeOwn(tx, { id: taken, by, at: clock() }))
      gone.add(taken)
    },
    async remove() {
      const removing = { id: id(), by: warden.person, ruleId: rule!.id, note: '', at: clock() }
      await store.write((tx) => removeByRule(tx, removing))
      gone.add(removing.id)
    },
    async restore() {
      const restoring = { id: any([...gone, id()]), by: warden.person, note: '', at: clock() }
      await store.write((tx) => restoreRemoved(tx, restoring))
      gone.delete(restoring.id)
    },
    react: () => {
      const kind = any(REACTION_KINDS)
      const reacting = { id: id(), by: any(people).person, kind, on: chance.likely(0.7), at: clock() }
      return store.write((tx) => react(tx, reacting))
    },
    mute: () => {
      const [one, other, more] = [any(people).person.id, any(people).person.id, chance.likely(0.5)]
      return store.write(async (tx) => void (await (more ? mute(tx, one, other, clock()) : unmute(tx, one, other))))
    },
    async follow() {
      const commentId = id()
      const following = { personId: any(people).person.id, articleId: await articleOf(commentId), commentId }
      await store.write((tx) => follows.mark(tx, following, clock()))
    },
    async read() {
      site.wait(HALF_A_MINUTE_MS)
      const first = `/en/${any(['berths', 'ferry'])}?order=${any(RANKED)}`
      for (let path: string | undefined = first, pages = 0; path && pages < MOST_PAGES; pages++) {
        const answer: Response = await fetch(site.url + path)
        assert.equal(answer.status, 200, path)
        path = /rel="next" href="([^"#]*)/.exec(await answer.text())?.[1]?.replaceAll('&amp;', '&')
      }
    },
    async bringIn() {
      const parent = chance.likely(0.5) ? await commentById(store, id()) : undefined
      const articleId = parent?.articleId ?? any(articles)
      const removal = chance.likely(0.3) ? { cause: 'unknown' as const, ruleId: null, at: null } : null
      const brought = { ...STANDING, articleId, parent, wording: WORDING, removal, postedAt: chance.below(1e9) }
      const { value } = await store.write(async (tx) => {
        const comment = await placeImported(tx, brought)
        tx.note(discussionImported, { articleId, at: clock() })
        return comment
      })
      comments.push(value.id)
    },
  }
  const often = ['post', 'post', 'reply', 'reply', 'reply', 'quote', 'quote', 'react', 'react', 'remove', 'restore']
  const kinds = [...Object.keys(acts), ...often].filter((kind) => kind !== 'bringIn')

  for (let i = 0; i < TOGETHER; i++) await acts.post!()
  for (let done = 0; done < ACTS; ) {
    const chosen = Array.from({ length: TOGETHER }, () => (chance.likely(0.01) ? 'bringIn' : any(kinds)))
    const outcomes = await Promise.allSettled(chosen.map((kind) => acts[kind]!()))
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled') done++
      else if (!(outcome.reason instanceof Trouble)) throw outcome.reason
    }
  }
  await importPage({ store, bytes: harbourWith({}), language: 'en', zone: 'Europe/Dublin', at: clock() })
}

async function change(url: string, work: (store: Store) => Promise<void>) {
  const database = await openDatabase(url)
  await work(new Store(database))
  await database.close()
}
