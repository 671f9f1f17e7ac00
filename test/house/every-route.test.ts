import { describe, test } from 'node:test'
import { ROLES, type Role } from '../../src/domain/people/index.ts'
import { DATABASES } from '../support/databases.ts'
import { fill, quickly, requestTo, SIGNING_OUT_LAST, together } from '../support/every-route.ts'
import { visitor } from '../support/site.ts'

const AT_ONCE = 12
const LONGEST_MS = 1_000
const ASKERS: readonly (Role | 'stranger' | 'reader')[] = ['stranger', 'reader', ...ROLES]

for (const { name, open } of DATABASES) {
  describe(`on ${name}`, () => {
    for (const who of ASKERS) {
      test(`every route answers ${AT_ONCE} at once to a ${who}, whoever holds a connection`, async () => {
        await using filled = await fill(open)
        const role = ROLES.find((known) => known === who)
        const { cookies } = who === 'stranger' ? { cookies: '' } : await visitor(filled.site, 'Asker', role)
        for (const route of SIGNING_OUT_LAST) {
          await quickly(route, LONGEST_MS, async () => {
            const [alone, ask] = [await requestTo(route, filled), await requestTo(route, filled)]
            return together(AT_ONCE, await alone(cookies), () => ask(cookies))
          })
        }
      })
    }
  })
}
