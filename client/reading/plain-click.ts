type Follow = (link: HTMLAnchorElement, event: MouseEvent) => void

/** Hears of clicks on such links that would lead away in this very window, and that nobody has taken yet. */
export function onPlainClick(
  within: HTMLElement,
  links: string,
  signal: AbortSignal | undefined,
  follow: Follow,
): void {
  const hear = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button > 0) return
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const link = (event.target as Element).closest<HTMLAnchorElement>(links)
    if (link) follow(link, event)
  }
  within.addEventListener('click', hear, signal && { signal })
}

/** Has a link followed in place by what is loaded for that; where it cannot be, it leads where it would without. */
export async function inPlaceOf(link: HTMLAnchorElement, event: Event, follow: () => Promise<unknown>): Promise<void> {
  event.preventDefault()
  try {
    await follow()
  } catch (error) {
    reportError(error)
    location.assign(link.href)
  }
}
