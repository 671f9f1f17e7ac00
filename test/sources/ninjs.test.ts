import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { saveOutlet, saveSources } from '../../src/domain/sources/index.ts'
import { languageFrom } from '../../src/kit/language.ts'
import { reading, sharedFile } from '../support/shared.ts'
import { openSite, publish } from '../support/site.ts'

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
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json', type: 'object' })
  const valid: (value: unknown) => boolean = ajv.compile(JSON.parse(readFileSync(sharedFile(SCHEMA)!, 'utf8')))
  const article = JSON.parse(await (await fetch(`${site.url}/en/ferry/ninjs.json`)).text())
  assert.equal(valid(article), true)
  assert.equal(article.infoSources[0].name, 'Взгляд')
  for (const { role, href } of article.trustIndicators) assert.ok(URL.canParse(role) && URL.canParse(href))
  assert.equal(valid({ ...article, infoSources: [{ title: 'no such field' }] }), false)
})
