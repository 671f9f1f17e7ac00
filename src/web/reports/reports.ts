import { paths } from '../../addresses/paths.ts'
import { standing } from '../../domain/discussion/index.ts'
import {
  FULL_WEIGHT,
  recordOf,
  report,
  reportBy,
  reportOthers,
  rulesIn,
  weightAfter,
} from '../../domain/moderation/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { COMMENT, shownIn } from '../comments/index.ts'
import { messagePage } from '../html/message-page.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { idOrNone, text } from '../http/shapes.ts'
import { STATUS } from '../http/status.ts'
import { keyAgain, submitOnce } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import type { Wrong } from '../http/wrong.ts'
import { mutedFor } from '../mutes/index.ts'
import { type ReportShown, reportForm } from './report-form.ts'
import { reportedPage } from './reported-page.ts'

/** Asks what is wrong with a comment; of one that the reader reported, it says what came of that. */
export const form = taking({ params: COMMENT }, async (ask, { comment: id }) => {
  const by = await ask.person()
  const own = await reportBy(ask.store, by.id, id)
  if (own) {
    const [frame, say] = [await ask.frame(), await ask.say()]
    const rules = await rulesIn(ask.store, frame.language)
    return page(reportedPage(frame, { report: own, rules, weight: await weightOf(ask) }, say))
  }
  const { authorId } = await standing(ask.store, id)
  return reportOthers.may(by, { authorId }) ? formPage(ask, id) : ownPage(ask, id)
})

/** A report is a thing that is made: by whom, of what, by which rule, in which words. */
export const create = taking(
  { params: COMMENT, form: { rule: idOrNone<'rule'>(), words: text } },
  async (ask, { comment: id, rule: ruleId, words }) => {
    const by = await ask.person()
    const language = await ask.language()
    return submitOnce(ask, by, [String(ruleId), words], async (tx) => {
      await report(tx, { id, by, ruleId, words, at: ask.at })
      return { location: paths.report(id, language) }
    })
  },
  async (ask, { comment, rule, words }, _, wrong) => {
    if (wrong.trouble.kind !== 'invalid') throw wrong.trouble
    return formPage(ask, comment, { ruleId: idFrom(rule) ?? null, words }, wrong)
  },
)

/** The link to this page is the same for everyone, so its author comes here, too. */
async function ownPage(ask: Ask, id: number): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const onward = { path: paths.comment(id, frame.language), words: say('reaction.way-back') }
  return page(messagePage(frame, { title: say('report.own'), sentences: [], onward }, say), STATUS.forbidden)
}

async function formPage(
  ask: Ask,
  id: Parameters<typeof shownIn>[1],
  chosen: ReportShown['chosen'] = { ruleId: null, words: '' },
  wrong?: Wrong,
): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const shown = {
    sending: { action: paths.report(id), key: keyAgain(ask, wrong) },
    comment: await shownIn(ask, id),
    rules: await rulesIn(ask.store, frame.language),
    muted: await mutedFor(await ask.asker(), ask.store),
    chosen,
    weight: await weightOf(ask),
    errors: { ...(wrong?.error && { rule: wrong.error }), ...wrong?.errors },
  }
  return page(reportForm(frame, shown, say), wrong?.status)
}

/** What the reader must know of what their reports weigh; nothing where that is what everybody's do. */
async function weightOf(ask: Ask): Promise<ReportShown['weight']> {
  const record = await recordOf(ask.store, (await ask.person()).id)
  const percent = weightAfter(record)
  return percent === FULL_WEIGHT ? null : { percent, ...record }
}
