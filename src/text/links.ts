/** Whether a link may lead there: to http, https or mailto, or to a path of this publication. Everything else stays text. */
export function mayLeadTo(url: string): boolean {
  if (hasControlOrSpace(url)) return false
  return /^(?:https?:\/\/[^/\\]|mailto:[^/\\]|\/(?![/\\]))/i.test(url)
}

/** Browsers drop some of these characters before they read the scheme, so that "java\tscript:" is "javascript:". */
function hasControlOrSpace(url: string): boolean {
  return /[\p{Cc}\s]/u.test(url)
}
