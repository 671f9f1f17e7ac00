import { fragmentOf } from '../shared/trusted.ts'
import type { Batch } from './batch.ts'
import { takeIn } from './take-in.ts'

/** The discussion on another page, or on this one as it stands now; never as it stood before what was heard already. */
export async function partAt(href: string): Promise<HTMLElement | null> {
  const page = await wordsAt(href)
  const part = page && fragmentOf(page).querySelector<HTMLElement>('#discussion')
  return part ? caughtUp(document.adoptNode(part)) : null
}

/** @NOTE A page can be older than what was heard since it was asked for, or than what another process has told. */
async function caughtUp(part: HTMLElement): Promise<HTMLElement | null> {
  const [here, { dataset }] = [document.getElementById('discussion')!.dataset, part]
  while (Number(dataset.seq) < Number(here.seq)) {
    const { article, language, seq } = dataset
    const words = await wordsAt(`/live/changes?article=${article}&language=${language}&since=${seq}`)
    const batch: Batch | undefined = words && JSON.parse(words)
    if (!batch || batch.quotations || String(batch.seq) === seq) return null
    for (const change of batch.changes) takeIn(part, change)
    dataset.seq = String(batch.seq)
  }
  return part
}

async function wordsAt(href: string) {
  const answer = await fetch(href).catch(() => undefined)
  return answer?.ok ? answer.text() : ''
}
