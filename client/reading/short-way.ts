/** Lets a link to a comment that is on this page lead there without loading another. */
export function startShortWay(discussion: HTMLElement): void {
  discussion.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="/c/"]')
    const place = link?.pathname.replace('/c/', 'c-')
    if (!place || !document.getElementById(place)) return
    event.preventDefault()
    location.assign(`#${place}`)
  })
}
