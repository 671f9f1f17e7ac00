import { idOf, ownPart } from './entry.ts'
import { partAt } from './part-at.ts'

const MOST_PAGES = 20

/** Has all entries that quote something replaced by themselves as they stand now; answers whether it could. */
export async function quotationsAnew(
  entries: readonly HTMLElement[],
  replace: (shown: HTMLElement, entry: HTMLElement) => void,
): Promise<boolean> {
  let left = entries.filter((entry) => ownPart(entry).querySelector('.quotation'))
  let href = location.href
  for (let pages = 0; left.length > 0; pages++) {
    const part = pages < MOST_PAGES && (await partAt(href))
    if (!part) return false
    left = left.filter((shown) => {
      const entry = part.querySelector<HTMLElement>(`#${shown.id}`)
      if (entry) replace(shown, entry)
      return !entry
    })
    if (left[0]) href = `/c/${idOf(left[0])}?language=${document.documentElement.lang}`
  }
  return true
}
