import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, CDPSession, Page } from 'playwright-core'

/** What came of a document made of pieces. */
export interface Seen {
  /** Scripts of the document's own, as soon as the engine compiles one, and the dialogs and windows that it opens. */
  ran: string[]
  /** Addresses that the document asked for. */
  asked: string[]
  /** The pieces that stood in it for themselves, not swallowed by one before. */
  reached: Set<number>
}

export interface ScriptWatch {
  /** Shows pieces of HTML in one document, touches every element in it, and tells what came of that. */
  show(pieces: readonly string[]): Promise<Seen>
  close(): Promise<void>
}

/** Opens a page that shows documents of hostile pieces, each sent with these headers, and watches them for scripts. */
export async function watchScripts(browser: Browser, headers: Record<string, string> = {}): Promise<ScriptWatch> {
  const site = await serve(headers)
  const page = await (await browser.newContext()).newPage()
  const session = await page.context().newCDPSession(page)
  const heard = await listen(page, session, site.address)
  const show = async (pieces: readonly string[]) => {
    site.document = documentOf(pieces)
    heard.scripts.clear()
    heard.ran = []
    heard.asked = []
    const reached = await visit(page, site.address)
    await session.send('Runtime.evaluate', { expression: '0' })
    return reached
  }
  const ours = await scriptsOfAnEmptyDocument(show, heard)
  return {
    async show(pieces) {
      const reached = new Set(await show(pieces))
      const foreign = [...heard.scripts].filter(([hash]) => !ours.has(hash)).map(([, where]) => `script in ${where}`)
      return { ran: [...heard.ran, ...foreign], asked: heard.asked, reached }
    },
    async close() {
      await page.context().close()
      site.close()
    },
  }
}

/** The scripts that the test and its driver put into every document, by hash: all others are the document's own. */
async function scriptsOfAnEmptyDocument(
  show: (pieces: string[]) => Promise<unknown>,
  heard: Heard,
): Promise<Set<string>> {
  await show([])
  await show([''])
  return new Set(heard.scripts.keys())
}

interface Heard {
  scripts: Map<string, string>
  ran: string[]
  asked: string[]
}

/** A document that leads itself away, as a refresh does, reaches none of its pieces. */
async function visit(page: Page, address: string): Promise<number[]> {
  try {
    await page.goto(address, { timeout: 10_000 })
    return await page.evaluate(touchEverything)
  } catch {
    return []
  }
}

/** What the browser itself shows, by scripts of its own, in a frame that the policy blocks. */
const ERROR_PAGE = 'chrome-error://'

async function listen(page: Page, session: CDPSession, address: string): Promise<Heard> {
  const heard: Heard = { scripts: new Map(), ran: [], asked: [] }
  session.on('Debugger.scriptParsed', ({ hash, url, embedderName }) => {
    const where = url || embedderName || 'an address'
    if (!where.startsWith(ERROR_PAGE)) heard.scripts.set(hash, where)
  })
  await session.send('Debugger.enable')
  page.on('dialog', (dialog) => {
    heard.ran.push(`${dialog.type()}: ${dialog.message()}`)
    dialog.dismiss().catch(() => undefined)
  })
  page.on('popup', (opened) => {
    heard.ran.push(`window: ${opened.url()}`)
    opened.close().catch(() => undefined)
  })
  page.on('request', (request) => {
    if (request.url() !== address) heard.asked.push(request.url())
  })
  const elsewhere = (url: URL) => url.href !== address
  await page.context().route(elsewhere, (route) => route.abort('aborted'))
  return heard
}

function documentOf(pieces: readonly string[]): string {
  const marked = pieces.map((piece, index) => `<i data-mark="${index}"></i>${piece}`)
  return `<!doctype html><html lang="en"><title>Pieces</title><body>\n${marked.join('\n')}\n</body></html>`
}

/** Runs in the page: points at, focuses and clicks every element that has attributes, follows no link to the web, and tells which marks it met. */
async function touchEverything(): Promise<number[]> {
  const all = (selector: string) => [...Document.prototype.querySelectorAll.call(document, selector)]
  const reached = all('i[data-mark]').map((mark) => Number(mark.getAttribute('data-mark')))
  const stay = (event: Event) => {
    const link = event.target instanceof Element && event.target.closest('a')
    if (link instanceof HTMLAnchorElement && /^(https?|mailto):$/.test(link.protocol)) event.preventDefault()
  }
  EventTarget.prototype.addEventListener.call(document, 'click', stay)
  for (const element of all('body *').filter((each) => each.hasAttributes())) {
    for (const type of [
      'pointerover',
      'mouseover',
      'mouseenter',
      'mousemove',
      'focus',
      'focusin',
      'keydown',
      'click',
    ]) {
      element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }))
    }
  }
  await new Promise((settled) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(settled))))
  return reached
}

async function serve(headers: Record<string, string>) {
  const site = { document: '', address: '', close: () => server.close().closeAllConnections() }
  const server = createServer((request, response) => {
    if (request.url !== '/') return response.writeHead(204).end()
    return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(site.document)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  site.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return site
}
