import { type Context, Hono } from 'hono'
import { formBefore } from '../addresses/form-before.ts'
import { paths } from '../addresses/paths.ts'
import { Trouble } from '../kit/trouble.ts'
import { routes as account, type GivenToAccount } from './account/routes.ts'
import { routes as accountSecurity, type GivenToAccountSecurity } from './account-security/routes.ts'
import { routes as appeals, type GivenToAppeals } from './appeals/routes.ts'
import { presentAddress } from './articles/index.ts'
import { routes as articles, type GivenToArticles } from './articles/routes.ts'
import { routes as attention } from './attention/routes.ts'
import { routes as cited, type GivenToCited } from './cited/routes.ts'
import { routes as comments, type GivenToComments } from './comments/routes.ts'
import { routes as corrections, type GivenToCorrections } from './corrections/routes.ts'
import { routes as desk, type GivenToDesk } from './desk/routes.ts'
import { routes as discussion, type GivenToDiscussion } from './discussion/routes.ts'
import { routes as drafts, type GivenToDrafts } from './drafts/routes.ts'
import { routes as feeds, type GivenToFeeds } from './feeds/routes.ts'
import { routes as files, type GivenToFiles } from './files/routes.ts'
import { type GivenToHealth, routes as health } from './health/routes.ts'
import { LED_ON, seeOther } from './http/answers.ts'
import { type Ask, askOf, type Env, type GivenToAll } from './http/ask.ts'
import { otherSpelling } from './http/other-spelling.ts'
import { pageBefore } from './http/page-before.ts'
import type { Opened, Route } from './http/route.ts'
import { createSameSite } from './http/same-site.ts'
import { securityHeaders } from './http/security.ts'
import { answerTo } from './http/troubles.ts'
import { routes as invitation } from './invitation/routes.ts'
import { type GivenToLive, routes as live } from './live/routes.ts'
import { routes as look } from './look/routes.ts'
import { routes as mutes } from './mutes/routes.ts'
import { type GivenToNotices, routes as notices } from './notices/routes.ts'
import { routes as people } from './people/routes.ts'
import { type GivenToProofOfWork, routes as proofOfWork } from './proof-of-work/routes.ts'
import { routes as proposals } from './proposals/routes.ts'
import { routes as publicLog } from './public-log/routes.ts'
import { routes as questions } from './questions/routes.ts'
import { type GivenToReports, routes as reports } from './reports/routes.ts'
import { type GivenToRules, routes as rules } from './rules/routes.ts'
import { type GivenToSearch, routes as search } from './search/routes.ts'
import { type GivenToSecurity, routes as security } from './security/routes.ts'
import { type GivenToSignIn, routes as signIn } from './sign-in/routes.ts'
import { type GivenToSitemaps, routes as sitemaps } from './sitemaps/routes.ts'
import { routes as statements } from './statements/routes.ts'
import { type GivenToStaticPages, routes as staticPages } from './static-pages/routes.ts'
import { type GivenToTransparency, routes as transparency } from './transparency/routes.ts'

/** What the nouns ask for, together. */
export type Given = GivenToAll &
  GivenToAccount &
  GivenToAccountSecurity &
  GivenToAppeals &
  GivenToArticles &
  GivenToCited &
  GivenToComments &
  GivenToCorrections &
  GivenToDesk &
  GivenToDiscussion &
  GivenToDrafts &
  GivenToFeeds &
  GivenToFiles &
  GivenToHealth &
  GivenToLive &
  GivenToNotices &
  GivenToProofOfWork &
  GivenToReports &
  GivenToRules &
  GivenToSearch &
  GivenToSecurity &
  GivenToSignIn &
  GivenToSitemaps &
  GivenToStaticPages &
  GivenToTransparency

/** The table of contents of the product. @NOTE the articles come last: whatever else stands under a language has its name before them. */
export const ROUTES: readonly Route<Given>[] = [
  ...files,
  ...health,
  ...live,
  ...account,
  ...accountSecurity,
  ...signIn,
  ...comments,
  ...reports,
  ...publicLog,
  ...statements,
  ...appeals,
  ...transparency,
  ...discussion,
  ...attention,
  ...look,
  ...notices,
  ...people,
  ...proofOfWork,
  ...questions,
  ...proposals,
  ...desk,
  ...drafts,
  ...invitation,
  ...mutes,
  ...corrections,
  ...cited,
  ...feeds,
  ...rules,
  ...search,
  ...security,
  ...staticPages,
  ...sitemaps,
  ...articles,
]

/** Routes each request to its resource, and answers what went wrong in one place. */
export function createApp(given: Given): Hono<Env> {
  const app = new Hono<Env>()
  const mustComeFromHere = createSameSite(given.origin, given.log.warn)
  const always = Object.entries(securityHeaders(given.origin))
  const respelled = otherSpelling(ROUTES)

  for (const path of sentOnly(ROUTES)) app.get(path, async (c) => backToForm(begun(c)))

  for (const { method, path, open, foreign } of ROUTES) {
    app.on(method, path, async (c) => {
      given.watch.at(c.env.incoming, path)
      const ask = begun(c)
      let opened: Opened<Given> | undefined
      try {
        if (method === 'POST' && !foreign) mustComeFromHere(ask)
        mustBeKept(ask)
        const opening = open()
        opened = opening instanceof Promise ? await opening : opening
        if (!foreign) ask.readForm(opened.takes.files !== undefined)
        if (!(await isSpoken(ask))) return await elsewhere(ask)
        return withCookies(await opened.answer(ask, given), ask)
      } catch (error) {
        const moved = await presentAddress(error, ask)
        return withCookies(moved ? seeOther(moved, {}, LED_ON) : await answerTo(error, ask, opened?.takes), ask)
      }
    })
  }

  app.all('*', (c) => elsewhere(begun(c)))

  /** @NOTE what every answer carries is said to the connection itself; the headers of a `Response` cost as much as routing. */
  function begun(c: Context<Env>): Ask {
    for (const [name, value] of always) c.env.outgoing.setHeader(name, value)
    const ask = askOf(given, c)
    c.env.outgoing.setHeader('x-request-id', ask.id)
    return ask
  }

  /** Where nothing stands, something may with a slash more or less at its end. */
  async function elsewhere(ask: Ask): Promise<Response> {
    try {
      const led = await respelled(ask, await given.frames.languages())
      if (led) return led
      throw new Trouble('missing', 'page.missing')
    } catch (error) {
      return withCookies(await answerTo(error, ask), ask)
    }
  }

  return app
}

/** The addresses to which forms are sent and where no page stands. */
function sentOnly(routes: readonly Route<Given>[]): string[] {
  const shown = new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path))
  return routes.map(({ path }) => path).filter((path) => !shown.has(path))
}

/** Whoever loads again what a form was sent to, as after signing in, finds the page that holds it. */
async function backToForm(ask: Ask): Promise<Response> {
  return seeOther(pageBefore(ask) ?? formBefore(ask.c.req.path) ?? paths.front(await ask.language()))
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
async function isSpoken(ask: Ask): Promise<boolean> {
  const named = ask.params.one('language')
  return named === undefined || named === (await ask.language())
}
