import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BrowserContext, Page, Worker } from 'playwright-core'
import { assertAccessible } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { openStage, whileTesting } from '../support/browser/stage.ts'
import { openWindow } from '../support/browser/windows.ts'
import { openPushService, type PushBrowser } from '../support/push-service.ts'
import { publish, say } from '../support/site.ts'
import { until } from '../support/until.ts'

const stage = whileTesting(async () => {
  const service = await openPushService()
  const stage = await openStage({ tern: ['Tern'], gull: ['Gull'] }, { reach: service.reach })
  const article = await publish(stage.site, {
    slug: 'trains',
    title: 'Night trains',
    words: 'Nobody has published the figures.',
  })
  return {
    ...stage,
    service,
    article,
    async [Symbol.asyncDispose]() {
      await stage[Symbol.asyncDispose]()
      await service[Symbol.asyncDispose]()
    },
  }
})

test(
  'a press asks for notices in this browser, a push shows one, a click leads to it, and another press ends it',
  inChromium,
  async () => {
    const root = await say(stage.site, stage.tern.person, stage.article, 'The root')
    await using window = await openWindow(stage.browser, stage.site, stage.tern)
    const { page } = window
    const context = page.context()
    const [asked, moved] = [1, 2].map(() => stage.service.browser(stage.site.parley.web.push.publicKey)) as [
      PushBrowser,
      PushBrowser,
    ]
    await standFor(page, asked)
    await page.goto('/en/account')
    await page.click('#devices button[type=button]')
    await page.waitForSelector('#devices .error', { state: 'visible' })
    assert.equal(context.serviceWorkers().length, 0, 'who is refused gets no worker')

    await context.grantPermissions(['notifications'], { origin: stage.site.url })
    const working = context.waitForEvent('serviceworker')
    await page.click('#devices button[type=button]')
    await page.waitForURL(/done=push/)
    const worker = await working
    assert.match((await page.textContent('#devices'))!, /1 browser shows your notices/)
    await page.waitForLoadState('load')
    assert.equal(await page.isVisible('#devices button[type=button]'), false)
    await assertAccessible(page)

    const reply = await say(stage.site, stage.gull.person, stage.article, 'An answer', root.id)
    const { data } = await pushedTo(asked)
    await page.goto('/en/trains')
    await deliver(context, page, data)
    const shown = await notices(worker, 1)
    assert.deepEqual(shown, [['Gull answered you', 'Night trains', 'en', `c-${reply.id}`]])

    const opened = clicked(worker)
    assert.deepEqual(await opened, [], 'the open page of the article leads on')
    await page.waitForURL(new RegExp(`#c-${reply.id}$`))
    await page.goto('/en/rules')
    await deliver(context, page, data)
    await notices(worker, 1)
    assert.deepEqual(await clicked(worker), [`/c/${reply.id}?language=en`])

    await move(worker, moved)
    await say(stage.site, stage.gull.person, stage.article, 'Another answer', root.id)
    assert.equal((await pushedTo(moved)).data.title, 'Gull answered you')
    assert.equal(asked.messages.length, 1)
    await page.goto('/en/account')
    await page.click('#devices form button >> nth=0')
    await page.waitForURL(/done=push-ended/)
    assert.match((await page.textContent('#devices'))!, /No browser shows your notices/)
    await page.goto(`/c/${root.id}/follow`)
    await page.click('.form button')
    await page.goto('/follows?language=en')
    assert.match((await page.textContent('.notices'))!, /The branch under 1/)
    await assertAccessible(page)
  },
)

/** @NOTE Chromium subscribes at Google's service alone: here it is given what ours would have given it. */
function standFor(page: Page, { subscription }: PushBrowser) {
  return page.addInitScript(({ endpoint, ...keys }) => {
    const given = { endpoint, toJSON: () => ({ endpoint, keys }), unsubscribe: async () => true }
    let asked = false
    PushManager.prototype.getSubscription = async () =>
      asked || sessionStorage.getItem('asked') ? (given as unknown as PushSubscription) : null
    PushManager.prototype.subscribe = async (options) => {
      if (!options?.userVisibleOnly || String(options.applicationServerKey).length !== 87) throw new Error('refused')
      asked = true
      sessionStorage.setItem('asked', '1')
      return given as unknown as PushSubscription
    }
  }, subscription)
}

/** What two minutes later came to a browser's address. */
async function pushedTo(asked: PushBrowser) {
  await until(() => {
    stage.site.wait(10_000)
    return asked.messages.length > 0
  })
  return asked.messages.at(-1)!
}

/** Hands Chromium a message as its push service would. */
async function deliver(context: BrowserContext, page: Page, data: Record<string, string>) {
  const session = await context.newCDPSession(page)
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      if (registrations[0]) resolve(registrations[0].registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  const registrationId = await registered
  await session.send('ServiceWorker.deliverPushMessage', {
    origin: stage.site.url,
    registrationId,
    data: JSON.stringify(data),
  })
  await session.detach()
}

/** The notices that the browser shows, once there are so many. */
function notices(worker: Worker, count: number) {
  return worker.evaluate(async (count) => {
    const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration }
    let shown: Notification[] = []
    while (shown.length < count) shown = await registration.getNotifications()
    return shown.map(({ title, body, lang, tag }) => [title, body, lang, tag])
  }, count)
}

/** Clicks the notice, and tells which windows that opened. @NOTE without a real click a worker may neither open nor focus one. */
function clicked(worker: Worker) {
  return worker.evaluate(async () => {
    const scope = globalThis as unknown as {
      registration: ServiceWorkerRegistration
      clients: { openWindow(url: string): Promise<null> }
      WindowClient: { prototype: { focus(): Promise<unknown> } }
      NotificationEvent: new (kind: string, init: object) => Event & { waitUntil(work: Promise<unknown>): void }
    }
    const opened: string[] = []
    scope.clients.openWindow = async (url) => {
      opened.push(url)
      return null
    }
    scope.WindowClient.prototype.focus = async function focus() {
      return this
    }
    const [notification] = await scope.registration.getNotifications()
    const event = new scope.NotificationEvent('notificationclick', { notification })
    const worked = new Promise<void>((resolve, reject) => {
      event.waitUntil = (work) => void work.then(() => resolve(), reject)
    })
    dispatchEvent(event)
    await worked
    return opened
  })
}

/** Says to the worker that the push service has moved the browser. */
function move(worker: Worker, { subscription }: PushBrowser) {
  return worker.evaluate(async ({ endpoint, ...keys }) => {
    const { ExtendableEvent } = globalThis as unknown as { ExtendableEvent: typeof Event }
    const newSubscription = { toJSON: () => ({ endpoint, keys }) }
    const worked = Promise.withResolvers<void>()
    const waitUntil = (work: Promise<unknown>) => void work.then(() => worked.resolve(), worked.reject)
    dispatchEvent(Object.assign(new ExtendableEvent('pushsubscriptionchange'), { newSubscription, waitUntil }))
    await worked.promise
  }, subscription)
}
