import { attempt } from './attempt.ts'
import { me } from './me.ts'

/** Where the masthead leads in: of somebody who is signed in it says the name, and how many notices wait. */
class ReaderCorner extends HTMLElement {
  #title: string | undefined

  connectedCallback() {
    void attempt(async () => {
      const { name, notices = 0 } = await me()
      if (name === undefined) return
      this.#showName(name)
      this.showNotices(notices)
    })
  }

  showNotices(unread: number) {
    const bell = this.querySelector<HTMLAnchorElement>('#bell')!
    this.#title ??= bell.ariaLabel ?? ''
    const count = unread === 0 ? '' : unread < 100 ? String(unread) : '99+'
    bell.hidden = false
    bell.querySelector('b')!.textContent = count
    bell.ariaLabel = `${this.#title} ${count}`.trim()
  }

  #showName(name: string) {
    const link = this.querySelector<HTMLAnchorElement>('#me')!
    link.textContent = link.title = name
    link.href = link.dataset.account!
  }
}

customElements.define('reader-corner', ReaderCorner)

/** Shows how many notices are unread to the person whose page this is. */
export function showNotices(unread: number): void {
  document.querySelector<ReaderCorner>('reader-corner')?.showNotices(unread)
}
