import assert from 'node:assert/strict'
import { type Browser, formIn, type Page } from '../support/front-door.ts'

/** An editor at the desk of one edition, who does everything by the forms that stand there. */
export function deskOf(editor: Browser, editionId: number) {
  const claims = `/desk/editions/${editionId}/sources`

  /** Fills in the form of a page that goes to an address, and sends it. */
  async function sendForm(page: Page, action: string, fields: Record<string, string>): Promise<Page> {
    const forms = page.text.split('<form ').slice(1)
    const own = forms.find((form) => form.includes(`action="${action}"`))
    assert.ok(own, `no form to ${action} on ${page.path}: ${page.status}`)
    const answer = await editor.send({ ...page, text: `<form ${own}` }, fields)
    assert.equal(answer.status, 303, answer.text.replace(/^[\s\S]*<main[^>]*>/, '').slice(0, 1500))
    return answer
  }

  /** Marks words of the text, and answers with the number of the claim or quote. */
  async function mark(kind: 'claim' | 'quote', key: string, words: string): Promise<number> {
    await sendForm(await editor.get(`${claims}?language=en`), claims, { words, mark: kind, key_: key })
    const { text } = await editor.get(`${claims}?language=en`)
    const [item] = text.split('<li ').filter((one) => one.startsWith(`id="${kind}-${key}"`))
    return Number(new RegExp(`/desk/${kind}s/(\\d+)`).exec(item!)![1])
  }

  async function claim(
    key: string,
    words: string,
    hops: readonly Record<string, string>[],
    said: Record<string, string> = {},
  ) {
    const id = await mark('claim', key, words)
    const page = `/desk/claims/${id}?language=en&edition=${editionId}`
    for (const hop of hops)
      await sendForm(await editor.get(page), `/desk/claims/${id}/hops`, {
        relation: 'published',
        anonymity: 'named',
        ...hop,
      })
    if (Object.keys(said).length > 0)
      await sendForm(await editor.get(page), `/desk/claims/${id}`, { kind: 'fact', status: 'reported', ...said })
    return id
  }

  async function quote(key: string, words: string, said: Record<string, string>) {
    const id = await mark('quote', key, words)
    await sendForm(await editor.get(`/desk/quotes/${id}?language=en&edition=${editionId}`), `/desk/quotes/${id}`, said)
    return id
  }

  async function relate(from: number, type: string, to: number) {
    const page = await editor.get(`/desk/claims/${from}?language=en&edition=${editionId}`)
    const forms = page.text.split('<form ').filter((form) => form.includes(`action="/desk/claims/${from}/relations"`))
    await sendForm({ ...page, text: `<form ${forms.at(-1)}` }, `/desk/claims/${from}/relations`, {
      type,
      to: String(to),
    })
  }

  async function publish() {
    const page = await editor.get(`/desk/editions/${editionId}?language=en`)
    const { action, fields } = formIn(page)
    const answer = await editor.post(`${action}/publication`, fields)
    assert.equal(answer.status, 303, answer.text.slice(-800))
  }

  return { claims, sendForm, mark, claim, quote, relate, publish }
}

/** A page's words without its elements, runs of white space as one. */
export function wordsOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
}
