/** Presses what a key of one letter stands for on this page; "?" shows which there are. What a screen reader says of a button stays its own. */
class DeskKeys extends HTMLElement {
  #leaving: AbortController | undefined

  connectedCallback() {
    this.#leaving = new AbortController()
    const { signal } = this.#leaving
    const button = this.querySelector('button')!
    button.hidden = false
    button.addEventListener('click', () => this.#show(), { signal })
    document.addEventListener('keydown', (event) => this.#press(event), { signal })
  }

  disconnectedCallback() {
    this.#leaving?.abort()
  }

  #press(event: KeyboardEvent) {
    if (event.defaultPrevented || isTyping(event) || document.querySelector('dialog[open]')) return
    const key = keyOf(event)
    if (key === '?') return this.#show()
    const pressed = key && document.querySelector<HTMLElement>(`[data-key="${key}"]`)
    if (!pressed) return
    event.preventDefault()
    pressed.focus()
    pressed.click()
  }

  #show() {
    const list = this.querySelector('dl')!
    const keyed = [...document.querySelectorAll<HTMLElement>('[data-key]')]
    list.replaceChildren(
      ...keyed.flatMap((one) => {
        const [key, what] = [document.createElement('dt'), document.createElement('dd')]
        const cap = document.createElement('kbd')
        cap.textContent = (one.dataset.key ?? '').toUpperCase()
        key.append(cap)
        what.textContent = (one.closest('label') ?? one).textContent
        return [key, what]
      }),
    )
    this.querySelector('dialog')!.showModal()
  }
}

/** @NOTE A letter of another script than ours names no key; there the place on the keyboard does. */
function keyOf({ key, code, shiftKey }: KeyboardEvent): string {
  if (key === '?' || key === '؟') return '?'
  if (shiftKey) return ''
  return /^[a-z0-9]$/.test(key) ? key : /^\P{ASCII}$/u.test(key) ? code.replace(/^(?:Key|Digit)/, '').toLowerCase() : ''
}

function isTyping({ target, key, isComposing, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  const field = (target as Element).closest?.('input:not([type="radio"]), textarea, select, [contenteditable]')
  return isComposing || [...key].length > 1 || ctrlKey || metaKey || altKey || Boolean(field)
}

customElements.define('desk-keys', DeskKeys)
