import { z } from 'zod'
import { paths } from '../../addresses/paths.ts'
import { agree, takeBackConsent } from '../../domain/people/index.ts'
import {
  CHANNEL_NAMES,
  endMail,
  NOTICE_KINDS,
  type NoticeKind,
  PACES,
  type Wanted,
  wantKinds,
  wishMail,
} from '../../domain/reach/index.ts'
import type { Say } from '../../kit/sentences.ts'
import { flag } from '../http/shapes.ts'
import { submitAnew } from '../http/submit.ts'
import { taking } from '../http/taking.ts'

/** A kind on the page, or with a channel's name behind it. */
type Wish = `${NoticeKind}${string}`

const WISHES = ['', ...CHANNEL_NAMES.map((channel) => `-${channel}`)].flatMap((by) =>
  NOTICE_KINDS.map((kind): Wish => `${kind}${by}`),
)
const BOXES = Object.fromEntries(WISHES.map((name) => [name, flag])) as Record<Wish, typeof flag>

/** Of what a person wants to be told: a field for each kind that they want, and for each by each channel; and how soon by mail. */
export const create = taking(
  { form: { ...BOXES, mail: z.enum(PACES).optional().catch(undefined) } },
  async (ask, { mail: pace, ...boxes }) => {
    const by = await ask.person()
    const isOn: Partial<Record<Wish, boolean>> = boxes
    const kinds = (by: string) => NOTICE_KINDS.filter((kind) => isOn[`${kind}${by}`])
    const byChannel = CHANNEL_NAMES.map((channel) => [channel, kinds(`-${channel}`)])
    const wanted: Wanted = { ...Object.fromEntries(byChannel), page: kinds('') }
    const [language, say] = [await ask.language(), await ask.say()]
    const location = `${paths.account(language)}?done=notices`
    return submitAnew(ask, by, [JSON.stringify(wanted), pace ?? ''], async (tx) => {
      await wantKinds(tx, by.id, wanted, ask.at)
      if (pace) {
        await wishMail(tx, { personId: by.id, pace, language, at: ask.at })
        await agree(tx, { personId: by.id, about: 'mail', words: mailWords(pace, say), language, at: ask.at })
      } else {
        await endMail(tx, by.id)
        await takeBackConsent(tx, by.id, 'mail', ask.at)
      }
      return { location }
    })
  },
)

/** The choice as it stands in the form. */
function mailWords(pace: string, say: Say): string {
  return `${say('mail-pace.title')}: ${say(`mail-pace.${pace}`)}`
}
