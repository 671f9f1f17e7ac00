interface Rules {
  createHTML(html: string): string
  createScriptURL(url: string): string
}

/** @NOTE TypeScript's DOM does not know Trusted Types yet; to it what the policy makes is a string like any other. */
declare const trustedTypes: { createPolicy(name: 'parley', rules: Rules): Rules } | undefined

let policy: Rules | undefined

/** Elements of HTML that our own server made; nothing else may come in by this door. */
export function fragmentOf(html: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = ours().createHTML(html)
  return template.content
}

/** Elements of HTML that came from anywhere, to be read and never shown: a document that no window has runs nothing and loads nothing. */
export function inertBodyOf(html: string): HTMLElement {
  return new DOMParser().parseFromString(ours().createHTML(html), 'text/html').body
}

/** The address of a worker of our own; no other script may a page begin by its address. */
export function scriptAt(url: '/service-worker.js' | '/proof-worker.js'): string {
  return ours().createScriptURL(url)
}

function ours(): Rules {
  policy ??= made()
  return policy
}

function made(): Rules {
  const rules = { createHTML: (html: string) => html, createScriptURL: (url: string) => url }
  return typeof trustedTypes === 'undefined' ? rules : trustedTypes.createPolicy('parley', rules)
}
