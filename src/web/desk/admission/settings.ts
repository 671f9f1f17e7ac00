import { paths } from '../../../addresses/paths.ts'
import { sections } from '../../../domain/articles/index.ts'
import {
  ADMISSION_SETTINGS,
  type AdmissionSetting,
  admissionIn,
  saidOfAdmission,
  sayAdmission,
} from '../../../domain/moderation/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, text } from '../../http/shapes.ts'
import { keyAgain, submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { settingsPage } from './settings-page.ts'

const NAMES = Object.keys(ADMISSION_SETTINGS) as AdmissionSetting[]
const FIELDS = Object.fromEntries(NAMES.map((name) => [name, text])) as Record<AdmissionSetting, typeof text>

/** How comments are admitted, in the whole publication or in a section. */
export const show = taking({ query: { section: text, done: flag } }, (ask, { section, done }) =>
  shown(ask, section, { done }),
)

/** Says it otherwise; what is left empty holds as it does elsewhere. */
export const create = taking(
  { form: { section: text, ...FIELDS } },
  async (ask, { section, ...typed }) => {
    const by = await ask.person()
    const sectionId = (await sectionNamed(ask, section))?.id ?? null
    const given = NAMES.filter((name) => typed[name].trim() !== '')
    const said = Object.fromEntries(given.map((name) => [name, Number(typed[name])]))
    const location = paths.deskAdmission(await ask.language(), { ...(section && { section }), done: 1 })
    return submitAnew(ask, by, [section, JSON.stringify(said)], async (tx) => {
      await sayAdmission(tx, { sectionId, said, byId: by.id, at: ask.at })
      return { location }
    })
  },
  (ask, { section, ...typed }, _, wrong) => shown(ask, section, { wrong, typed }),
)

interface Since {
  done?: boolean
  wrong?: Wrong
  typed?: Partial<Record<AdmissionSetting, string>>
}

async function sectionNamed(ask: Ask, slug: string) {
  if (slug === '') return null
  const section = (await sections(ask.store, await ask.language())).find((one) => one.slug === slug)
  if (!section) throw new Trouble('missing', 'page.missing')
  return section
}

async function shown(ask: Ask, slug: string, { done = false, wrong, typed }: Since): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const section = await sectionNamed(ask, slug)
  const all = await saidOfAdmission(ask.store)
  const own = all.get(section?.id ?? null) ?? {}
  const above = admissionIn(section ? all : new Map(), null)
  const rows = NAMES.map((name) => ({
    name,
    value: typed?.[name] ?? (own[name] === undefined ? '' : String(own[name])),
    otherwise: above[name],
    error: wrong?.errors[name],
  }))
  const saving = { action: paths.deskAdmission(), key: keyAgain(ask, wrong), hidden: { section: slug } }
  const data = { section, rows, saving, error: wrong?.error ?? null, done }
  return page(settingsPage(frame, data, say), wrong?.status)
}
