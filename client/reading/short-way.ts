import { onPlainClick } from './plain-click.ts'

/** Lets a link to a comment that is on this page lead there without loading another. */
export function startShortWay(discussion: HTMLElement, signal: AbortSignal): void {
  onPlainClick(discussion, 'a[href^="/c/"]', signal, (link, event) => {
    const place = link.pathname.replace('/c/', 'c-')
    if (!document.getElementById(place)) return
    event.preventDefault()
    location.assign(`#${place}`)
  })
}
