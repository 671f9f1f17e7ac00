import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sentencesIn, spoken } from '../../kit/sentences.ts'
import { readingWords } from './reading-words.ts'

const wordsIn = (language: string) => JSON.parse(readingWords(language, sentencesIn(language)))

test('the script of a page gets every form that its language has, that of a million too', () => {
  for (const language of spoken) {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
    const forms: string[] = Object.keys(wordsIn(language).replies)
    assert.deepEqual(
      pluralCategories.filter((form) => form !== 'other' && !forms.includes(form)),
      [],
      language,
    )
  }
  assert.equal(wordsIn('fr').replies.many, '# de réponses')
})

test('where the page is in a language without words, the script counts in English, too', () => {
  assert.deepEqual([wordsIn('it').locale, wordsIn('es').locale], ['en', undefined])
})
