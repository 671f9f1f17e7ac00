import { quotationBlock } from '../shared/quotation-block.ts'
import { insertBlock, wordsIn } from '../shared/writing-form.ts'
import { boxAt, openAt, openForm } from './open-form.ts'
import { type SelectedPassage, selectedPassage } from './selected-passage.ts'

const REPLY = '.acts a[href*="/reply"]'
const QUOTE = '.acts a[href*="/reply?quote"]'
const JOIN = '.join-in a'
const LINKS = `${REPLY}, .join, ${JOIN}`

/** Lets the links to reply, to quote and to join open their forms where they stand. */
export function startReplyInline(discussion: HTMLElement): void {
  discussion.addEventListener('click', (event) => {
    const link = closestTo<HTMLAnchorElement>(event, LINKS)
    if (!link || event.button > 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    void follow(link)
  })
  discussion.addEventListener('mousedown', keepSelection)
}

/** Quotes selected words: into the open form at its caret, or into one that opens for the passage. */
export async function quote(passage: SelectedPassage): Promise<void> {
  const block = quotationBlock(passage)
  const form = openForm()
  if (form) return insertBlock(form, block)
  const { entry } = passage
  const link = (entry ?? document).querySelector<HTMLAnchorElement>(entry ? REPLY : JOIN)
  if (link) await openAt(link, block)
}

async function follow(link: HTMLAnchorElement) {
  if (!link.matches(QUOTE)) return openAt(link)
  const passage = selectedPassage()
  if (passage && passage.entry === link.closest('.entry')) return quote(passage)
  const form = openForm()
  if (!form) return openAt(link)
  const box = await boxAt(link.href)
  if (box) insertBlock(form, wordsIn(box.querySelector('form')!).value.trimEnd())
  else location.assign(link.href)
}

/** @NOTE Pressing the link would otherwise end the selection before the click that quotes it. */
function keepSelection(event: MouseEvent) {
  const entry = closestTo(event, QUOTE)?.closest('.entry')
  if (entry && selectedPassage()?.entry === entry) event.preventDefault()
}

function closestTo<E extends Element>({ target }: Event, selector: string): E | null {
  return target instanceof Element ? target.closest<E>(selector) : null
}
