/** Shares a link by what the device has for that, or else copies it and says so in its place. */
export async function shareInPlace(link: HTMLAnchorElement): Promise<void> {
  const { href: url } = link
  const title = document.querySelector('h1')?.textContent ?? document.title
  if (navigator.share && matchMedia('(pointer: coarse)').matches) return navigator.share({ title, url }).catch(ignored)
  await navigator.clipboard.writeText(url)
  link.ariaLive = 'polite'
  link.textContent = link.dataset.copied ?? ''
}

/** Whoever closes the device's menu has changed their mind. */
function ignored(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
}
