import { paths } from '../../../addresses/paths.ts'
import { addCannedReason, cannedReasons, takeCannedReason } from '../../../domain/moderation/index.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, id, text } from '../../http/shapes.ts'
import { freshKey, keyAgain, submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { type ReasonsShown, reasonsPage } from './reasons-page.ts'

/** The reasons that stand ready for those who decide. */
export const show = taking({ query: { done: flag } }, (ask, { done }) => shown(ask, { done }))

/** Has another stand ready, in one of the publication's languages. */
export const create = taking(
  { form: { within: text, title: text, words: text } },
  async (ask, { within, ...typed }) => {
    const by = await ask.person()
    const { language: own, publication } = await ask.frame()
    const language = publication.languages.find((one) => one.language === within)?.language ?? own
    return submitOnce(ask, by, [language, typed.title, typed.words], async (tx) => {
      await addCannedReason(tx, { language, ...typed, by, at: ask.at })
      return { location: paths.deskReasons(own, { done: 1 }) }
    })
  },
  (ask, typed, _, wrong) => shown(ask, { typed, wrong }),
)

/** Takes one away. */
export const end = taking({ params: { reason: id<'canned-reason'>('reason.missing') } }, async (ask, { reason }) => {
  const by = await ask.person()
  const location = paths.deskReasons(await ask.language(), { done: 1 })
  return submitOnce(ask, by, [String(reason)], async (tx) => {
    await takeCannedReason(tx, reason, { by, at: ask.at })
    return { location }
  })
})

interface Since {
  done?: boolean
  typed?: ReasonsShown['typed']
  wrong?: Wrong
}

async function shown(ask: Ask, { done = false, typed, wrong }: Since): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const reasons = await cannedReasons(ask.store, frame.language)
  const html = reasonsPage(
    frame,
    {
      reasons: reasons.map((one) => ({ ...one, taking: { action: paths.deskReasonEnd(one.id), key: freshKey() } })),
      adding: { action: paths.deskReasons(), key: keyAgain(ask, wrong) },
      typed: typed ?? { within: frame.language, title: '', words: '' },
      errors: { form: wrong?.error ?? null, ...wrong?.errors },
      done,
    },
    say,
  )
  return page(html, wrong?.status)
}
