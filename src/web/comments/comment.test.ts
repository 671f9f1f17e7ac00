import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aComment, contextIn } from '../../../test/support/samples.ts'
import { spoken } from '../../kit/sentences.ts'
import { commentHtml, entryHtml } from './comment.ts'
import type { ShownQuotation } from './quotation.ts'

const english = contextIn('en')
const STANDING: ShownQuotation = {
  slot: 1,
  state: 'standing',
  words: 'none of them & <b>all</b>',
  of: { kind: 'comment', id: 5, label: '1.2', name: 'Aru' },
  attribution: 'Aru, 1.2',
}

function quoting(quotation: Partial<ShownQuotation>) {
  const html = '<q-slot n="1"></q-slot>\n<p>So they say.</p>\n'
  return String(commentHtml(aComment({ html, quotations: [{ ...STANDING, ...quotation }] }), english))
}

test('fills the slot with the words as they stand, and a link to where', () => {
  const shown = quoting({})
  assert.match(shown, /none of them &amp; &lt;b&gt;all&lt;\/b&gt;/)
  assert.match(shown, /<bdi>Aru<\/bdi>, in <a href="\/c\/5\?language=en">1\.2<\/a>/)
  assert.doesNotMatch(shown, /q-slot|has changed|not found/)
})

test('says of a changed passage that it changed, and keeps the words', () => {
  const shown = quoting({ state: 'changed' })
  assert.match(shown, /none of them/)
  assert.match(shown, /changed since it was quoted/)
})

test('shows nothing of removed words, whatever the row holds', () => {
  for (const words of [null, 'none of them']) {
    const shown = quoting({ state: 'removed', words })
    assert.match(shown, /The quoted words have been removed/)
    assert.doesNotMatch(shown, /none of them/)
  }
})

test('names the speaker as written where no passage was found', () => {
  const shown = quoting({ state: 'unresolved', of: null, attribution: 'kotofey <i>' })
  assert.match(shown, /kotofey &lt;i&gt;/)
  assert.match(shown, /was not found/)
})

test('a slot without a quotation says that its words are gone', () => {
  const shown = String(commentHtml(aComment({ html: '<q-slot n="4"></q-slot>' }), english))
  assert.match(shown, /The quoted words have been removed/)
})

test('a tombstone says by whom, when and by which rule, in every language, and keeps the number', () => {
  const at = Date.UTC(2026, 9, 14, 9)
  const removed = aComment({
    label: '1.2',
    html: null,
    replies: 2,
    tombstone: { cause: 'moderators', ruleId: 30, at },
  })
  const said = ['en', 'ru', 'de', 'ar'].map((language) => plain(String(entryHtml(removed, contextIn(language)))))
  assert.deepEqual(said, [
    '1.2 Removed by the moderators on 14 Oct 2026: Personal attack (rule 3). Its 2 replies stand. More about this',
    '1.2 Удалено 14 окт. 2026 г. модераторами: Personal attack (правило 3). 2 ответа на него остаются. Подробнее',
    '1.2 Von der Moderation entfernt am 14. Okt. 2026: Personal attack (Regel 3). Die 2 Antworten darauf bleiben stehen. Mehr dazu',
    '1.2 حذفه المشرفون في 14 أكتوبر 2026: Personal attack (القاعدة 3). الردان عليه باقيان. المزيد عن هذا',
  ])
})

test('no sentence of a tombstone ends in two full stops', () => {
  const at = Date.UTC(2026, 9, 14, 9)
  for (const language of spoken) {
    for (const cause of ['author', 'moderators', 'unknown'] as const) {
      const removed = aComment({ html: null, tombstone: { cause, ruleId: null, at } })
      assert.doesNotMatch(plain(String(entryHtml(removed, contextIn(language)))), /\.\./)
    }
  }
})

test('a tombstone without a date or a rule leaves both unsaid', () => {
  const tombstone = { ruleId: null, at: null }
  const own = entryHtml(aComment({ tombstone: { ...tombstone, cause: 'author' } }), english)
  const unknown = entryHtml(aComment({ tombstone: { ...tombstone, cause: 'unknown' } }), english)
  assert.equal(plain(String(own)), '1 Removed by its author.')
  assert.equal(plain(String(unknown)), '1 Removed; it is not known by whom.')
  assert.doesNotMatch(String(own), /Nobody gave the hour|Tern/)
})

test('deep entries say whom they answer', () => {
  const parent = aComment({ id: 4, label: '1.1.1', author: { id: 2, name: '<Aru>' } })
  const shown = String(entryHtml(aComment({ depth: 4 }), english, { parent }))
  assert.match(shown, /<a class="answers" href="\/c\/4\?language=en">answers <bdi>&lt;Aru&gt;<\/bdi>, 1\.1\.1<\/a>/)
})

test('the part that a person had in the article stands beside the name', () => {
  const shown = String(commentHtml(aComment(), { ...english, roles: new Map([[1, 'reviewer']]) }))
  assert.match(shown, /<span class="role">reviewer<\/span>/)
})

test('times are told in the zone, without the year where it goes without saying', () => {
  assert.match(
    String(commentHtml(aComment(), english)),
    /<time datetime="2026-10-14T07:57:00Z">14 Oct 2026, 09:57<\/time>/,
  )
  const near = { ...english, near: Date.UTC(2026, 0, 1) }
  assert.match(String(commentHtml(aComment(), near)), />14 Oct, 09:57</)
})

test('whatever goes into an entry, another of it is another entry, also where the first was kept', () => {
  const parent = aComment({ id: 4, label: '1.1.1', author: { id: 2, name: 'Aru' } })
  const before = { ...aComment({ depth: 4 }), html: '<p>Words</p><q-slot n="1"></q-slot>', quotations: [STANDING] }
  const said = (comment: typeof before, context = english, above = parent) =>
    String(entryHtml(comment, context, { parent: above }))
  const removed = { cause: 'moderators', ruleId: 30, at: 0 } as const
  const others = [
    said({ ...before, author: { id: 1, name: 'Gull' } }),
    said({ ...before, html: '<p>Other words</p>' }),
    said({ ...before, editedAt: 1 }),
    said({ ...before, reactions: { agreed: 1, disagreed: 0, wellArgued: 0 } }),
    said({ ...before, quotations: [{ ...STANDING, state: 'removed', words: null }] }),
    said({ ...before, quotedBy: { count: 1, first: [{ commentId: 9, label: '2', name: 'Gull' }] } }),
    said({ ...before, tombstone: removed }),
    said({ ...before, tombstone: removed }, { ...english, rules: [{ id: 30, number: 3, title: 'Another title' }] }),
    said(before, contextIn('de')),
    said(before, { ...english, zone: 'UTC' }),
    said(before, { ...english, near: Date.UTC(2026, 0, 1) }),
    said(before, { ...english, reactions: [] }),
    said(before, { ...english, acts: false }),
    said(before, { ...english, roles: new Map([[1, 'reviewer']]) }),
    said(before, english, { ...parent, author: { id: 2, name: 'Gull' } }),
    said(before, english, { ...parent, tombstone: removed }),
  ]
  const all = [said(before), ...others]
  assert.equal(new Set(all).size, all.length)
  assert.equal(said(before), all[0], 'the same is said again')
})

function plain(markup: string) {
  return markup
    .replace(/<a class="number"[^>]*>([^<]*)<\/a>/, '$1 ')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
