import { paths } from '../../addresses/paths.ts'
import type { AfterSignIn } from '../../domain/people/index.ts'
import { seeOther } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { clearBrowserCookie } from '../http/browser-cookie.ts'

/** Signs the browser in and leads on; one without a name is led to choose it first. */
export async function welcome(ask: Ask, { person, wished, next, cookies }: AfterSignIn): Promise<Response> {
  clearBrowserCookie(ask)
  ask.cookies.push(...cookies)
  const language = await ask.language()
  if (person) return seeOther(next ?? paths.front(language))
  const carried = new URLSearchParams({ ...(wished !== null && { name: wished }), ...(next !== null && { next }) })
  return seeOther(`${paths.account(language)}?${carried}`)
}
