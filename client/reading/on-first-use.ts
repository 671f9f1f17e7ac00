import { attempt } from '../shared/attempt.ts'
import { inPlaceOf, onPlainClick } from './plain-click.ts'
import { startSteps } from './steps.ts'

const WRITING = '.acts a[href*="/reply"], .join, .join-in a:first-child'

/** Loads what a seldom element does where one stands on the page. */
export function defineWhereUsed(name: string, load: () => Promise<unknown>): void {
  if (document.querySelector(name)) void attempt(load)
}

/** Lets the links to further replies, and those to answer, to quote, to react and to join, do so where they stand. */
export function startLinksInPlace(discussion: HTMLElement, signal: AbortSignal): void {
  startSteps(signal)
  onPlainClick(discussion, 'a.more:not(.earlier)', signal, (link, event) =>
    inPlaceOf(link, event, async () => (await import('./further-in-place.ts')).goFurther(discussion, link)),
  )
  onPlainClick(discussion, '.acts a[href*="/reactions"]', signal, (link, event) =>
    inPlaceOf(link, event, async () => (await import('./react-in-place.ts')).reactInPlace(link)),
  )
  onPlainClick(discussion, WRITING, signal, (link, event) =>
    inPlaceOf(link, event, async () => (await import('./open-form.ts')).follow(link)),
  )
}

/** Lets comments be translated where they stand, and offers that to whoever says what they understand, or whose browser can. */
export function startTranslations(discussion: HTMLElement, signal: AbortSignal): void {
  onPlainClick(discussion, '.translate, .translate-all', signal, (link, event) =>
    inPlaceOf(link, event, async () => (await import('./translate-in-place.ts')).translateInPlace(discussion, link)),
  )
  const reads = /parley-look=\w+\.\w+\.([\w.-]+)/.exec(document.cookie)?.[1]?.split('.')
  const isByBrowser =
    'Translator' in self && !discussion.querySelector('.translate') && discussion.querySelector('.words[lang]')
  if (reads || isByBrowser)
    void attempt(async () =>
      (await import('./translation-offers.ts')).tendOffers(
        discussion,
        signal,
        reads ?? [document.documentElement.lang],
      ),
    )
}

/** Lets the links to save and to follow do so where they stand. */
export function startMarks(): void {
  onPlainClick(document.body, 'a.attend', undefined, (link, event) =>
    inPlaceOf(link, event, async () => (await import('./mark-in-place.ts')).markInPlace(link)),
  )
}

/** Lets the link to an article be shared or copied where it stands. */
export function startSharing(): void {
  onPlainClick(document.body, 'a.share', undefined, (link, event) =>
    inPlaceOf(link, event, async () => (await import('./share-in-place.ts')).shareInPlace(link)),
  )
}

/** Lets the marks of claims and quotes open their notes where they stand. */
export function startNotes(): void {
  onPlainClick(document.body, 'sup.source a', undefined, (link, event) =>
    inPlaceOf(link, event, async () => (await import('./source-note.ts')).toggleNote(link)),
  )
}

/** Waits for the first words to be selected. */
export function startSelections(discussion: HTMLElement, signal: AbortSignal): void {
  const begin = async () => {
    if (getSelection()?.isCollapsed !== false) return
    document.removeEventListener('selectionchange', begin)
    const { startQuoteSelection } = await import('./quote-selection.ts')
    startQuoteSelection(discussion, async (passage) => (await import('./open-form.ts')).quote(passage), signal)
  }
  document.addEventListener('selectionchange', begin, { signal })
}

const WIDE = '(min-width: 75rem)'
const FEWEST_ON_A_MAP = 5

/** Waits until there is room for a map beside the discussion, if there is enough to draw. */
export function startMap(discussion: HTMLElement, signal: AbortSignal): void {
  if (discussion.querySelectorAll('.entry').length < FEWEST_ON_A_MAP && !discussion.querySelector('.more')) return
  const wide = matchMedia(WIDE)
  const begin = async () => {
    if (!wide.matches) return
    wide.removeEventListener('change', begin)
    await import('./discussion-map.ts')
    if (!signal.aborted) discussion.append(document.createElement('discussion-map'))
  }
  wide.addEventListener('change', begin, { signal })
  void attempt(begin)
}
