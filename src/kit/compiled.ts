import { statSync } from 'node:fs'
import { flushCompileCache, getCompileCacheDir } from 'node:module'

/** Keeps for the next start what was compiled by now; answers whether any of it was new, as at the first start of a version. */
export function keepCompiled(): boolean {
  const before = changedAt()
  flushCompileCache()
  return changedAt() !== before
}

function changedAt(): number | undefined {
  const folder = getCompileCacheDir()
  return folder === undefined ? undefined : statSync(folder, { throwIfNoEntry: false })?.mtimeMs
}
