/** Lets one press a picture where it matters most, instead of moving two sliders. */
class PictureFocus extends HTMLElement {
  #leaving: AbortController | undefined

  connectedCallback() {
    this.#leaving = new AbortController()
    const { signal } = this.#leaving
    const mark = document.createElement('span')
    mark.className = 'mark'
    this.querySelector('figure')!.append(mark)
    this.querySelector('img')!.addEventListener('click', (event) => this.#press(event), { signal })
    this.addEventListener('input', () => this.#show(), { signal })
    this.#show()
  }

  disconnectedCallback() {
    this.#leaving?.abort()
    this.querySelector('.mark')?.remove()
  }

  #slider(name: string) {
    return this.querySelector<HTMLInputElement>(`[name="${name}"]`)!
  }

  #press({ offsetX, offsetY, target }: MouseEvent) {
    const { clientWidth, clientHeight } = target as HTMLImageElement
    this.#slider('focusX').valueAsNumber = Math.round((100 * offsetX) / clientWidth)
    this.#slider('focusY').valueAsNumber = Math.round((100 * offsetY) / clientHeight)
    this.#show()
  }

  #show() {
    const mark = this.querySelector<HTMLElement>('.mark')!
    mark.style.setProperty('left', `${this.#slider('focusX').value}%`)
    mark.style.setProperty('top', `${this.#slider('focusY').value}%`)
  }
}

customElements.define('picture-focus', PictureFocus)
