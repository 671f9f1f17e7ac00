import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { ROUTES } from '../../src/web/app.ts'

test('what every route takes can be told as a JSON Schema, so that a page can be made from the declarations', async () => {
  for (const { method, path, takes } of await allOpened())
    for (const shape of [takes.params, takes.query, takes.form]) {
      const { properties = {} } = z.toJSONSchema(z.object(shape ?? {}), { io: 'input' })
      for (const [name, field] of Object.entries(properties))
        assert.match(
          typeof field === 'object' ? String(field.type) : '',
          /^(string|array)$/,
          `${method} ${path}: ${name}`,
        )
    }
})

test('no field of a route is named by two parts of it', async () => {
  for (const { method, path, takes } of await allOpened()) {
    const names = [takes.params, takes.query, takes.form, takes.files].flatMap((shape = {}) => Object.keys(shape))
    assert.deepEqual([...new Set(names)], names, `${method} ${path}`)
  }
})

test('what only those with an account may send is never open to everybody', () => {
  const open = ROUTES.filter(({ method, who }) => method === 'POST' && who === 'visitor').map(({ path }) => path)
  assert.deepEqual(open.filter((path) => !/sign-(in|up|out)/.test(path)).sort(), FOR_EVERYBODY)
})

/** Colours, size and languages of one's own are for visitors, too: a cookie keeps them. Illegal content is told of by anybody, and an edition in one's language is asked for, and comments are read in it. */
const FOR_EVERYBODY = [
  '/:language/account/reading',
  '/:language/rules/illegal-content',
  '/a/:article/editions',
  '/a/:article/translations',
  '/c/:comment/translation',
]

/** Every route with what it takes; each names in its address what it takes there. */
function allOpened() {
  return Promise.all(ROUTES.map(async ({ method, path, open }) => ({ method, path, takes: (await open()).takes })))
}
