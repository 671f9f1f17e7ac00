import { draftFor, keepDraft, noteSent } from './drafts.ts'
import { completeNames } from './name-completion.ts'
import { withBlock } from './quotation-block.ts'
import { fragmentOf } from './trusted.ts'

/** Looks after a form in which words are written: keeps them until they are posted, and shows a preview in place. */
export function tendWritingForm(form: HTMLFormElement): void {
  const address = addressOf(form)
  const words = wordsIn(form)
  completeNames(words)
  if (!address.endsWith('/edit')) {
    if (location.pathname !== address) words.value = joined(draftFor(address), words.value)
    words.addEventListener('input', () => keepDraft(address, words.value))
  }
  let previewed = true
  form.addEventListener('submit', async (event) => {
    const button = event.submitter
    if (!(button instanceof HTMLButtonElement) || button.name !== 'preview') return noteSent(address)
    if (!previewed) return
    event.preventDefault()
    previewed = await preview(form, button).catch(() => false)
    if (!previewed) form.requestSubmit(button)
  })
}

/** The path to which a form sends. */
export function addressOf(form: HTMLFormElement): string {
  return new URL(form.action).pathname
}

export function wordsIn(form: HTMLFormElement): HTMLTextAreaElement {
  return form.querySelector('textarea')!
}

/** Puts a quotation where the caret is. */
export function insertBlock(form: HTMLFormElement, block: string): void {
  const words = wordsIn(form)
  const { text, caret } = withBlock(words.value, words.selectionEnd, block)
  words.value = text
  words.setSelectionRange(caret, caret)
  words.focus()
  words.dispatchEvent(new Event('input', { bubbles: true }))
}

/** What the server put into the form comes after what was kept, unless it is there already. */
function joined(draft: string, given: string): string {
  if (given === '' || draft.includes(given.trim())) return draft
  return draft === '' ? given : `${draft.trimEnd()}\n\n${given}`
}

/** Whether the server could say how the words will look. */
async function preview(form: HTMLFormElement, button: HTMLButtonElement): Promise<boolean> {
  const fields = [...new FormData(form, button)].map(([name, value]) => [name, String(value)])
  const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(fields) })
  const shown = fragmentOf(await answer.text()).querySelector('.reply form')
  if (!shown) return false
  const field = wordsIn(form).closest('.field')!
  for (const old of form.querySelectorAll('.preview, .error')) old.remove()
  field.before(...shown.querySelectorAll('.preview'))
  field.after(...shown.querySelectorAll('.error'))
  wordsIn(form).ariaInvalid = form.querySelector('.error') && 'true'
  form.querySelector('.preview, .error')?.scrollIntoView({ block: 'nearest' })
  return true
}
