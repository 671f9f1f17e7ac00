/** As many as are on their way at once. */
const AT_ONCE = 2

interface Answer {
  location?: string
  detail?: string
}

/** Takes pictures by drop, by paste and from the form, sends each by itself, and shows how far it is. */
class PictureUpload extends HTMLElement {
  #leaving: AbortController | undefined
  #waiting: (() => Promise<void>)[] = []
  #underWay = 0
  #locations: string[] = []
  #hasFailed = false

  connectedCallback() {
    this.#leaving = new AbortController()
    const { signal } = this.#leaving
    const hint = document.createElement('p')
    hint.className = 'drop'
    hint.textContent = this.dataset.drop!
    this.prepend(hint)
    this.#form.addEventListener('submit', (event) => this.#submitted(event), { signal })
    this.#input.addEventListener('change', () => this.#takeChosen(), { signal })
    document.addEventListener('paste', ({ clipboardData }) => this.#take(clipboardData?.files), { signal })
    for (const name of ['dragover', 'drop'] as const) {
      document.addEventListener(name, (event) => this.#dragged(event), { signal })
    }
    document.addEventListener('dragleave', () => this.classList.remove('over'), { signal })
  }

  disconnectedCallback() {
    this.#leaving?.abort()
    this.querySelector('.drop')?.remove()
  }

  get #form() {
    return this.querySelector('form')!
  }

  get #input() {
    return this.querySelector<HTMLInputElement>('input[type="file"]')!
  }

  #submitted(event: SubmitEvent) {
    event.preventDefault()
    this.#takeChosen()
  }

  #takeChosen() {
    this.#take(this.#input.files)
    this.#input.value = ''
  }

  #dragged(event: DragEvent) {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    this.classList.toggle('over', event.type === 'dragover')
    if (event.type === 'drop') this.#take(event.dataTransfer.files)
  }

  #take(files: FileList | null | undefined) {
    for (const file of files ?? []) this.#waiting.push(this.#sending(file))
    this.#goOn()
  }

  #goOn() {
    while (this.#underWay < AT_ONCE && this.#waiting.length > 0) {
      this.#underWay++
      void this.#waiting.shift()!().finally(() => {
        this.#underWay--
        this.#goOn()
      })
    }
    if (this.#underWay === 0) this.#end()
  }

  /** Whoever brought one goes on to it, whoever brought many to all that have no text. */
  #end() {
    if (this.#hasFailed || this.#locations.length === 0) return
    const [only, ...others] = this.#locations
    const shelf = new URL(this.#form.action)
    shelf.searchParams.set('language', this.#value('language'))
    shelf.searchParams.set('lacking', '1')
    location.href = others.length === 0 ? only! : shelf.href
  }

  #value(name: string) {
    return (this.#form.elements.namedItem(name) as HTMLInputElement).value
  }

  #sending(file: File) {
    const line = document.createElement('li')
    const name = document.createElement('bdi')
    const progress = document.createElement('progress')
    const said = document.createElement('span')
    name.textContent = file.name
    said.textContent = this.dataset.underWay!
    line.append(name, ' ', said, progress)
    this.querySelector('.uploads')!.append(line)
    return async () => {
      const { location, detail } = await send(this.#form.action, this.#bodyOf(file), (part) => {
        progress.value = part
        if (part === 1) {
          said.textContent = this.dataset.drawing!
          progress.removeAttribute('value')
        }
      })
      progress.remove()
      if (location) this.#arrived(said, location)
      else this.#failed(said, detail)
    }
  }

  #arrived(said: HTMLElement, location: string) {
    this.#locations.push(location)
    const link = document.createElement('a')
    link.href = location
    link.textContent = this.dataset.describe!
    said.replaceChildren(link)
  }

  #failed(said: HTMLElement, detail = this.dataset.broken!) {
    this.#hasFailed = true
    said.className = 'error'
    said.textContent = detail
  }

  #bodyOf(file: File) {
    const body = new FormData()
    body.set('language', this.#value('language'))
    body.set('pictures', file, file.name)
    return body
  }
}

/** @NOTE `fetch` does not say how much has been sent. */
function send(address: string, body: FormData, progress: (part: number) => void): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('idempotency-key', crypto.randomUUID())
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => resolve((request.response as Answer | null) ?? {}))
    request.addEventListener('error', () => resolve({}))
    request.send(body)
  })
}

customElements.define('picture-upload', PictureUpload)
