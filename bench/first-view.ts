import { brotliDecompressSync } from 'node:zlib'
import { capture } from './limits.ts'
import { atMost, type Figure, type Run, round } from './question.ts'
import { serve } from './server.ts'

const LARGEST_KB = 45
const LARGEST_SCRIPT_KB = 14

/** What does a browser load before it shows an article with a discussion, fonts and pictures apart? */
export async function firstView(run: Run): Promise<Figure[]> {
  const server = await serve(await run.stock.fresh())
  const [article] = run.stock.natural
  const page = await capture(server.port, article.path)
  const text = brotliDecompressSync(page.body).toString()
  const styles = await sizeOf(server.port, text, /<link rel="stylesheet" href="([^"]+)"/g)
  const script = await sizeOf(
    server.port,
    text,
    /<(?:script type="module" src|link rel="modulepreload" href)="([^"]+)"/g,
  )
  await server.stop()
  const html = page.body.length / 1_000
  const beside = `HTML ${round(html)}, CSS ${round(styles)}, script ${round(script)} kB, all by brotli`
  return [
    atMost(
      `first view of an article with ${round(article.comments)} comments`,
      html + styles + script,
      'kB',
      LARGEST_KB,
      beside,
    ),
    atMost('of it script', script, 'kB', LARGEST_SCRIPT_KB),
  ]
}

async function sizeOf(port: number, html: string, link: RegExp): Promise<number> {
  const files = await Promise.all([...html.matchAll(link)].map(([, path]) => capture(port, path!)))
  return files.reduce((sum, { body }) => sum + body.length / 1_000, 0)
}
