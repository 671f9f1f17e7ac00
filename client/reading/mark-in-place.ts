import './common.ts'
import { fragmentOf } from '../shared/trusted.ts'

/** Saves or follows what a link is about, and says so in its place; from then on it leads to where that can be ended. */
export async function markInPlace(link: HTMLAnchorElement): Promise<void> {
  const asked = await pageAt(link.href)
  const form = asked?.querySelector<HTMLFormElement>('.mark-state ~ form')
  if (!form) return location.assign(link.href)
  const isMarked = new FormData(form).has('end')
  const told = isMarked || (await isSent(form)) ? await pageAt(link.href) : undefined
  const state = told?.querySelector('.mark-state')?.textContent
  if (!state) return location.assign(link.href)
  link.ariaLive = 'polite'
  link.textContent = state
  link.classList.remove('attend')
}

/** Undefined where the server asks to sign in first, or says why not. */
async function pageAt(href: string): Promise<DocumentFragment | undefined> {
  const answer = await fetch(href, { redirect: 'manual' })
  return answer.ok ? fragmentOf(await answer.text()) : undefined
}

async function isSent(form: HTMLFormElement): Promise<boolean> {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)])
  const headers = { accept: 'application/json' }
  const answer = await fetch(form.getAttribute('action')!, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers,
  })
  return answer.ok
}
