const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }

/** Lets arrows, Home and End go from button to button of a toolbar, of which Tab meets one. Source: https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/ */
export function walkByArrows(bar: HTMLElement, signal: AbortSignal) {
  const buttons = [...bar.querySelectorAll('button')]
  const stopAt = (stop: Element | undefined) => {
    for (const button of buttons) button.tabIndex = button === stop ? 0 : -1
  }
  stopAt(buttons[0])
  bar.addEventListener('focusin', ({ target }) => stopAt(buttons.find((button) => button === target) ?? buttons[0]), {
    signal,
  })
  bar.addEventListener('keydown', (event) => walk(event, buttons), { signal })
}

function walk(event: KeyboardEvent, buttons: readonly HTMLButtonElement[]) {
  const at = buttons.indexOf(event.target as HTMLButtonElement)
  if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return
  const to = goal(event.key, at, buttons)
  if (to === undefined) return
  event.preventDefault()
  buttons.at(to % buttons.length)!.focus()
}

function goal(key: string, at: number, buttons: readonly HTMLButtonElement[]): number | undefined {
  if (key === 'Home') return 0
  if (key === 'End') return -1
  const step = STEPS[key]
  if (step === undefined) return
  const isLeftward = getComputedStyle(buttons[at]!).direction === 'rtl'
  return at + (isLeftward ? -step : step)
}
