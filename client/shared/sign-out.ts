import { forgetDrafts } from './drafts.ts'
import { forgetReading } from './kept-reading.ts'

/** At a sign-out nothing that was written or read stays behind for whoever comes next. */
export function startSignOut(): void {
  document.addEventListener('submit', ({ target }) => {
    if (!(target instanceof HTMLFormElement) || !/\/sign-out/.test(target.action)) return
    forgetDrafts()
    forgetReading()
  })
}
