import { z } from 'zod'
import { paths } from '../../addresses/paths.ts'
import { CHANNELS, endMail, NOTICE_KINDS, PACES, wantKinds, wishMail } from '../../domain/reach/index.ts'
import { flag } from '../http/shapes.ts'
import { submitAnew } from '../http/submit.ts'
import { taking } from '../http/taking.ts'

type Wish = (typeof NOTICE_KINDS)[number] | `${(typeof NOTICE_KINDS)[number]}-${(typeof CHANNELS)[number]}`

const WISHES = ['', ...CHANNELS.map((channel) => `-${channel}`)].flatMap((by) =>
  NOTICE_KINDS.map((kind) => `${kind}${by}` as Wish),
)
const BOXES = Object.fromEntries(WISHES.map((name) => [name, flag])) as Record<Wish, typeof flag>

/** Of what a person wants to be told: a field for each kind that they want, and for each by each channel; and how soon by mail. */
export const create = taking(
  { form: { ...BOXES, mail: z.enum(PACES).optional().catch(undefined) } },
  async (ask, { mail: pace, ...boxes }) => {
    const by = await ask.person()
    const wanted = {
      page: NOTICE_KINDS.filter((kind) => boxes[kind]),
      mail: NOTICE_KINDS.filter((kind) => boxes[`${kind}-mail`]),
      push: NOTICE_KINDS.filter((kind) => boxes[`${kind}-push`]),
    }
    const language = await ask.language()
    const location = `${paths.account(language)}?done=notices`
    return submitAnew(ask, by, [JSON.stringify(wanted), pace ?? ''], async (tx) => {
      await wantKinds(tx, by.id, wanted, ask.at)
      if (pace) await wishMail(tx, { personId: by.id, pace, language, at: ask.at })
      else await endMail(tx, by.id)
      return { location }
    })
  },
)
