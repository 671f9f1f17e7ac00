const SEEN_MS = 8_000

/** Tells of what has come into view, some time after it did. */
export function watchSeen(whenSeen: (part: Element) => void): IntersectionObserver {
  const watch = new IntersectionObserver((changes) => {
    for (const { isIntersecting, target } of changes) {
      if (!isIntersecting) continue
      watch.unobserve(target)
      setTimeout(whenSeen, SEEN_MS, target)
    }
  })
  return watch
}
