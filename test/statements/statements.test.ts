import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { decide, incomplete, type SubmittedStatement, submitted, UNDO_MS } from '../../src/domain/moderation/index.ts'
import { wishMail } from '../../src/domain/reach/index.ts'
import { languageFrom } from '../../src/kit/language.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { keptLetters } from '../support/letters.ts'
import { reading, sharedFile } from '../support/shared.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

const ARTICLE = { slug: 'berths', title: 'The berths', words: 'A sleeper is a hotel.' }
const SCHEMA = 'corpora/dsa/sor-schema.json'
const LIST = '/en/account/statements'
const UNDONE_NO_MORE_MS = UNDO_MS + 1_000

for (const { name, open } of DATABASES) {
  describe(`statements of reasons on ${name}`, () => {
    test('tell the author and who reported, in their language, when it can be undone no more, and nobody else', async () => {
      await using ending = new AsyncDisposableStack()
      const database = await open()
      ending.defer(() => database.close())
      const site = ending.use(await openSite(database.url))
      const { store, clock } = site.parley
      const articleId = await publish(site, ARTICLE)
      const [ada, bob, mo] = [
        await visitor(site, 'Ada'),
        await visitor(site, 'Bob'),
        await visitor(site, 'Mo', 'moderator'),
      ]
      const [author, reporter] = [browserAt(site.url, ada.cookies), browserAt(site.url, bob.cookies)]
      const russian = { personId: ada.person.id, pace: 'daily', language: languageFrom('ru')!, at: 1 } as const
      await store.write((tx) => wishMail(tx, russian))
      const comment = await say(site, ada.person, articleId, 'Umbrellagate tickets')
      await reporter.post(`/c/${comment.id}/report`, { language: 'en', rule: '1' })
      const removing = { kind: 'remove', commentId: comment.id, by: mo.person, ruleId: 1 as never } as const
      await store.write((tx) =>
        decide(tx, { ...removing, note: 'It sells tickets.', staffNote: 'Again.', at: clock() }),
      )
      assert.match((await author.get(LIST)).text, /Nothing has been decided that concerns you/)
      assert.deepEqual(keptLetters(site), [])

      site.wait(UNDONE_NO_MORE_MS)
      await until(() => keptLetters(site).length === 2)
      const path = /href="(\/en\/account\/statements\/\d+)"/.exec((await author.get(LIST)).text)![1]!
      const page = await author.get(path)
      for (const said of [
        /Your comment was removed/,
        /Comment 1 on “The berths”/,
        /Rule 1: Argue with the words\. Not with the person\./,
        /It sells tickets\./,
        /A reader reported it|The publication came upon it/,
        /A moderator decided; no machine did/,
        /On the page of this statement, until/,
        /Umbrellagate tickets/,
      ])
        assert.match(page.text, said)
      assert.doesNotMatch(page.text, /Again\.|Bob|\bMo\b/)
      assert.equal((await reporter.get(path)).status, 404)
      assert.match((await author.get(`/c/${comment.id}/removal`)).text, new RegExp(`href="${path}"`))

      const theirs = /href="(\/en\/account\/statements\/\d+)"/.exec((await reporter.get(LIST)).text)![1]!
      const told = (await reporter.get(theirs)).text
      assert.match(told, /The comment was removed[\s\S]*Rule 1/)
      assert.doesNotMatch(told, /Umbrellagate|Ada/)

      const letters = new Map(keptLetters(site).map((letter) => [letter.to, letter.text]))
      assert.match(
        letters.get('ada@reader.example')!,
        /Ваш комментарий удалён[\s\S]*It sells tickets\.[\s\S]*\/ru\/account\/statements\/\d+/,
      )
      assert.match(letters.get('bob@reader.example')!, /The comment was removed/)
      for (const text of letters.values()) assert.doesNotMatch(text, /Umbrellagate|Again/)

      const submissions = await all(submitted(store, { from: 0, to: Number.MAX_SAFE_INTEGER }))
      assert.equal(submissions.length, 1, 'what was told to a reader is no restriction')
      assert.deepEqual(incomplete(submissions[0]!), [])
      const { decision_ground, incompatible_content_ground, source_type, decision_visibility } = submissions[0]!
      assert.deepEqual(
        [decision_ground, incompatible_content_ground, source_type, decision_visibility],
        [
          'DECISION_GROUND_INCOMPATIBLE_CONTENT',
          'Rule 1: Argue with the words',
          'SOURCE_TYPE_OTHER_NOTIFICATION',
          ['DECISION_VISIBILITY_CONTENT_REMOVED'],
        ],
      )
      assert.doesNotMatch(JSON.stringify(submissions), /Ada|Umbrellagate|tickets/)
    })
  })
}

const COMPLETE: SubmittedStatement = {
  decision_visibility: ['DECISION_VISIBILITY_CONTENT_REMOVED'],
  decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
  illegal_content_legal_ground: 'Section 185',
  illegal_content_explanation: 'It insults.',
  content_type: ['CONTENT_TYPE_TEXT'],
  category: 'STATEMENT_CATEGORY_VIOLENCE',
  content_date: '2026-11-30',
  application_date: '2026-11-30',
  decision_facts: 'A comment.',
  source_type: 'SOURCE_TYPE_OTHER_NOTIFICATION',
  automated_detection: 'No',
  automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
  puid: 'parley-1',
}

test('the checker finds whatever a statement is short of, and nothing in a complete one', () => {
  assert.deepEqual(incomplete(COMPLETE), [])
  for (const name of Object.keys(COMPLETE)) {
    const { [name]: _, ...short } = COMPLETE
    assert.notDeepEqual(incomplete(short), [], name)
  }
  const wrongs: SubmittedStatement[] = [
    { category: 'STATEMENT_CATEGORY_GOSSIP' },
    { content_date: '30.11.2026' },
    { application_date: '2019-12-31' },
    { puid: 'a b' },
    { decision_facts: 'x'.repeat(5_001) },
    { content_type: 'CONTENT_TYPE_TEXT' },
    { decision_visibility: ['DECISION_VISIBILITY_OTHER'] },
    { mood: 'bad' },
  ]
  for (const wrong of wrongs) assert.notDeepEqual(incomplete({ ...COMPLETE, ...wrong }), [], JSON.stringify(wrong))
})

test('the checker knows what the transparency database publishes of its fields', reading(SCHEMA), () => {
  const schema = JSON.parse(readFileSync(sharedFile(SCHEMA)!, 'utf8'))
  const field: Record<string, string> = {
    DECISION_VISIBILITIES: 'decision_visibility',
    DECISION_MONETARIES: 'decision_monetary',
    DECISION_PROVISIONS: 'decision_provision',
    DECISION_ACCOUNTS: 'decision_account',
    ACCOUNT_TYPES: 'account_type',
    DECISION_GROUNDS: 'decision_ground',
    CONTENT_TYPES: 'content_type',
    SOURCE_TYPES: 'source_type',
    AUTOMATED_DECISIONS: 'automated_decision',
    STATEMENT_CATEGORIES: 'category',
  }
  for (const [list, name] of Object.entries(field))
    for (const value of Object.keys(schema.enums[list])) {
      const isList = Array.isArray(COMPLETE[name]) || name === 'decision_visibility'
      const wrong = incomplete({ ...COMPLETE, [name]: isList ? [value] : value })
      assert.deepEqual(
        wrong.filter((complaint) => complaint.startsWith(`${name} is`)),
        [],
        `${name} ${value}`,
      )
    }
  for (const name of schema.required_always) assert.match(incomplete({}).join(), new RegExp(`${name} is missing`))
  for (const [name, longest] of Object.entries<number>(schema.max_length))
    assert.match(incomplete({ ...COMPLETE, [name]: 'x'.repeat(longest + 1) }).join(), new RegExp(`${name} is too long`))
  for (const name of schema.optional)
    assert.doesNotMatch(incomplete({ ...COMPLETE, [name]: '2026-11-30' }).join(), /no field/)
})

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const row of rows) found.push(row)
  return found
}
