import { paths } from '../../../addresses/paths.ts'
import {
  editionWordsFrom,
  scheduleEdition,
  setEmbargo,
  setTakeOff,
  unscheduleEdition,
} from '../../../domain/articles/index.ts'
import { editionChanged } from '../../../domain/discussion/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { typedMoment, zoneFrom } from '../../../kit/zone.ts'
import { flag, text } from '../../http/shapes.ts'
import { submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Given } from '../translation/desk.ts'
import { gateFor } from '../translation/gate.ts'
import { savedThen, shown } from './edition.ts'
import { ABOUT, EDITION, WRITTEN } from './named.ts'

const TIMED = { when: text, zone: text }

/** Keeps what was written, and lets time publish it at `when` on the clocks of `zone`; with `end` takes that back. */
export const create = taking(
  { params: EDITION, form: { ...WRITTEN, ...TIMED, end: flag }, about: ABOUT },
  async (ask, { when: typed, zone, end, ...written }, given: Given) => {
    const { edition: id } = written
    const [by, language] = [await ask.person(), await ask.language()]
    if (end) {
      const location = paths.deskEdition(id, language, 'draft')
      return submitAnew(ask, by, ['end'], async (tx) => {
        await unscheduleEdition(tx, { id, by, at: ask.at })
        return { location }
      })
    }
    const when = momentOf(typed, zone, 'when')
    if (when === null) throw new Trouble('invalid', 'when.missing')
    const { edition: _, base: __, ...words } = written
    const mayAppear = await gateFor(ask, given, id, editionWordsFrom(words))
    return savedThen(ask, written, async (tx) => {
      await scheduleEdition(tx, { id, by, at: ask.at, when }, editionChanged, mayAppear)
      return paths.deskEdition(id, language, 'scheduled')
    })
  },
  (ask, { when, zone, ...typed }, _, wrong) => shown(ask, typed.edition, { wrong, typed, times: { when, zone } }),
)

/** Says when time takes an edition off; empty, it stays. */
export const setEnd = taking(
  { params: EDITION, form: { until: text, zone: text } },
  async (ask, { edition: id, until, zone }) => {
    const by = await ask.person()
    const location = paths.deskEdition(id, await ask.language(), 'times')
    return submitAnew(ask, by, [until, zone], async (tx) => {
      await setTakeOff(tx, { id, by, at: ask.at, until: momentOf(until, zone, 'until') })
      return { location }
    })
  },
  (ask, { edition, until, zone }, _, wrong) => shown(ask, edition, { wrong, times: { until, zone } }),
)

/** Says before when nothing of an edition may be seen; empty, there is no embargo. */
export const setBeginning = taking(
  { params: EDITION, form: { embargo: text, zone: text }, about: { edition: 'embargo' } },
  async (ask, { edition: id, embargo, zone }) => {
    const by = await ask.person()
    const location = paths.deskEdition(id, await ask.language(), 'times')
    return submitAnew(ask, by, [embargo, zone], async (tx) => {
      await setEmbargo(tx, { id, by, at: ask.at, until: momentOf(embargo, zone, 'embargo') })
      return { location }
    })
  },
  (ask, { edition, embargo, zone }, _, wrong) => shown(ask, edition, { wrong, times: { embargo, zone } }),
)

/** Null where nothing was typed; throws Trouble for what is no moment. */
function momentOf(typed: string, zone: string, field: string): number | null {
  if (typed === '') return null
  const moment = typedMoment(zoneFrom(zone), typed)
  if (moment === undefined) throw new Trouble('invalid', 'when.wrong', {}, { fields: { [field]: 'when.wrong' } })
  return moment
}
