import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ROLES, type Role } from '../../src/domain/people/index.ts'
import { DATABASES } from '../support/databases.ts'
import { broken, fill, requestTo, SIGNING_OUT_LAST, together } from '../support/every-route.ts'
import { visitor } from '../support/site.ts'

const AT_ONCE = 12
const ASKERS: readonly (Role | 'stranger' | 'reader')[] = ['stranger', 'reader', ...ROLES]

for (const { name, open } of DATABASES) {
  describe(`on ${name}`, () => {
    for (const who of ASKERS) {
      test(`every route answers ${AT_ONCE} at once to a ${who}, whoever holds a connection`, async () => {
        await using filled = await fill(open)
        const role = ROLES.find((known) => known === who)
        const { cookies } = who === 'stranger' ? { cookies: '' } : await visitor(filled.site, 'Asker', role)
        for (const route of SIGNING_OUT_LAST) {
          const [before, ask] = [await requestTo(route, filled), await requestTo(route, filled)]
          const all = await together(AT_ONCE, await before(cookies), () => ask(cookies))
          assert.deepEqual(broken(all), [], `${route.method} ${route.path}`)
        }
      })
    }
  })
}
