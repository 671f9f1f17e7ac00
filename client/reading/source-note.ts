const opened = new WeakMap<HTMLAnchorElement, HTMLElement>()

/** Shows the note to which a mark leads under the passage that bears it, or puts it away again. */
export function toggleNote(mark: HTMLAnchorElement): void {
  const shown = opened.get(mark)
  if (shown?.isConnected) {
    close(mark, shown)
    return
  }
  const note = document.getElementById(mark.hash.slice(1))
  const block = mark.closest('.body > *')
  if (!note || !block) throw new Error(`no note at ${mark.hash}`)
  const box = boxOf(note, mark)
  block.after(box)
  opened.set(mark, box)
  mark.setAttribute('aria-expanded', 'true')
  box.focus({ preventScroll: true })
}

function boxOf(note: HTMLElement, mark: HTMLAnchorElement): HTMLElement {
  const box = document.createElement('aside')
  box.className = 'opened-note'
  box.tabIndex = -1
  box.setAttribute('aria-label', mark.textContent!)
  box.append(...[...note.childNodes].map((node) => node.cloneNode(true)))
  for (const back of box.querySelectorAll('.back')) back.remove()
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close(mark, box)
  })
  return box
}

function close(mark: HTMLAnchorElement, box: HTMLElement): void {
  const hadFocus = box.contains(document.activeElement)
  box.remove()
  mark.setAttribute('aria-expanded', 'false')
  if (hadFocus) mark.focus()
}
