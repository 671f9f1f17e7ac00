import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aBranch, aComment, aWindow, contextIn } from '../../../test/support/samples.ts'
import { type Branch, type DiscussionContext, discussionHtml, type ThreadPage } from './discussion.ts'

const context: DiscussionContext = { ...contextIn('en'), article: { language: 'en', slug: 'the-hour' }, under: 0 }

function shown(window: ThreadPage, differing: Partial<DiscussionContext> = {}) {
  return String(discussionHtml(window, { ...context, ...differing }))
}

/** A chain of replies, each the only one, by the persons of these numbers. */
function chain([first, ...rest]: number[], depth = 1): Branch {
  const comment = aComment({ id: depth, depth, author: { id: first!, name: `p${first}` } })
  return aBranch(comment, ...(rest.length > 0 ? [chain(rest, depth + 1)] : []))
}

test('who answers alone runs straight down, but for the first answer to a root', () => {
  assert.equal(shown(aWindow(chain([1, 2, 1, 2]))).match(/<ol role="list" class="straight">/g)?.length, 2)
  assert.equal(shown(aWindow(chain([1, 2, 3]))).match(/<ol role="list" class="straight">/g)?.length, 1)
  assert.equal(shown(aWindow(chain([1, 2]))).match(/straight/g), null)
})

test('where no reply is shown the link leads on into the branch', () => {
  const more = { under: 12, after: 0, count: 3 }
  assert.match(shown(aWindow({ ...aBranch(aComment()), more })), />Continue this branch: 3 replies under 1</)
})

test('the way to a branch shows where it leaves something out', () => {
  const ancestors = [1, 7, 8].map((depth) => aComment({ id: depth, depth }))
  const page = shown({ ...aWindow(aBranch(aComment({ depth: 9 }))), ancestors })
  assert.deepEqual(page.match(/<li class="further-down"><a href="[^"]*"/g), [
    '<li class="further-down"><a href="/c/7?language=en"',
  ])
})

test('nothing runs straight beside a sibling', () => {
  const sibling = aBranch(aComment({ id: 9 }))
  const answer = aBranch(aComment({ id: 3 }))
  const branch = aBranch(aComment(), aBranch(aComment({ id: 2, author: { id: 2, name: 'b' } }), answer), sibling)
  assert.doesNotMatch(shown(aWindow(branch)), /straight/)
})

test('each entry is one element with its id, depth and ordinal', () => {
  const page = shown(aWindow(chain([1, 2])))
  assert.match(page, /<li id="c-1" class="entry" data-depth="1" data-ordinal="1"[^>]*>/)
  assert.match(page, /<li id="c-2" class="entry" data-depth="2" data-ordinal="1"[^>]*>/)
})

test('a list that shows no markers is still a list, at every level', () => {
  for (const page of [shown(aWindow(chain([1, 2, 3]))), shown(aWindow()), shown(aWindow(chain([1])), { under: 1 })])
    assert.deepEqual(page.match(/<ol(?![^>]* role="list")[^>]*>/g), null)
})

test('what is not shown is a link away', () => {
  const branch = { ...aBranch(aComment(), aBranch(aComment())), more: { under: 12, after: 10, count: 990 } }
  const page = shown({ ...aWindow(branch), before: { under: 0, after: 50 }, more: { under: 0, after: 100, count: 1 } })
  assert.match(
    page,
    /<a class="more" data-count="990" href="\/en\/the-hour\?under=12&amp;after=10#discussion">990 more replies under 1<\/a>/,
  )
  assert.match(page, /rel="next" href="\/en\/the-hour\?after=100#discussion">1 more thread</)
  assert.match(page, /rel="prev" href="\/en\/the-hour\?after=50#discussion"/)
  assert.match(shown({ ...aWindow(branch), before: { under: 0 } }), /rel="prev" href="\/en\/the-hour#discussion"/)
  assert.match(
    shown({ ...aWindow(branch), before: { under: 12 } }, { under: 12 }),
    /rel="prev" href="\/en\/the-hour\?under=12#discussion"/,
  )
})

test('every order is a link to the same part, and links on stay in theirs', () => {
  const rest = { under: 0, order: 'newest', before: 51, count: 50 }
  const page = shown({ ...aWindow(aBranch(aComment())), order: 'newest', more: rest }, { under: 12 })
  assert.match(page, /<a href="\/en\/the-hour\?under=12#discussion">Oldest<\/a>/)
  assert.match(page, /<a href="\/en\/the-hour\?order=newest&amp;under=12#discussion" aria-current="true">Newest<\/a>/)
  assert.match(page, /rel="next" href="\/en\/the-hour\?order=newest&amp;before=51#discussion"/)
  assert.doesNotMatch(shown({ ...aWindow(), total: 1 }), /class="orders"/)
})

test('an empty discussion says so and asks for the first word', () => {
  const page = shown({ ...aWindow(), visible: 0, total: 0 })
  assert.match(page, /No comments yet/)
  assert.match(page, /Be the first/)
  assert.match(page, /<ol class="thread" role="list"><\/ol>/)
})
