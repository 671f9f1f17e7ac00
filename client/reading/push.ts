import { serviceWorkerAt } from '../shared/trusted.ts'

/** Lets somebody have their notices shown in this browser. It is asked for by a press alone, never by itself. */
export async function startPush(): Promise<void> {
  const section = document.getElementById('devices')
  if (!section || !('serviceWorker' in navigator) || !('PushManager' in window)) return
  const registration = await navigator.serviceWorker.getRegistration()
  const subscription = await registration?.pushManager.getSubscription()
  if (subscription && subscription.endpoint === section.dataset.here) return
  const button = section.querySelector<HTMLButtonElement>('[type="button"]')!
  button.hidden = false
  button.addEventListener('click', async () => {
    button.disabled = true
    const location_ = await begin(section).catch(() => undefined)
    if (location_) location.assign(location_)
    button.disabled = false
    section.querySelector<HTMLElement>('.error')!.hidden = location_ !== undefined
  })
}

/** Where the server leads on to; undefined where the reader, their browser or its push service does not want it. */
async function begin({ dataset }: HTMLElement): Promise<string | undefined> {
  if ((await Notification.requestPermission()) !== 'granted') return
  await navigator.serviceWorker.register(serviceWorkerAt('/service-worker.js'))
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
