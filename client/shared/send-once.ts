/** Long enough for an answer; after that somebody may want to try again, and the form's key still keeps it to one. */
const BUSY_MS = 10_000

/** A form that was sent takes no second press until its answer is there. */
export function startSendOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (form.ariaBusy === 'true') event.preventDefault()
    else if (!event.defaultPrevented) send(form)
  })
  addEventListener('pageshow', () => document.querySelectorAll('form').forEach(release))
}

/** @NOTE The buttons fall silent a moment later, since a disabled one would not be sent along. */
function send(form: HTMLFormElement) {
  form.ariaBusy = 'true'
  setTimeout(() => setDisabled(form, true))
  setTimeout(release, BUSY_MS, form)
}

function release(form: HTMLFormElement) {
  if (form.ariaBusy !== 'true') return
  form.ariaBusy = null
  setDisabled(form, false)
}

function setDisabled(form: HTMLFormElement, disabled: boolean) {
  for (const button of form.querySelectorAll('button')) button.disabled = disabled
}
