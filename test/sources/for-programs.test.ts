import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { paths } from '../../src/addresses/paths.ts'
import { POLICY_PAGES } from '../../src/domain/articles/index.ts'
import { saveStaticPages } from '../../src/domain/articles/publication/pages/static-pages.ts'
import { languageFrom } from '../../src/kit/language.ts'
import { editionsIn, openDemo, read } from './demo-site.ts'

const DOCS = path.resolve(import.meta.dirname, '../../docs')
const language = languageFrom('en')!

test('each edition of the demo is sourced to its last claim, as its JSON says in the shape that is documented', async () => {
  await using site = await openDemo()
  const mustBeValid = schemaOf('sources.schema.json')
  const all = await editionsIn(site)
  assert.deepEqual(all.map(({ language: tag }) => tag).sort(), ['de', 'de', 'en', 'en', 'en', 'ru'])
  for (const { language: tag, slug } of all) {
    const told = JSON.parse(await read(site, `/${tag}/${slug}.sources.json`))
    mustBeValid(told)
    assert.deepEqual([told.facts.unsourced, told.claims.length > 3], [0, true], slug)
    for (const { key, speaker } of told.quotes) assert.ok(speaker?.name, `${slug}: ${key}`)
    for (const { key, gist, hops } of told.claims) {
      assert.ok(gist && hops.length > 0, `${slug}: ${key}`)
      for (const { date, report } of hops) assert.ok(date ?? report?.publishedOn, `${slug}: ${key}`)
    }
  }
  assert.throws(() => mustBeValid({ facts: {} }))
})

test('an article names the pages on unnamed sources, corrections and verification, and leads to those who are cited', async () => {
  await using site = await openDemo()
  const { store, tail, clock } = site.parley
  const pages = Object.keys(POLICY_PAGES).map((slug) => {
    return { slug, place: 'foot' as const, words: [{ language, title: slug, words: 'What we do.' }] }
  })
  await tail.until((await store.write((tx) => saveStaticPages(tx, pages, clock()))).seq)
  const text = await read(site, '/en/the-small-ferry-and-the-large-number')
  const { publisher } = JSON.parse(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(text)![1]!)
  for (const [slug, property] of Object.entries(POLICY_PAGES)) {
    assert.equal(publisher[property], `${site.url}${paths.page('en', slug)}`)
    assert.match(await read(site, publisher[property]), /What we do\./)
  }
  const actors = new Set([...text.matchAll(/class="actor" href="([^"]*)"/g)].map(([, address]) => address!))
  assert.ok(actors.size > 5)
  for (const address of actors) assert.match(await read(site, address), /<h1><bdi>/)
})

function schemaOf(file: string) {
  const ajv = new Ajv2020({ validateFormats: false, allErrors: true })
  const valid = ajv.compile(JSON.parse(readFileSync(path.join(DOCS, file), 'utf8')))
  return (value: unknown) => {
    assert.ok(valid(value), JSON.stringify(valid.errors, null, 1))
  }
}
