interface Rules {
  createHTML(html: string): string
}

/** @NOTE TypeScript's DOM does not know Trusted Types yet; to it what the policy makes is a string like any other. */
declare const trustedTypes: { createPolicy(name: 'parley', rules: Rules): Rules } | undefined

let policy: Rules | undefined

/** Elements of HTML that our own server made; nothing else may come in by this door. */
export function fragmentOf(html: string): DocumentFragment {
  policy ??= made()
  const template = document.createElement('template')
  template.innerHTML = policy.createHTML(html)
  return template.content
}

function made(): Rules {
  const rules = { createHTML: (html: string) => html }
  return typeof trustedTypes === 'undefined' ? rules : trustedTypes.createPolicy('parley', rules)
}
