import { CANARY } from './canary.ts'
import { filesInZip } from './zip-files.ts'

/** A browser without script: keeps cookies, follows nothing, and carries the canary in every part that can. */
export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<Page>
  /** Sends a form as the page that holds it would. */
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Page>
  /** Fills in and sends the first form of a page. */
  send(page: Page, fields: Record<string, string>): Promise<Page>
}

export interface Page {
  status: number
  path: string
  headers: Headers
  text: string
  /** What is in an archive, by name; its text is all of that. */
  files?: Map<string, string>
  /** Where it leads, for an answer that leads on. */
  location: string
}

export function browserAt(origin: string, cookies = ''): Browser {
  const jar = new Map(
    cookies
      .split('; ')
      .filter(Boolean)
      .map((pair) => pair.split(/=(.*)/s).slice(0, 2) as [string, string]),
  )

  async function ask(path: string, init: RequestInit): Promise<Page> {
    const url = new URL(path, origin)
    url.searchParams.set('canary', CANARY)
    const headers = new Headers(init.headers)
    headers.set('cookie', [...jar, ['canary', CANARY]].map(([name, value]) => `${name}=${value}`).join('; '))
    headers.set('x-canary', CANARY)
    headers.set('user-agent', `Tests/1 ${CANARY}`)
    const answer = await fetch(url, { redirect: 'manual', ...init, headers })
    for (const line of answer.headers.getSetCookie()) keep(line)
    const location = answer.headers.get('location') ?? ''
    return { status: answer.status, path, headers: answer.headers, location, ...(await readable(answer)) }
  }

  function keep(line: string) {
    const [name, value] = line.split(';')[0]!.split(/=(.*)/s)
    if (value) jar.set(name!, value)
    else jar.delete(name!)
  }

  function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
    const body = new URLSearchParams({ ...fields, canary: CANARY })
    return ask(path, { method: 'POST', body, headers: { origin, 'sec-fetch-site': 'same-origin', ...headers } })
  }

  return {
    get: (path, headers = {}) => ask(path, { headers }),
    post,
    send(page, fields) {
      const form = formIn(page)
      return post(form.action, { ...form.fields, ...fields })
    },
  }
}

async function readable(answer: Response): Promise<Pick<Page, 'text' | 'files'>> {
  if (answer.headers.get('content-type') !== 'application/zip') return { text: await answer.text() }
  const files = await filesInZip(await answer.bytes())
  return { text: [...files.values()].join('\n'), files }
}

/** The first form of a page: where it goes and what it carries unseen or already filled in. */
export function formIn({ text }: Page): { action: string; fields: Record<string, string> } {
  const form = /<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/.exec(text)
  if (!form) throw new Error('there is no form on this page')
  const inputs = [...form[2]!.matchAll(/<input[^>]*type="hidden"[^>]*name="([^"]*)"[^>]*value="([^"]*)"/g)]
  const areas = [...form[2]!.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>\n?([\s\S]*?)<\/textarea>/g)]
  const fields = [...inputs, ...areas].map(([, name, value]) => [name!, unescaped(value!)])
  return { action: unescaped(form[1]!), fields: Object.fromEntries(fields) }
}

/** Undoes what the page escaped, as a browser would. */
export function unescaped(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => named[name]!)
}
