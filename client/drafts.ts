const PREFIX = 'draft '
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

/** A draft is let go when the page that follows its sending is the discussion, and kept when it is anything else. */
export function noteSent(address: string): void {
  sessionStorage.setItem(SENT, address)
}

/** Called on each page once: what was posted from here needs no draft any more, and nobody finds one after a sign-out. */
export function startDrafts(): void {
  const sent = sessionStorage.getItem(SENT)
  sessionStorage.removeItem(SENT)
  if (sent && document.getElementById('discussion')) forgetDraft(sent)
  document.addEventListener('submit', ({ target }) => {
    if (target instanceof HTMLFormElement && /\/sign-out/.test(target.action)) forgetAll()
  })
}

function forgetAll() {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key)
}
