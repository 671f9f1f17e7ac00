import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { DATABASES } from '../support/databases.ts'
import { openLine } from '../support/live-line.ts'
import { freePort } from '../support/process.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'

const docs = path.join(import.meta.dirname, '../../docs')
/** Of Node itself, in docs/watching.md as one. */
const OF_THE_PROCESS = /^(?:process|nodejs)_/

for (const { name, open } of DATABASES) {
  test(`on ${name}, the numbers stand at an address of their own, and are those that were`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    const metrics = { host: '127.0.0.1', port: await freePort() }
    const site = ending.use(await openSite(database.url, { metrics }))
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const ada = await visitor(site, 'Ada')
    await say(site, ada.person, articleId, 'A root')
    await site.found()
    for (let times = 0; times < 3; times++) await (await fetch(`${site.url}/en/ferry`)).text()
    await (await fetch(`${site.url}/en/none/at/all`)).text()
    const line = await openLine(`${site.url}/live?article=${articleId}&language=en`)
    site.parley.complaints.about('mail').wrong('The server refused.')

    const answer = await fetch(`http://127.0.0.1:${metrics.port}/metrics`)
    assert.match(answer.headers.get('content-type')!, /^text\/plain; version=0\.0\.4/)
    const text = await answer.text()
    const numbers = new Map(
      text
        .split('\n')
        .map((row) => row.match(/^(\S+?(?:\{.*\})?) (\S+)$/)?.slice(1) as [string, string])
        .filter(Boolean),
    )
    const of = (key: string) => Number(numbers.get(key))
    assert.equal(of('parley_http_requests_total{method="GET",route="/:language/:slug",status="200"}'), 1)
    assert.equal(of('parley_http_requests_total{method="GET",route="kept page",status="200"}'), 2)
    assert.equal(of('parley_http_requests_total{method="GET",route="none",status="404"}'), 1)
    assert.equal(of('parley_journal_entries_total{kind="comment.posted"}'), 1)
    assert.equal(of('parley_streams_open'), 1)
    assert.equal(of('parley_reader_lag_entries{reader="notices"}'), 0)
    assert.ok(of('parley_kept_pages_bytes') > 1_000)
    assert.ok(of('parley_disk_free_bytes') > 1_000_000)
    assert.ok(of('parley_trouble_seconds{about="mail"}') >= 0)
    assert.equal((await fetch(`http://127.0.0.1:${metrics.port}/en/ferry`)).status, 404)
    assert.equal((await fetch(`${site.url}/metrics`)).status, 404, 'readers cannot see them')
    await line[Symbol.asyncDispose]()

    const known = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, one]) => one!))
    const told = new Set([...page('watching.md').matchAll(/^\| `(parley_\w+)/gm)].map(([, one]) => one!))
    assert.deepEqual([...known].filter((one) => !OF_THE_PROCESS.test(one)).toSorted(), [...told].toSorted())
    for (const used of [...askedBy(page('grafana-dashboard.json')), ...askedBy(page('alerts.yml'))])
      assert.ok(known.has(used.replace(/_(?:bucket|sum|count)$/, '')), `${used} is asked for, and nobody gives it`)
  })
}

test('the alerts and the dashboard can be read', () => {
  const { groups } = parse(page('alerts.yml')) as { groups: { rules: Record<string, unknown>[] }[] }
  for (const { alert, expr, annotations } of groups.flatMap(({ rules }) => rules))
    assert.ok(alert && expr && annotations, String(alert))
  const { panels } = JSON.parse(page('grafana-dashboard.json')) as { panels: { id: number; title: string }[] }
  assert.equal(new Set(panels.map(({ id }) => id)).size, panels.length)
})

function askedBy(text: string): string[] {
  return [...text.matchAll(/\b(?:parley|process|nodejs)_\w+/g)].map(([name]) => name)
}

function page(name: string): string {
  return readFileSync(path.join(docs, name), 'utf8')
}
