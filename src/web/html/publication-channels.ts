import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import type { Frame } from './frame.ts'
import { type Html, html } from './template.ts'
import { webAddress } from './web-address.ts'

/** The ways to follow the publication: its feed, its Telegram channel, its address. */
export function followHtml({ language, publication }: Frame, say: Say): Html {
  const { mail } = publication.follow
  const channel = telegramAddress(publication.follow.telegram)
  return html`<a href="${paths.feed(language)}" type="application/atom+xml">${say('follow.feed')}</a>${
    channel ? html`<a href="${channel}" rel="me noopener">${say('follow.telegram')}</a>` : null
  }${mail ? html`<a href="mailto:${mail}">${say('follow.mail')}</a>` : null}`
}

/** A channel is given as its whole address or by its name alone. */
function telegramAddress(channel: string | null): string | undefined {
  if (!channel) return
  return webAddress(channel) ?? `https://t.me/${encodeURIComponent(channel.replace(/^@/, ''))}`
}
