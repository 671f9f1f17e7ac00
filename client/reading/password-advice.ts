import './common.ts'

/** Shows what the server has to say of a password once it is typed, before it is set. */
class PasswordAdvice extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector('input')!
    input.onchange = () => this.#ask(input.value)
  }

  async #ask(password: string) {
    const output = this.querySelector('output')!
    output.value = password === '' ? '' : await adviceOn(this.dataset.send!, password).catch(() => '')
  }
}

customElements.define('password-advice', PasswordAdvice)

async function adviceOn(path: string, password: string): Promise<string> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ password, language: document.documentElement.lang }),
  })
  return answer.ok ? (await answer.json()).advice : ''
}
