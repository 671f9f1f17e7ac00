import './common.ts'
import { ENTRY_SHOWN, idOf, ownPart } from './entry.ts'
import { say } from './words.ts'

/** Offers to translate what its reader does not understand, and nothing else. */
export function tendOffers(discussion: HTMLElement, signal: AbortSignal, reads: readonly string[]): void {
  const show = (entry: HTMLElement) => showOffer(entry, reads)
  for (const entry of discussion.querySelectorAll<HTMLElement>('.entry')) show(entry)
  discussion.addEventListener(
    ENTRY_SHOWN,
    ({ target }) => {
      show(target as HTMLElement)
      showAll(discussion)
    },
    { signal },
  )
  showAll(discussion)
}

/** Where the publication has no engine, nothing offers to translate all. */
function showAll(discussion: HTMLElement) {
  const all = discussion.querySelector<HTMLElement>('.translate-all')
  if (all) all.hidden = !discussion.querySelector('.translate:not([hidden])')
}

function showOffer(entry: HTMLElement, reads: readonly string[]) {
  const acts = ownPart(entry).querySelector<HTMLElement>(':scope > .acts')
  if (!acts) return
  const { lang } = document.documentElement
  const written = ownPart(entry).querySelector<HTMLElement>('.words')?.lang || lang
  const offer = acts.querySelector<HTMLElement>('.translate')
  if (reads.includes(written)) offer?.toggleAttribute('hidden', true)
  else if (!offer) acts.querySelector('[href*="/report"]')?.after(offerOf(idOf(entry), lang))
}

function offerOf(id: number, language: string): HTMLAnchorElement {
  const link = document.createElement('a')
  link.className = 'translate'
  link.rel = 'nofollow'
  link.href = `/c/${id}/translation?language=${language}`
  if (!document.querySelector('.translate-all')) link.dataset.by = 'browser'
  link.textContent = say('translate')
  return link
}
