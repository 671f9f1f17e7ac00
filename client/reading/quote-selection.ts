import './common.ts'
import { type SelectedPassage, selectedPassage } from './selected-passage.ts'
import { say } from './words.ts'

export { selectedPassage } from './selected-passage.ts'

const SETTLED_MS = 150
const GAP_PX = 6
const QUOTE = '.acts a[href*="/reply?quote"]'

/** Offers to quote selected words, by a button beneath them that is also the next stop of the keyboard; where they are too many, it says so. */
export function startQuoteSelection(
  discussion: HTMLElement,
  quote: (passage: SelectedPassage) => Promise<void>,
  signal: AbortSignal,
): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'primary quote-these'
  let passage: SelectedPassage | undefined
  let settling: ReturnType<typeof setTimeout>

  function offer() {
    passage = selectedPassage()
    if (!passage) return button.remove()
    button.ariaDisabled = passage.isTooLong ? 'true' : null
    button.textContent = passage.isTooLong ? say('quote-too-long') : discussion.dataset.quote!
    if (button.previousSibling !== passage.element) passage.element.after(button)
    placeUnder(button, passage.range)
  }

  function settle() {
    clearTimeout(settling)
    settling = setTimeout(offer, SETTLED_MS)
  }

  document.addEventListener('selectionchange', settle, { signal })
  discussion.addEventListener('mousedown', keepSelection, { signal })
  /** @NOTE Pressing a button would otherwise end the selection before the click. */
  button.addEventListener('mousedown', (event) => event.preventDefault())
  button.addEventListener('click', async () => {
    if (!passage || passage.isTooLong) return
    getSelection()?.removeAllRanges()
    button.remove()
    await quote(passage)
  })
  settle()
}

/** @NOTE Pressing the link would otherwise end the selection before the click that quotes it. */
function keepSelection(event: MouseEvent) {
  const entry = (event.target as Element).closest(QUOTE)?.closest('.entry')
  if (entry && selectedPassage()?.entry === entry) event.preventDefault()
}

/** Under the end of the words, on the side where the page's lines end and nothing else can be pressed. */
function placeUnder(button: HTMLElement, range: Range) {
  const last = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect()
  button.style.left = button.style.top = '0'
  const { left, top, width } = button.getBoundingClientRect()
  const wanted = document.dir === 'rtl' ? last.left : last.right - width
  const most = document.documentElement.clientWidth - width - GAP_PX
  button.style.left = `${Math.max(GAP_PX, Math.min(wanted, most)) - left}px`
  button.style.top = `${last.bottom + GAP_PX - top}px`
}
