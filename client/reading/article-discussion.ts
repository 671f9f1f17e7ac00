import { attempt, attemptLater } from '../shared/attempt.ts'
import { startArrival } from './arrival.ts'
import { startFolding } from './folding.ts'
import { startKeys } from './keys.ts'
import { startLinksInPlace, startMap, startSelections, startTranslations } from './on-first-use.ts'
import { startPersonalLayer } from './personal-layer.ts'
import { startShortWay } from './short-way.ts'

/** What it does for its reader, each beside the others: should one fail, the others go on. */
const PARTS = [startPersonalLayer, startKeys, startLinksInPlace, startShortWay, startSelections]

/** These go through all comments, which takes a phone long: each has a turn of its own, with time between to draw and to answer. */
const TURNS = [startFolding, startArrival, startTranslations, startMap]

/** The discussion beneath an article, as long as it is on the page. */
class ArticleDiscussion extends HTMLElement {
  #leaving: AbortController | undefined

  connectedCallback() {
    this.#leaving = new AbortController()
    const { signal } = this.#leaving
    for (const start of PARTS) void attempt(() => start(this, signal))
    void attemptLater(
      TURNS.map((start) => () => start(this, signal)),
      signal,
    )
  }

  disconnectedCallback() {
    this.#leaving?.abort()
  }
}

customElements.define('article-discussion', ArticleDiscussion)
