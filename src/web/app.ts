import { type Context, Hono } from 'hono'
import { Trouble } from '../kit/trouble.ts'
import * as account from './account.ts'
import * as article from './article.ts'
import { type Ask, askOf, type Env, type Handler } from './ask.ts'
import * as comments from './comments.ts'
import * as devices from './devices.ts'
import * as edits from './edits.ts'
import * as feeds from './feeds.ts'
import * as files from './files.ts'
import * as firstAdministrator from './first-administrator.ts'
import * as follows from './follows.ts'
import * as front from './front.ts'
import * as history from './history.ts'
import * as live from './live.ts'
import * as manifest from './manifest.ts'
import * as map from './map.ts'
import * as me from './me.ts'
import * as mutes from './mutes.ts'
import * as noticeWishes from './notice-wishes.ts'
import * as notices from './notices.ts'
import * as ownData from './own-data.ts'
import * as people from './people.ts'
import * as permalink from './permalink.ts'
import * as quotations from './quotations.ts'
import * as reactions from './reactions.ts'
import * as readings from './readings.ts'
import * as removals from './removals.ts'
import * as rules from './rules.ts'
import * as search from './search.ts'
import * as section from './section.ts'
import { refuseForeign, securityHeaders } from './security.ts'
import * as signIn from './sign-in.ts'
import * as signOut from './sign-out.ts'
import * as signUp from './sign-up.ts'
import { answerTo } from './troubles.ts'
import * as unsubscribing from './unsubscribing.ts'
import type { Web } from './web.ts'

export interface Route {
  method: 'GET' | 'POST'
  path: string
  handler: Handler
  /** Whether it may be sent from elsewhere: its address alone says what it does and who may. */
  foreign?: boolean
}

/** The table of contents of the product. */
export const ROUTES: readonly Route[] = [
  route('GET', '/', front.choose),
  route('GET', '/assets/:file', files.asset),
  route('GET', '/media/:file', files.media),
  route('GET', '/service-worker.js', files.serviceWorker),
  route('GET', '/live', live.show),
  route('GET', '/live/changes', live.changes),

  route('GET', '/me', me.show),
  route('POST', '/me/readings', readings.create),
  route('POST', '/me/devices', devices.create),
  route('GET', '/me/data', ownData.show),
  route('POST', '/sign-out', signOut.here),
  route('POST', '/sign-out/everywhere', signOut.everywhere),
  route('GET', '/first-administrator', firstAdministrator.form),
  route('POST', '/first-administrator', firstAdministrator.create),

  route('GET', '/c/:comment', permalink.show),
  route('GET', '/c/:comment/reply', comments.newReply),
  route('POST', '/c/:comment/replies', comments.createReply),
  route('GET', '/c/:comment/edit', edits.form),
  route('POST', '/c/:comment/edit', edits.create),
  route('GET', '/c/:comment/removal', removals.form),
  route('POST', '/c/:comment/removal', removals.create),
  route('GET', '/c/:comment/restoration', removals.restorationOf),
  route('POST', '/c/:comment/restoration', removals.restore),
  route('GET', '/c/:comment/reactions', reactions.show),
  route('POST', '/c/:comment/reactions', reactions.create),
  route('GET', '/c/:comment/quotations', quotations.show),
  route('GET', '/c/:comment/history', history.show),
  route('POST', '/a/:article/comments', comments.createRoot),

  route('GET', '/a/:article/map', map.show),
  route('GET', '/a/:article/map/personal', map.personal),
  route('GET', '/a/:article/follow', follows.ofArticle),
  route('POST', '/a/:article/follow', follows.createOfArticle),
  route('GET', '/c/:comment/follow', follows.ofBranch),
  route('POST', '/c/:comment/follow', follows.createOfBranch),
  route('GET', '/follows', follows.show),
  route('GET', '/notices', notices.show),
  route('POST', '/notices/reading', notices.read),
  route('GET', '/unsubscribe/:token', unsubscribing.form),
  { ...route('POST', '/unsubscribe/:token', unsubscribing.create), foreign: true },
  route('GET', '/people', people.begun),
  route('GET', '/muted', mutes.show),
  route('POST', '/people/:person/mute', mutes.create),
  route('GET', '/people/:person', people.show),
  route('GET', '/people/:person/feed.atom', people.feed),

  route('GET', '/:language/', front.show),
  route('GET', '/:language/feed.atom', feeds.ofLanguage),
  route('GET', '/:language/manifest.webmanifest', manifest.show),
  route('GET', '/:language/rules', rules.show),
  route('GET', '/:language/search', search.show),
  route('GET', '/:language/sign-in', signIn.form),
  route('POST', '/:language/sign-in', signIn.byPassword),
  route('POST', '/:language/sign-in/letter', signIn.byLetter),
  route('GET', '/:language/sign-in/sent', signIn.sent),
  route('POST', '/:language/sign-in/code', signIn.byCode),
  route('GET', '/:language/sign-in/link', signIn.link),
  route('POST', '/:language/sign-in/link', signIn.byLink),
  route('GET', '/:language/sign-up', signUp.form),
  route('POST', '/:language/sign-up', signUp.create),
  route('GET', '/:language/account', account.show),
  route('POST', '/:language/account/name', account.name),
  route('POST', '/:language/account/password', account.password),
  route('POST', '/:language/account/profile', account.profile),
  route('POST', '/:language/account/notices', noticeWishes.create),
  route('GET', '/:language/section/:section', section.show),
  route('GET', '/:language/section/:section/feed.atom', feeds.ofSection),
  route('GET', '/:language/:slug', article.show),
  route('GET', '/:language/:slug/feed.atom', feeds.ofDiscussion),
  route('GET', '/:language/:slug/comment', comments.newRoot),
]

function route(method: Route['method'], path: string, handler: Handler): Route {
  return { method, path, handler }
}

/** Routes each request to its resource, and answers what went wrong in one place. */
export function createApp(web: Web): Hono<Env> {
  const app = new Hono<Env>()
  const always = Object.entries(securityHeaders(web.origin))

  for (const { method, path, handler, foreign } of ROUTES) {
    app.on(method, path, async (c) => {
      const ask = begun(c)
      try {
        if (method === 'POST' && !foreign) refuseForeign(ask, web.origin)
        mustBeKept(ask)
        if (!foreign) await ask.readForm()
        await mustBeSpoken(ask)
        return withCookies(await handler(ask), ask)
      } catch (error) {
        return withCookies(await answerTo(error, ask), ask)
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
