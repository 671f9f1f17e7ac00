import { z } from 'zod'
import { paths } from '../../addresses/paths.ts'
import {
  type AppealId,
  appealById,
  commentsOfAppeal,
  concernedBy,
  decideAppeal,
  mustMayDecide,
  rulesIn,
  statementById,
  toldBy,
  toldLines,
} from '../../domain/moderation/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { id, idOrNone, text } from '../http/shapes.ts'
import { keyAgain, submitOnce } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import type { Wrong } from '../http/wrong.ts'
import { outcomePage } from './outcome-page.ts'

export interface Given {
  /** Whether who decided may decide about an appeal, because nobody else is there. */
  ownAppeals: boolean
}

const APPEAL = { appeal: id<'appeal'>('appeal.missing') }

/** An appeal with the decision that it is about, and the form that decides it. */
export const form = taking({ params: APPEAL }, (ask, { appeal }, given: Given) => formPage(ask, appeal, given))

/** Decides an appeal: the decision is taken back, or stands. */
export const create = taking(
  {
    params: APPEAL,
    form: { outcome: z.enum(['grant', 'dismiss'], 'appeal.outcome-missing'), words: text, rule: idOrNone<'rule'>() },
  },
  async (ask, { appeal, outcome, words, rule: ruleId }, { ownAppeals: maySame }: Given) => {
    const by = await ask.person()
    const language = await ask.language()
    return submitOnce(ask, by, [String(appeal), outcome, words, String(ruleId)], async (tx) => {
      const made = await decideAppeal(tx, { id: appeal, by, outcome, words, ruleId, at: ask.at, maySame })
      return { location: paths.deskDecision(made, language) }
    })
  },
  async (ask, { appeal, words }, given, wrong) => {
    if (wrong.trouble.kind !== 'invalid') throw wrong.trouble
    return formPage(ask, appeal, given, words, wrong)
  },
)

async function formPage(ask: Ask, number: AppealId, { ownAppeals }: Given, words = '', wrong?: Wrong) {
  const by = await ask.person()
  const [frame, say, language] = [await ask.frame(), await ask.say(), await ask.language()]
  const found = await ask.store.read(async (db) => {
    const appeal = await appealById(db, number)
    if (!appeal) throw new Trouble('missing', 'appeal.missing')
    const statement = await statementById(db, appeal.statementId)
    const told = statement && (await toldBy(db, statement, language))
    if (!told) throw new Trouble('missing', 'appeal.missing')
    await mustMayDecide(db, by, told.decision, await commentsOfAppeal(db, appeal))
    return { appeal, told, concerned: await concernedBy(db, told.statement), rules: await rulesIn(db, language) }
  })
  const { appeal, told, concerned, rules } = found
  const isOwn = [told.decision.byId, told.decision.assentedById].includes(by.id)
  const wasKept = told.statement.to === 'reporter'
  const shown = {
    appeal,
    lines: toldLines(told, { say, language, zone: frame.publication.zone }),
    words: told.words,
    concerned,
    count: told.statement.comments,
    comment: told.comment,
    may: appeal.state === 'open' && (!isOwn || ownAppeals),
    isOwn,
    rules: wasKept ? rules : [],
    sending: { action: paths.deskAppeal(number), key: keyAgain(ask, wrong) },
    answer: words,
    errors: { ...wrong?.errors },
    error: wrong?.error ?? null,
  }
  return page(outcomePage(frame, shown, say), wrong?.status)
}
