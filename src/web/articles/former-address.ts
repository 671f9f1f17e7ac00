import { editionFormerlyAt } from '../../domain/articles/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Ask } from '../http/ask.ts'

/** Where an edition stands today that has left the address asked for, and what stood below that; undefined where none ever stood there. */
export async function presentAddress(error: unknown, ask: Ask): Promise<string | undefined> {
  const isMissing = error instanceof Trouble && error.key === 'article.missing' && ask.c.req.method === 'GET'
  const edition = isMissing && (await editionFormerlyAt(ask.store, await ask.language(), ask.params.one('slug') ?? ''))
  if (!edition) return
  const { pathname, search } = new URL(ask.c.req.url)
  const [, language, , ...below] = pathname.split('/')
  return ['', language, encodeURIComponent(edition.slug), ...below].join('/') + search
}
