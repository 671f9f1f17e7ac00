import { type Me, me } from '../shared/me.ts'
import { ENTRY_SHOWN, idOf } from './entry.ts'
import { foldMuted } from './muted.ts'
import type { Reacted } from './react-in-place.ts'
import { say } from './words.ts'

/** Lays over a discussion that is the same for everyone what it is to one person: what they may do, and whom they have muted. */
export async function startPersonalLayer(discussion: HTMLElement, signal: AbortSignal): Promise<void> {
  const known = await me()
  if (known.name === undefined || signal.aborted) return
  const muted = new Set(known.muted?.map(String))
  const show = (entry: HTMLElement) => {
    foldMuted(entry, muted, discussion.dataset.muted!)
    showActs(entry, actsOn(entry, known, Date.now() + known.aheadMs), discussion.dataset)
    showReacted(entry, known)
  }
  const takeReaction = ({ detail, target }: CustomEvent<Reacted>) => {
    known.reacted = (known.reacted ?? []).filter(
      (one) => one.commentId !== detail.commentId || one.kind !== detail.kind,
    )
    if (detail.on) known.reacted.push(detail)
    show((target as Element).closest<HTMLElement>('.entry')!)
  }
  for (const entry of discussion.querySelectorAll<HTMLElement>('.entry')) show(entry)
  discussion.querySelector('.join-in .quiet')?.remove()
  if (known.waits) void import('./held.ts').then(({ showHeld }) => showHeld(discussion, signal))
  discussion.addEventListener(ENTRY_SHOWN, ({ target }) => show(target as HTMLElement), { signal })
  discussion.addEventListener('parley:reacted', (event) => takeReaction(event as CustomEvent<Reacted>), { signal })
}

interface Acts {
  /** Whether it is left to others to react. */
  isOwn?: boolean
  /** How long it may still be edited. */
  edit?: number
  remove?: boolean
  restore?: boolean
}

function actsOn(entry: HTMLElement, { personId, moderates = false }: Me, now: number): Acts {
  if (entry.querySelector(':scope > .tombstone')) {
    return { restore: moderates && entry.querySelector(':scope > [data-cause="moderators"]') !== null }
  }
  const isOwn = entry.dataset.author === String(personId)
  return { isOwn, edit: isOwn ? editableMs(entry, now) : 0, remove: isOwn || moderates }
}

function editableMs(entry: HTMLElement, now: number) {
  const { editMinutes } = document.getElementById('discussion')!.dataset
  const posted = entry.querySelector<HTMLTimeElement>(':scope > .comment time')?.dateTime
  return posted ? Date.parse(posted) + Number(editMinutes) * 60_000 - now : 0
}

function showActs(entry: HTMLElement, { isOwn, edit = 0, remove, restore }: Acts, words: DOMStringMap) {
  for (const old of entry.querySelectorAll(':scope > * .own')) old.remove()
  if (isOwn) entry.querySelector(':scope > .comment > .acts > [href*="/reactions"]')?.remove()
  const quote = entry.querySelector(':scope > .comment > .acts > a:nth-child(2)')
  quote?.after(act(entry, 'saved', words.save!))
  if (remove) quote?.after(act(entry, 'removal', words.remove!))
  if (restore) entry.querySelector('.tombstone')!.append(act(entry, 'restoration', words.restore!))
  if (edit <= 0) return
  const link = act(entry, 'edit', words.edit!)
  quote?.after(link)
  setTimeout(() => link.remove(), edit)
}

/** Says at a count that the reader's own is in it. */
function showReacted(entry: HTMLElement, { reacted = [] }: Me) {
  const id = idOf(entry)
  for (const { commentId, kind } of reacted) {
    const count = commentId === id && entry.querySelector(`:scope > .comment > .acts > [data-kind="${kind}"]`)
    if (!count) continue
    const own = document.createElement('span')
    own.className = 'own'
    own.textContent = ` (${say('reacted')})`
    count.append(own)
  }
}

function act(entry: HTMLElement, noun: string, words: string) {
  const link = document.createElement('a')
  link.className = 'own'
  link.href = `/c/${entry.id.slice(2)}/${noun}?language=${document.documentElement.lang}`
  link.textContent = words
  return link
}
