import { type Context, Hono } from 'hono'
import { Trouble } from '../kit/trouble.ts'
import { routes as account } from './account/routes.ts'
import { presentAddress } from './articles/index.ts'
import { routes as articles } from './articles/routes.ts'
import { routes as comments } from './comments/routes.ts'
import { routes as discussion } from './discussion/routes.ts'
import { routes as feeds } from './feeds/routes.ts'
import { routes as files } from './files/routes.ts'
import { routes as follows } from './follows/routes.ts'
import { seeOther } from './http/answers.ts'
import { type Ask, askOf, type Env } from './http/ask.ts'
import type { Route } from './http/route.ts'
import { createSameSite } from './http/same-site.ts'
import { securityHeaders } from './http/security.ts'
import { answerTo } from './http/troubles.ts'
import { routes as live } from './live/routes.ts'
import { routes as mutes } from './mutes/routes.ts'
import { routes as notices } from './notices/routes.ts'
import { routes as people } from './people/routes.ts'
import { routes as rules } from './rules/routes.ts'
import { routes as search } from './search/routes.ts'
import { routes as signIn } from './sign-in/routes.ts'
import type { Web } from './web.ts'

/** The table of contents of the product. @NOTE the articles come last: whatever else stands under a language has its name before them. */
export const ROUTES: readonly Route[] = [
  ...files,
  ...live,
  ...account,
  ...signIn,
  ...comments,
  ...discussion,
  ...follows,
  ...notices,
  ...people,
  ...mutes,
  ...feeds,
  ...rules,
  ...search,
  ...articles,
]

const MOVED_FOR_GOOD = 308

/** Routes each request to its resource, and answers what went wrong in one place. */
export function createApp(web: Web): Hono<Env> {
  const app = new Hono<Env>()
  const mustComeFromHere = createSameSite(web.origin)
  const always = Object.entries(securityHeaders(web.origin))

  for (const { method, path, handler, foreign } of ROUTES) {
    app.on(method, path, async (c) => {
      const ask = begun(c)
      try {
        if (method === 'POST' && !foreign) mustComeFromHere(ask)
        mustBeKept(ask)
        if (!foreign) await ask.readForm()
        await mustBeSpoken(ask)
        return withCookies(await handler(ask), ask)
      } catch (error) {
        const moved = await presentAddress(error, ask)
        return withCookies(moved ? seeOther(moved, {}, MOVED_FOR_GOOD) : await answerTo(error, ask), ask)
      }
    })
  }

  app.all('*', async (c) => {
    const ask = begun(c)
    return withCookies(await answerTo(new Trouble('missing', 'page.missing'), ask), ask)
  })

  /** @NOTE what every answer carries is said to the connection itself; the headers of a `Response` cost as much as routing. */
  function begun(c: Context<Env>): Ask {
    for (const [name, value] of always) c.env.outgoing.setHeader(name, value)
    return askOf(web, c)
  }

  return app
}

/** Nothing stands at an address with U+0000: no database keeps it. */
function mustBeKept({ c }: Ask) {
  if (c.req.path.includes('\0')) throw new Trouble('missing', 'page.missing')
}

function withCookies(answer: Response, { c, cookies }: Ask): Response {
  if (cookies.length > 0 && !c.env.outgoing.headersSent) c.env.outgoing.setHeader('set-cookie', cookies)
  return answer
}

/** A page in a language in which nothing is published is missing. */
async function mustBeSpoken(ask: Ask) {
  const named = ask.param('language')
  if (named && named !== (await ask.language())) throw new Trouble('missing', 'page.missing')
}
