import type { PushMessage } from '../../src/domain/reach/index.ts'

/** What the server says in a push message; what only the push service needs has come off it. */
type Message = Omit<PushMessage, 'topic'>

/** Where a notice leads: a page to open, or an open one that shows it. */
type Target = Pick<Message, 'path' | 'page' | 'tag'>

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void
}

interface Heard {
  install: Lasting
  activate: Lasting
  push: Lasting & { data: { json(): Message } | null }
  notificationclick: Lasting & { notification: Notification }
  pushsubscriptionchange: Lasting & Record<'oldSubscription' | 'newSubscription', PushSubscription | null>
}

interface Tab {
  url: string
  focus(): Promise<unknown>
  navigate(url: string): Promise<unknown>
}

/** @NOTE TypeScript's DOM is that of pages; this is the part of a worker's that is used here. */
declare const self: {
  location: Location
  registration: ServiceWorkerRegistration
  clients: {
    matchAll(which: { type: 'window'; includeUncontrolled: true }): Promise<Tab[]>
    openWindow(url: string): Promise<unknown>
    claim(): Promise<void>
  }
  skipWaiting(): Promise<void>
  addEventListener<Kind extends keyof Heard>(kind: Kind, hear: (event: Heard[Kind]) => void): void
}

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('push', (event) => {
  if (event.data) event.waitUntil(show(event.data.json()))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(event.notification.data))
})

self.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(move(event.oldSubscription, event.newSubscription))
})

function show({ title, body, lang, dir, tag, ...target }: Message) {
  return self.registration.showNotification(title, { body, lang, dir, tag, data: { ...target, tag } })
}

/** The page that shows the comment already comes to the front, or that of its article leads on to it; else a new one opens. */
async function open({ path, page, tag }: Target): Promise<unknown> {
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const there = tabs.find(({ url }) => new URL(url).hash === `#${tag}`)
  if (there) return there.focus()
  const near = tabs.find(({ url }) => new URL(url).pathname === page)
  if (!near) return self.clients.openWindow(path)
  await near.focus()
  return near.navigate(path)
}

/** Says where the push service takes messages from now on; who has ended it meanwhile stays untold. */
async function move(before: PushSubscription | null, given: PushSubscription | null) {
  const { pushManager } = self.registration
  const moved = given ?? (before && (await pushManager.subscribe(before.options as PushSubscriptionOptionsInit)))
  if (!moved) return
  const { endpoint, keys } = moved.toJSON()
  const answer = await fetch('/me/devices', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ endpoint, ...keys, moved: 1 }),
  })
  if (!answer.ok) await moved.unsubscribe()
}
