import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ruleHtml } from './rules-page.ts'

test('a rule says in which language it is, and runs its way whatever page it stands on', () => {
  const rule = { number: 1, title: 'Argue with the words', html: '<p>You may be sharp.</p>' }
  assert.match(String(ruleHtml({ ...rule, language: 'en' })), /^<li id="rule-1" lang="en" dir="ltr"><h2>/)
  assert.match(String(ruleHtml({ ...rule, language: 'ar' })), /^<li id="rule-1" lang="ar" dir="rtl"><h2>/)
})
