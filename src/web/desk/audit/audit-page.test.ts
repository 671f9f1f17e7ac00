import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anEditionPage } from '../../../../test/support/samples.ts'
import type { AuditEntry, AuditState } from '../../../domain/audit/index.ts'
import { sentencesIn } from '../../../kit/sentences.ts'
import { auditPage } from './audit-page.ts'

test('a change names what is gone and what is new, each in its own direction, and not what stayed', () => {
  const said = told({ names: ['en: Tide', 'ru: Час'] }, { names: ['en: Tide', 'ru: Прилив', 'ar: المد'] })
  assert.match(
    said,
    /: <del><bdi>ru: Час<\/bdi><\/del> → <ins><bdi>ru: Прилив<\/bdi>, <bdi>ar: المد<\/bdi><\/ins><\/p>/,
  )
  assert.match(told({ tags: ['a', 'b'] }, { tags: ['a'] }), /: <del><bdi>b<\/bdi><\/del><\/p>/)
  assert.match(told({ tags: [] }, { tags: ['a'] }), /: <ins><bdi>a<\/bdi><\/ins><\/p>/)
  assert.match(told({ tags: ['a'] }, { tags: ['a'] }), /: <bdi>a<\/bdi><\/p>/)
})

test('an order that changed is shown whole, and so is to what a role is limited', () => {
  const order = told({ sections: ['a', 'b'] }, { sections: ['b', 'a'] })
  assert.match(order, /<del><bdi>a<\/bdi>, <bdi>b<\/bdi><\/del> → <ins><bdi>b<\/bdi>, <bdi>a<\/bdi><\/ins>/)
  const limits = told({ role: 'editor', languages: ['en', 'ru'] }, { role: 'editor', languages: [] })
  assert.match(limits, /<del><bdi>English<\/bdi>, <bdi>Russian<\/bdi><\/del> → <ins>all<\/ins>/)
})

function told(before: AuditState, after: AuditState): string {
  const entry = { id: 1, at: 0, act: 'publication-shaped', byId: null, aboutId: null, before, after } as AuditEntry
  const { publication } = anEditionPage()
  const frame = {
    language: 'en',
    publication,
    sections: [],
    origin: 'https://tide.example',
    asset: (name: string) => name,
  }
  const shown = { entries: [entry], names: new Map(), older: null, acts: [], act: null, only: null }
  return String(auditPage(frame, shown, sentencesIn('en')))
}
