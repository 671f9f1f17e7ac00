const MOST = 3

/** Says aloud which comments have come, which the line at the foot counts for the eyes; and for both that the connection is lost. */
export class News {
  readonly #line: HTMLElement
  readonly #told = new Set<number>()
  #links: { id: number; link: HTMLElement }[] = []
  #isLost = false
  #reload: HTMLButtonElement | undefined

  constructor(line: HTMLElement) {
    this.#line = line
  }

  tell(id: number, name: string, label: string): void {
    if (this.#told.has(id)) return
    this.#told.add(id)
    const link = document.createElement('a')
    const who = document.createElement('bdi')
    who.textContent = name
    link.append(who, ` ${label}`)
    link.href = document.getElementById(`c-${id}`) ? `#c-${id}` : `/c/${id}?language=${document.documentElement.lang}`
    this.#links = [...this.#links, { id, link }].slice(-MOST)
    this.#show()
  }

  /** Takes a comment back out of the line, which is not said anew for that. */
  seen(id: number): void {
    const link = this.#links.find((told) => told.id === id)?.link
    this.#links = this.#links.filter((told) => told.link !== link)
    if (this.#links.length === 0 && link?.isConnected) this.#line.replaceChildren()
    else link?.remove()
  }

  /** Says that the page is out of date as a whole, and loads it anew when that is wished. */
  outOfDate(): void {
    this.#reload = document.createElement('button')
    this.#reload.type = 'button'
    this.#reload.textContent = this.#line.dataset.outOfDate!
    this.#reload.addEventListener('click', () => location.reload())
    this.#show()
  }

  lost(isLost: boolean): void {
    if (this.#isLost === isLost) return
    this.#isLost = isLost
    this.#show()
  }

  #show() {
    const { lost = '', new: fresh = '' } = this.#line.dataset
    const links = this.#links.flatMap(({ link }) => [' ', link])
    const told = this.#isLost ? [lost] : links.length > 0 ? [fresh, ...links] : []
    this.#line.classList.toggle('said', !this.#reload && !this.#isLost)
    this.#line.replaceChildren(...(this.#reload ? [this.#reload] : told))
  }
}
