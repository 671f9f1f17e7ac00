const SEEN_MS = 8_000

/** Tells of what has been in view for so long without a break, in a window that was looked at. */
export function watchSeen(whenSeen: (part: Element) => void): IntersectionObserver {
  const inView = new Map<Element, ReturnType<typeof setTimeout> | undefined>()
  const look = (part: Element, isInView: boolean) => {
    clearTimeout(inView.get(part))
    inView.delete(part)
    if (isInView) inView.set(part, document.hidden ? undefined : setTimeout(see, SEEN_MS, part))
  }
  const see = (part: Element) => {
    look(part, false)
    watch.unobserve(part)
    whenSeen(part)
  }
  const watch = new IntersectionObserver((changes) => {
    for (const { isIntersecting, target } of changes) look(target, isIntersecting)
  })
  document.addEventListener('visibilitychange', () => {
    for (const part of [...inView.keys()]) look(part, true)
  })
  return watch
}
