import { paths } from '../../../addresses/paths.ts'
import {
  COMMENT_DECISIONS,
  decide,
  lastMadeIn,
  mustHandle,
  mustNotBeAnothers,
  queue,
} from '../../../domain/moderation/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { idOrNone, text, textOrNone } from '../../http/shapes.ts'
import { submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { CASE, shown } from './case.ts'

const kind = textOrNone.transform((sent) => COMMENT_DECISIONS.find((one) => one === sent))

/** Decides about a case, and leads to the next that waits. After another decision the same words are another one. */
export const create = taking(
  { params: CASE, form: { kind, rule: idOrNone<'rule'>(), note: text, staffNote: text }, about: { words: 'note' } },
  async (ask, { case: id, kind, rule: ruleId, note, staffNote }) => {
    const by = await ask.person()
    const language = await ask.language()
    if (!kind) throw new Trouble('invalid', 'decision.kind-missing')
    const before = await lastMadeIn(ask.store, id)
    return submitOnce(ask, by, [kind, String(ruleId), note, staffNote, String(before)], async (tx) => {
      const one = await mustHandle(tx, id, by)
      mustNotBeAnothers(one, { by, at: ask.at })
      if (one.commentId === null) throw new Trouble('invalid', 'decision.kind-missing')
      const ground = kind === 'remove' ? { ruleId } : {}
      const decided = await decide(tx, { kind, commentId: one.commentId, by, at: ask.at, ...ground, note, staffNote })
      const [next] = await queue(tx, by, { order: 'oldest', free: true }, ask.at, 1)
      const place = next
        ? `${paths.deskCase(next.id, language)}&decided=${decided}`
        : paths.deskQueue(language, { decided })
      return { location: place }
    })
  },
  (ask, { case: id, rule, note, staffNote }, _, wrong) =>
    shown(ask, id, { typed: { rule, note, staffNote, words: '' }, wrong }),
)
