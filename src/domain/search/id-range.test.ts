import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anArticle, aPerson, bring, muchTalk, type Talked, wordsLookedFor } from '../../../test/support/harbour-talk.ts'
import { STORES } from '../../../test/support/stores.ts'
import { readOn } from '../../store/index.ts'
import { wantedIn } from '../../text/tokens.ts'
import type { CommentId } from '../discussion/index.ts'
import { type IdRange, nextIdRange } from './id-range.ts'
import { createSearch, type Question } from './index.ts'
import { indexer } from './indexer.ts'

const MANY = 2_500

for (const { name, openStore } of STORES) {
  test(`a question is looked through in ranges of bounded work, each where the one before ended, on ${name}`, async () => {
    await using open = await openStore()
    const { store } = open
    const articles = [await anArticle(store, 'ferry'), await anArticle(store, 'tide')] as const
    const [ada, bob] = [await aPerson(store, 'Ada'), await aPerson(store, 'Bob')]
    const talked = muchTalk(MANY, articles, [ada.id]).map(apart)
    const said = { ...talked[4]!, authorId: bob.id, plain: 'The ferry' }
    talked[4] = said
    await bring(store, talked)
    while (await readOn(store, indexer));
    const search = createSearch(store)

    const rangesOf = async (question: Question) => {
      const all: IdRange[] = []
      for (let before = question.before; ; before = all.at(-1)!.from) {
        const range = await nextIdRange(store, { ...question, before })
        if (!range) return all
        all.push(range)
      }
    }

    const questions: readonly (readonly [Question, (comment: Talked) => boolean])[] = [
      [{}, () => true],
      [{ from: 1_100_000 }, () => true],
      [{ articleId: articles[1] }, ({ articleId }) => articleId === articles[1]],
      [{ authorId: ada.id }, ({ authorId }) => authorId === ada.id],
    ]
    for (const [question, isOf] of questions) {
      const ranges = await rangesOf(question)
      assert.ok(ranges.every(({ from, until }) => until - from <= 10_000))
      const looked = ranges.flatMap(({ from, until }) =>
        talked.filter((comment) => isOf(comment) && comment.id >= from && comment.id < until),
      )
      assert.equal(looked.length, talked.filter(isOf).length, JSON.stringify(question))
      assert.equal(new Set(looked).size, looked.length)
    }

    const rare = await rangesOf({ wanted: wantedIn('submarine') })
    const rarer = await rangesOf({ wanted: wantedIn(wordsLookedFor(9).join(' ')) })
    assert.ok(rare.length > 1 && rarer.length > rare.length, `${rare.length} and ${rarer.length} ranges`)
    const his = await rangesOf({ wanted: wantedIn('ferry'), authorId: bob.id })
    assert.deepEqual(his, [{ from: 0, until: said.id + 1 }])
    const { found, older } = await search.find(store, { wanted: wantedIn('ferry'), authorId: bob.id }, 5)
    assert.deepEqual([found.map(({ id }) => id), older], [[said.id], null])
  })
}

/** With numbers between them that nobody has. */
function apart(comment: Talked): Talked {
  return { ...comment, id: (comment.id * 100) as CommentId }
}
