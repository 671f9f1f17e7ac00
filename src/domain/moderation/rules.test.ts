import assert from 'node:assert/strict'
import test from 'node:test'
import { STORES } from '../../../test/support/stores.ts'
import { languageFrom } from '../../kit/language.ts'
import { savePublication } from '../articles/index.ts'
import { rulesIn, saveRule } from './index.ts'

const en = languageFrom('en')!
const PUBLICATION = { defaultLanguage: en, zone: 'Europe/Berlin', telegram: null, mail: null, demoSince: null }

for (const { name, openStore } of STORES) {
  test(`a rule that is not said in a language is said in the publication's own, or in any (${name})`, async () => {
    await using open = await openStore()
    const { store } = open
    await store.write(async (tx) => {
      await savePublication(tx, { ...PUBLICATION, languages: [{ language: en, name: 'Tide', motto: '' }] }, 1)
      const said = (...tags: string[]) => tags.map((language) => ({ language, title: language, words: '' }))
      await saveRule(tx, 1, said('ar', 'de', 'en'))
      await saveRule(tx, 2, said('de', 'en'))
      await saveRule(tx, 3, said('de', 'ru'))
    })
    const titles = async (language: string) =>
      (await rulesIn(store, language)).map(({ title, language }) => title === language && title)
    assert.deepEqual(await titles('ar'), ['ar', 'en', 'de'])
    assert.deepEqual(await titles('de'), ['de', 'de', 'de'])
  })
}
