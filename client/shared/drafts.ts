/** All that is kept of words which are not sent yet begins so, and goes at a sign-out. */
export const PREFIX = 'draft '
const SENT = 'sent'

/** Words that were written for an address and not yet posted; kept in this browser alone. */
export function draftFor(address: string): string {
  return localStorage.getItem(PREFIX + address) ?? ''
}

export function keepDraft(address: string, words: string): void {
  if (words.trim() === '') forgetDraft(address)
  else localStorage.setItem(PREFIX + address, words)
}

export function forgetDraft(address: string): void {
  localStorage.removeItem(PREFIX + address)
}

/** Remembers what is on its way, so that the page on which it arrives, at such a place, can let its draft go. */
export function noteSent(address: string, place = ''): void {
  sessionStorage.setItem(SENT, JSON.stringify([address, place]))
}

/** Lets go of the draft of what has arrived on this page. */
export function forgetArrived(): void {
  const [address, place] = JSON.parse(sessionStorage.getItem(SENT) ?? '[]') as [address?: string, place?: string]
  sessionStorage.removeItem(SENT)
  if (address !== undefined && hasArrived(place!)) forgetDraft(address)
}

export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key)
}

/** What was taken leads on to another page; what was refused, kept out or lost on the way does not. */
function hasArrived(place: string) {
  const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return location.hash.startsWith(place) && arrival?.type === 'navigate' && arrival.redirectCount > 0
}
