import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languagesSpokenFor } from './language-guess.ts'

const SAID: Readonly<Record<string, string>> = {
  de: 'die fähre geht nicht mehr und wir warten',
  en: 'the ferry does not leave and we are waiting',
  es: 'el barco no sale y los pasajeros esperan en el puerto',
  fr: 'le bateau ne part pas et nous sommes dans le port',
  it: 'il traghetto non parte e i passeggeri sono nel porto',
  nl: 'de boot vaart niet en wij wachten op het schip',
  pt: 'o barco não parte e os passageiros estão no porto',
  sv: 'färjan går inte och vi väntar på den',
}

for (const [language, words] of Object.entries(SAID))
  test(`small words speak for ${language}`, () => assert.deepEqual(languagesSpokenFor(words.split(' ')), [language]))

test('where nothing speaks there is no language, and where two are level there are two', () => {
  assert.deepEqual(languagesSpokenFor(['ferry', '42']), [])
  assert.deepEqual(languagesSpokenFor([]), [])
  assert.deepEqual(languagesSpokenFor(['die', 'not']), ['de', 'en', 'nl'])
})
