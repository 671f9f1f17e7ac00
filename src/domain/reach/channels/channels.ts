import type { Channel } from '../delivery/channel.ts'
import { mail } from './mail/index.ts'
import { push } from './push/index.ts'

/** How people are told beside the page on which all notices stand. */
export const CHANNELS: readonly Channel[] = [mail, push]

export const CHANNEL_NAMES = CHANNELS.map(({ name }) => name)
