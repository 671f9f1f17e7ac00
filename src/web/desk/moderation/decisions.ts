import { paths } from '../../../addresses/paths.ts'
import { type ArticleId, articleHolding } from '../../../domain/articles/index.ts'
import {
  COMMENT_DECISIONS,
  decideOrPropose,
  lastEnded,
  lastMadeIn,
  mustHandle,
  mustNotBeAnothers,
  noteWith,
  queue,
} from '../../../domain/moderation/index.ts'
import type { Language } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading } from '../../../store/index.ts'
import { idOrNone, text, textOrNone } from '../../http/shapes.ts'
import { submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { CASE, shown } from './case.ts'
import { NEEDS_RULE } from './case-page.ts'

const kind = textOrNone.transform((sent) => COMMENT_DECISIONS.find((one) => one === sent))

/** Decides about a case, and leads to the next that waits. After another decision the same words are another one. */
export const create = taking(
  {
    params: CASE,
    form: {
      kind,
      rule: idOrNone<'rule'>(),
      canned: idOrNone<'canned-reason'>(),
      note: text,
      staffNote: text,
      passage: text,
      to: text,
    },
    about: { words: 'note' },
  },
  async (ask, { case: id, kind, rule: ruleId, canned, note: typed, staffNote, passage, to }) => {
    const by = await ask.person()
    const language = await ask.language()
    if (!kind) throw new Trouble('invalid', 'decision.kind-missing')
    const note = await noteWith(ask.store, canned, typed)
    const before = `${await lastMadeIn(ask.store, id)} ${await lastEnded(ask.store, { caseId: id })}`
    const article = kind === 'move' ? await articleAt(ask.store, to) : undefined
    return submitOnce(ask, by, [kind, String(ruleId), note, staffNote, passage, to, before], async (tx) => {
      const one = await mustHandle(tx, id, by)
      mustNotBeAnothers(one, { by, at: ask.at })
      if (one.commentId === null) throw new Trouble('invalid', 'decision.kind-missing')
      const ground = NEEDS_RULE.includes(kind) ? { ruleId } : {}
      const why = { ...ground, note, staffNote, passage, ...(kind === 'move' && { to: article }) }
      const made = await decideOrPropose(tx, { kind, commentId: one.commentId, by, at: ask.at, ...why })
      if ('proposed' in made) return { location: paths.deskProposal(made.proposed, language) }
      const { decided } = made
      const [next] = await queue(tx, by, { order: 'oldest', free: true }, ask.at, 1)
      const place = next
        ? `${paths.deskCase(next.id, language)}&decided=${decided}`
        : paths.deskQueue(language, { decided })
      return { location: place }
    })
  },
  (ask, { case: id, rule, canned, note, staffNote, passage, to }, _, wrong) =>
    shown(ask, id, { typed: { rule, canned, note, staffNote, passage, to, words: '' }, wrong }),
)

/** The article of which somebody gives the address, whole or in part. */
async function articleAt(db: Reading, address: string): Promise<ArticleId | undefined> {
  const [, language, slug] =
    /(?:^|\/)([a-z]{2,3}(?:-[A-Za-z\d]+)*)\/([^/?#\s]+)/.exec(address.trim().replace(/^https?:\/\/[^/]*/, '')) ?? []
  return language && slug ? articleHolding(db, language as Language, decodeURIComponent(slug)) : undefined
}
