import type { Keyboard } from './keyboard.ts'

/** Minds keys of one letter pressed outside of fields, and the button that shows which there are; what they do is loaded at the first of them. */
export function startKeys(discussion: HTMLElement, signal: AbortSignal): void {
  let loading: Promise<Keyboard> | undefined
  const keyboard = () => {
    loading ??= import('./keyboard.ts').then(({ Keyboard }) => new Keyboard(discussion))
    return loading
  }
  const button = discussion.querySelector<HTMLButtonElement>('button.keys')!
  button.hidden = false
  button.addEventListener('click', async () => (await keyboard()).show(), { signal })
  const press = async (event: KeyboardEvent) => {
    if (!event.defaultPrevented && !isTyping(event)) (await keyboard()).press(event)
  }
  document.addEventListener('keydown', press, { signal })
}

function isTyping({ target, key, isComposing, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  const field = (target as Element).closest?.('input, textarea, select, [contenteditable]')
  return isComposing || [...key].length > 1 || ctrlKey || metaKey || altKey || Boolean(field)
}
