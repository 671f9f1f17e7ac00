import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sentencesIn, spoken } from '../../../../kit/sentences.ts'
import { RULES } from '../rules/rules-in-order.ts'
import { ADMISSION_SETTINGS } from './setting.ts'

test('every setting and every rule that holds is told in each language', () => {
  for (const language of spoken) {
    const say = sentencesIn(language)
    for (const name of Object.keys(ADMISSION_SETTINGS))
      for (const about of ['admission-setting', 'audit-field']) assert.ok(say(`${about}.${name}`), name)
    for (const name of RULES.map((rule) => rule.name).filter((name) => !REFUSING.includes(name)))
      for (const told of ['hold', 'hold-reason']) assert.ok(say(`${told}.${name}`), name)
  }
})

/** They hold nothing. */
const REFUSING = ['read-only', 'age-of-article', 'slow-mode', 'banned-phrases']
