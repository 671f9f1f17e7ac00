import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DAY_MS } from '../../../../kit/clock.ts'
import { admissionIn } from '../settings/settings.ts'
import { ageOfArticle } from './age-of-article.ts'
import type { Submission, Surroundings } from './rule.ts'

const PUBLISHED = 1_790_000_000_000

function judged(days: number, { after, editOf }: { after: number; editOf?: number }) {
  const settings = admissionIn(new Map([[null, { closesAfterDays: days }]]), null)
  const around = { settings, article: { sectionId: null, publishedAt: PUBLISHED } } as Surroundings
  return ageOfArticle.judge({ at: PUBLISHED + after * DAY_MS, editOf } as Submission, around)
}

test('an old article takes no new comments, and says after how many days', () => {
  assert.throws(() => judged(14, { after: 15 }), { key: 'admission.too-old', args: { days: 14 } })
  assert.equal(judged(14, { after: 13 }), undefined)
})

test('what stands under it can still be edited, and without a number it never closes', () => {
  assert.equal(judged(14, { after: 15, editOf: 1 }), undefined)
  assert.equal(judged(0, { after: 4_000 }), undefined)
})
