import './common.ts'
import type { ReactionKind } from '../../src/domain/discussion/index.ts'
import { fragmentOf } from '../shared/trusted.ts'
import { idOf } from './entry.ts'

/** What somebody has just done to a comment. */
export interface Reacted {
  commentId: number
  kind: ReactionKind
  on: boolean
}

/** Opens the ways to react beneath a comment, or takes them away again; of one's own it says that pressing takes them back. */
export async function reactInPlace(link: HTMLAnchorElement): Promise<void> {
  const [entry, acts] = [link.closest<HTMLElement>('.entry')!, link.closest('.acts')!]
  const open = acts.parentElement!.querySelector(':scope > .reactions')
  if (open) return open.remove()
  const box = await boxAt(link.href)
  if (!box) return location.assign(link.href)
  acts.after(box)
  box.querySelector('button')?.focus()
  tend(box, entry, link.href)
}

/** Undefined where the server asks to sign in first, or says why not. */
async function boxAt(href: string): Promise<HTMLElement | undefined> {
  const answer = await fetch(href, { redirect: 'manual' })
  return answer.ok ? (fragmentOf(await answer.text()).querySelector<HTMLElement>('.reactions') ?? undefined) : undefined
}

function tend(box: HTMLElement, entry: HTMLElement, href: string) {
  box.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return
    box.remove()
    entry.querySelector<HTMLElement>(':scope > .comment > .acts > [href*="/reactions"]')?.focus()
  })
  box.addEventListener('submit', async (event) => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    if (form.ariaBusy) return
    form.ariaBusy = 'true'
    const isDone = await send(form, entry).catch(() => false)
    if (!isDone) return form.submit()
    const at = [...box.children].indexOf(form)
    const anew = await boxAt(href)
    if (anew) box.replaceChildren(...anew.children)
    box.children[at]?.querySelector('button')?.focus()
  })
}

async function send(form: HTMLFormElement, entry: HTMLElement): Promise<boolean> {
  const fields = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
  const answer = await fetch(form.action, { method: 'POST', body: fields, headers: { accept: 'application/json' } })
  if (!answer.ok) return false
  const kind = fields.get('kind') as Reacted['kind']
  const detail: Reacted = { commentId: idOf(entry), kind, on: fields.get('on') === '1' }
  entry.dispatchEvent(new CustomEvent('parley:reacted', { detail, bubbles: true }))
  return true
}
