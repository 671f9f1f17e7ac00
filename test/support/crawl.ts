import type { Browser, Page } from './front-door.ts'

const MOST_PAGES = 300

/** Every page to which links lead from these and from the front, feeds and forms among them. */
export async function crawl(reader: Browser, from: readonly string[] = []): Promise<Page[]> {
  const pages: Page[] = []
  const waiting = ['/en/', '/ru/', '/en/feed.atom', '/ru/feed.atom', '/', ...from]
  const known = new Set(waiting)
  while (waiting.length > 0 && pages.length < MOST_PAGES) {
    const page = await reader.get(waiting.shift()!)
    pages.push(page)
    for (const path of [...linksIn(page), page.location]) {
      const plain = path.split('#')[0]!
      if (!plain.startsWith('/') || known.has(plain) || plain.startsWith('/assets/')) continue
      known.add(plain)
      waiting.push(plain)
    }
  }
  return pages
}

function linksIn({ text }: Page): string[] {
  return [...text.matchAll(/(?:href|src|action)="(\/[^"]*)"/g)].map(([, path]) => path!.replaceAll('&amp;', '&'))
}
