import './common.ts'

/** Asks a device of the reader's for a key, and sends what it answers by the form that stands there. */
class PassKey extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button')!
    if (!('parseCreationOptionsFromJSON' in (window.PublicKeyCredential ?? {}))) return
    button.hidden = false
    button.onclick = (event) => {
      event.preventDefault()
      void this.#ask(button)
    }
  }

  async #ask(button: HTMLButtonElement) {
    const error = this.querySelector<HTMLElement>('.error')!
    error.hidden = true
    button.disabled = true
    try {
      const form = this.querySelector('form')!
      const { options, sealed } = await optionsFor(this.dataset.options!, form)
      field(form, 'credential').value = JSON.stringify(await answerTo(options))
      field(form, 'sealed').value = sealed
      button.disabled = false
      form.requestSubmit()
    } catch (wrong) {
      if (wrong instanceof Refused) error.textContent = wrong.message
      error.hidden = false
      button.disabled = false
    }
  }
}

customElements.define('pass-key', PassKey)

/** What the server refuses, in its words. */
class Refused extends Error {}

type Options = PublicKeyCredentialCreationOptionsJSON | PublicKeyCredentialRequestOptionsJSON

async function optionsFor(path: string, form: HTMLFormElement): Promise<{ options: Options; sealed: string }> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>),
  })
  const told = await answer.json()
  if (!answer.ok) throw new Refused(told.detail)
  return told
}

/** @NOTE only what makes a key says which kinds it may be of. */
async function answerTo(options: Options): Promise<unknown> {
  const { credentials } = navigator
  const credential =
    'pubKeyCredParams' in options
      ? await credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
  return (credential as PublicKeyCredential).toJSON()
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement
}
