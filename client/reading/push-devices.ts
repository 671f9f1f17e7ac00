import './common.ts'
import { attempt } from '../shared/attempt.ts'
import { scriptAt } from '../shared/trusted.ts'

/** Lets somebody have their notices shown in this browser. It is asked for by a press alone, never by itself. */
class PushDevices extends HTMLElement {
  connectedCallback() {
    void attempt(() => this.#offer())
  }

  async #offer() {
    if (!('serviceWorker' in navigator) || !('PushManager' in window)) return
    const registration = await navigator.serviceWorker.getRegistration()
    const subscription = await registration?.pushManager.getSubscription()
    if (subscription && subscription.endpoint === this.dataset.here) return
    const button = this.querySelector<HTMLButtonElement>('[type="button"]')!
    button.hidden = false
    button.onclick = () => this.#begin(button)
  }

  async #begin(button: HTMLButtonElement) {
    button.disabled = true
    const onward = await begin(this).catch(() => undefined)
    if (onward) location.assign(onward)
    button.disabled = false
    this.querySelector<HTMLElement>('.error')!.hidden = onward !== undefined
  }
}

customElements.define('push-devices', PushDevices)

/** Where the server leads on to; undefined where the reader, their browser or its push service does not want it. */
async function begin({ dataset }: HTMLElement): Promise<string | undefined> {
  if ((await Notification.requestPermission()) !== 'granted') return
  await navigator.serviceWorker.register(scriptAt('/service-worker.js'))
  const { pushManager } = await navigator.serviceWorker.ready
  await (await pushManager.getSubscription())?.unsubscribe()
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: dataset.key! })
  const { endpoint, keys } = subscription.toJSON()
  const answer = await fetch(dataset.send!, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ endpoint, ...keys, language: document.documentElement.lang }),
  })
  if (answer.ok) return (await answer.json()).location
  await subscription.unsubscribe()
}
