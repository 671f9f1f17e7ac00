import { paths } from '../../../addresses/paths.ts'
import {
  cannedReasons,
  decideAboutPersonOrPropose,
  handleCases,
  lastEnded,
  noteWith,
  PERSON_DECISIONS,
  personFile,
  proposedOn,
  rulesIn,
  SUSPENSIONS_MS,
  type SuspensionLength,
  sanctionOn,
  sanctionPeople,
} from '../../../domain/moderation/index.ts'
import { type PersonId, WHOLE } from '../../../domain/people/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { idOrNone, text, textOrNone } from '../../http/shapes.ts'
import { keyAgain, submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { PERSON, personIn } from '../../people/index.ts'
import { type PersonTyped, personPage } from './person-page.ts'
import { undoingOf } from './queue.ts'

/** Somebody as moderators see them: what they wrote, what was decided, and what can be. */
export const show = taking({ params: PERSON, query: { decided: idOrNone<'decision'>() } }, (ask, { person, decided }) =>
  shown(ask, person, { decided }),
)

const kind = textOrNone.transform((sent) => PERSON_DECISIONS.find((one) => one === sent))
const length = textOrNone.transform((sent) =>
  (Object.keys(SUSPENSIONS_MS) as SuspensionLength[]).find((one) => one === sent),
)

/** Warns, suspends or bans somebody, or lets them take part again. */
export const create = taking(
  {
    params: PERSON,
    form: {
      kind,
      length,
      rule: idOrNone<'rule'>(),
      canned: idOrNone<'canned-reason'>(),
      note: text,
      staffNote: text,
    },
    about: { words: 'note' },
  },
  async (ask, { person: personId, kind, length, rule, canned, note: typed, staffNote }) => {
    const by = await ask.person()
    const language = await ask.language()
    if (!kind) throw new Trouble('invalid', 'decision.kind-missing')
    const note = await noteWith(ask.store, canned, typed)
    const ruleId = kind === 'unban' ? undefined : rule
    const sanction = await sanctionOn(ask.store, personId, ask.at)
    const before = await lastEnded(ask.store, { personId })
    const content = [kind, String(length), String(ruleId), note, staffNote, String(sanction?.id), String(before)]
    return submitOnce(ask, by, content, async (tx) => {
      const grounds = { ruleId, note, staffNote }
      const made = await decideAboutPersonOrPropose(tx, { kind, personId, by, at: ask.at, length, ...grounds })
      if ('proposed' in made) return { location: paths.deskProposal(made.proposed, language) }
      return { location: `${paths.deskModerated(personId, language)}&decided=${made.decided}` }
    })
  },
  (ask, { person, ...typed }, _, wrong) => shown(ask, person, { typed, wrong }),
)

interface Since {
  decided?: Parameters<typeof undoingOf>[1]
  typed?: PersonTyped
  wrong?: Wrong
}

async function shown(ask: Ask, id: PersonId, { decided, typed, wrong }: Since) {
  const by = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  if (!handleCases.maySome(by)) throw wrong?.trouble ?? new Trouble('forbidden', handleCases.refusal)
  const data = await ask.store.read(async (db) => ({
    person: await personIn(db, id),
    file: await personFile(db, by, id),
    rules: await rulesIn(db, frame.language),
    canned: await cannedReasons(db, frame.language),
    sanction: (await sanctionOn(db, id, ask.at)) ?? null,
    proposed: await proposedOn(db, id),
  }))
  const sending = sanctionPeople.may(by, WHOLE)
    ? { action: paths.deskPersonDecisions(id), key: keyAgain(ask, wrong) }
    : null
  const undoing = await undoingOf(ask, decided)
  return page(
    personPage(frame, { ...data, sending, undoing, typed, error: wrong?.sentence ?? null }, say),
    wrong?.status,
  )
}
