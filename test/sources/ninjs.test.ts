import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { saveOutlet, saveSources } from '../../src/domain/sources/index.ts'
import { languageFrom } from '../../src/kit/language.ts'
import { reading, sharedFile } from '../support/shared.ts'
import { openSite, publish } from '../support/site.ts'
import { editionsIn, openDemo, read } from './demo-site.ts'

const SCHEMA = 'corpora/ninjs/ninjs-schema_3.1.json'
const language = languageFrom('ru')!

test('an article in ninjs is valid by the schema, and names its sources', reading(SCHEMA), async () => {
  await using site = await openSite()
  const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  await site.parley.store.write(async (tx) => {
    const { id: outletId } = await saveOutlet(tx, { key: 'vz', url: null, names: { [language]: 'Взгляд' } }, 1)
    const url = 'https://vz.example/пор т'
    await saveSources(tx, articleId, [{ outletId, url, title: 'Порт', language, publishedOn: null }], 1)
  })
  const valid = ninjsSchema()
  const article = JSON.parse(await (await fetch(`${site.url}/en/ferry/ninjs.json`)).text())
  assert.equal(valid(article), true)
  assert.equal(article.infoSources[0].name, 'Взгляд')
  for (const { role, href } of article.trustIndicators) assert.ok(URL.canParse(role) && URL.canParse(href))
  assert.equal(valid({ ...article, infoSources: [{ title: 'no such field' }] }), false)
})

test(
  'in ninjs a review of the demo names whoever stands at a step, is quoted or published what it cites, and the unnamed by what they are called',
  reading(SCHEMA),
  async () => {
    await using site = await openDemo()
    const valid = ninjsSchema()
    const literals: string[] = []
    for (const { language: tag, slug } of await editionsIn(site)) {
      const article = JSON.parse(await read(site, `/${tag}/${slug}/ninjs.json`))
      assert.equal(valid(article), true, slug)
      const told = JSON.parse(await read(site, `/${tag}/${slug}.sources.json`))
      const named = new Set(article.infoSources.map(({ name, role }: InfoSource) => `${role} ${name}`))
      const [hops, quotes] = [told.claims.flatMap((claim: { hops: unknown[] }) => claim.hops), told.quotes]
      for (const { actor, relation } of hops) if (actor) assert.ok(named.has(`${relation} ${actor.name}`), actor.name)
      for (const { speaker } of quotes) assert.ok(named.has(`quoted ${speaker.name}`), speaker.name)
      for (const { report } of [...hops, ...quotes]) {
        if (!report) continue
        assert.ok(named.has(`published ${report.outlet.name}`), report.title)
        assert.ok(
          article.associations.some(({ uri }: { uri: string }) => uri === report.url),
          report.url,
        )
      }
      literals.push(...article.infoSources.flatMap(({ name, literal }: InfoSource) => (name ? [] : [literal])))
      assert.equal(
        new Set(article.infoSources.map((one: unknown) => JSON.stringify(one))).size,
        article.infoSources.length,
      )
    }
    assert.ok(literals.length > 0 && literals.every(Boolean))
  },
)

type InfoSource = { name?: string; role: string; literal: string }

function ninjsSchema(): (value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json', type: 'object' })
  return ajv.compile(JSON.parse(readFileSync(sharedFile(SCHEMA)!, 'utf8')))
}
