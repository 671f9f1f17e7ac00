import { articleByKey } from '../../domain/articles/index.ts'
import { sha256 } from '../../kit/hash.ts'
import type { Store } from '../../store/index.ts'
import { NOTHING_WRITTEN, writeOrRehearse } from '../kit/rehearse.ts'
import type { CapturedPage } from './captured-page.ts'
import { type Capture, readPage } from './page.ts'
import { reportOf } from './report.ts'
import { writePage } from './write-page.ts'

export interface PageImport extends Capture {
  store: Store
  bytes: Uint8Array
  /** The moment that everything written carries. */
  at: number
  dryRun?: boolean | undefined
}

/** Brings in a captured page, all or nothing, and answers with the report; a second run finds it there and changes nothing. */
export async function importPage({ store, bytes, at, dryRun, ...capture }: PageImport): Promise<string[]> {
  const page = readPage(bytes, capture)
  const key = keyOf(page, bytes)
  return [...reportOf(page), await outcome()]

  async function outcome() {
    const before = await articleByKey(store, key)
    if (before) return `Nothing changed: this page was brought in before, as article ${before.id}.`
    const articleId = await writeOrRehearse(store, dryRun, (tx) => writePage(tx, page, key, at))
    return dryRun ? NOTHING_WRITTEN : `Written as article ${articleId}.`
  }
}

/** By what a page is known again: its address, or else its very bytes. */
function keyOf({ url }: CapturedPage, bytes: Uint8Array) {
  return `page:${url ?? sha256(bytes)}`
}
