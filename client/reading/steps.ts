/** A change of the page that has an address of its own and can be taken back. */
export interface Step {
  address: string
  take(): void
  takeBack(): void
  /** The part of the discussion that it keeps out of the page just now. */
  aside?: HTMLElement | undefined
}

const steps: Step[] = []
let loadedAt = 0
let at = 0

/** The parts that can come into the page again without being asked for. */
export function partsAside(): HTMLElement[] {
  return steps.flatMap(({ aside }) => aside ?? [])
}

/** Takes a step forward, which the browser's Back then takes back. */
export function takeStep(step: Step): void {
  steps.length = at
  steps[at++] = step
  step.take()
  history.pushState({ step: at }, '', step.address)
}

/** Follows the browser's Back and Forward; where a step was taken before the page was loaded anew, its address is loaded. */
export function startSteps(signal: AbortSignal): void {
  loadedAt = at = history.state?.step ?? 0
  history.replaceState({ step: at }, '')
  const follow = ({ state }: PopStateEvent) => {
    if (state === null) return history.replaceState({ step: at }, '')
    const to: number = state.step
    if (to < loadedAt || to > Math.max(at, steps.length)) return location.reload()
    while (at > to) steps[--at]!.takeBack()
    while (at < to) steps[at++]!.take()
  }
  addEventListener('popstate', follow, { signal })
}
