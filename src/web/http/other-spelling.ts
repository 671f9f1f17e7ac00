import { LED_ON, seeOther } from './answers.ts'
import type { Ask } from './ask.ts'
import { ownPath } from './own-path.ts'
import type { Route } from './route.ts'

/** Leads from an address with a slash too many or too few at its end to the page that stands there otherwise; undefined where none does. */
export function otherSpelling(routes: readonly Pick<Route, 'method' | 'path'>[]) {
  const pages = routes.filter(({ method }) => method === 'GET').map(({ path }) => patternOf(path))

  return ({ c }: Ask, languages: readonly string[]): Response | undefined => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return
    const { pathname, search } = new URL(c.req.url)
    const other = pathname.endsWith('/') ? pathname.slice(0, -1) : `${pathname}/`
    const found = pages.map((page) => page.exec(other)).find((match) => match && isSpoken(match, languages))
    const path = found && ownPath(other)
    return path ? seeOther(path + search, {}, LED_ON) : undefined
  }
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`)
}

function isSpoken({ groups }: RegExpExecArray, languages: readonly string[]): boolean {
  const language = groups?.language
  return language === undefined || languages.includes(language)
}
