import { Trouble } from '../../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../../store/index.ts'
import type { SectionId } from '../../../articles/index.ts'
import { type AuditState, record } from '../../../audit/index.ts'
import type { PersonId } from '../../../people/index.ts'
import { admissionSet } from '../acts.ts'
import { admissionChanged } from '../events.ts'
import type { AdmissionTables } from '../tables.ts'
import { ADMISSION_SETTINGS, type AdmissionSetting, type AdmissionSettings } from './setting.ts'

/** What is said for one section, or (null) for the whole publication; what is left out holds as it holds otherwise. */
export type Said = Partial<AdmissionSettings>

export type SaidBySection = ReadonlyMap<SectionId | null, Said>

/** Everything that is said. */
export async function saidOfAdmission(db: Reading): Promise<SaidBySection> {
  const rows = await db.look<AdmissionTables>().selectFrom('admissionSetting').selectAll().orderBy('id').execute()
  const sections = Map.groupBy(rows, ({ sectionId }) => sectionId)
  return new Map([...sections].map(([section, own]) => [section, saidIn(own)]))
}

function saidIn(rows: readonly { name: string; value: number }[]): Said {
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
}

/** What holds in a section: what is said for it, or else for the publication, or else by nobody. */
export function admissionIn(said: SaidBySection, sectionId: SectionId | null): AdmissionSettings {
  return { ...OTHERWISE, ...said.get(null), ...(sectionId !== null && said.get(sectionId)) }
}

const OTHERWISE = Object.fromEntries(
  Object.entries(ADMISSION_SETTINGS).map(([name, { otherwise }]) => [name, otherwise]),
) as unknown as AdmissionSettings

export interface Saying {
  sectionId: SectionId | null
  said: Said
  /** Null for the operator at the terminal. */
  byId: PersonId | null
  at: number
}

/** Says how comments are admitted in a section, or everywhere; throws for a number that makes no sense. */
export async function sayAdmission(tx: Writing, { sectionId, said, byId, at }: Saying): Promise<void> {
  for (const [name, value] of Object.entries(said)) mustMakeSense(name as AdmissionSetting, value)
  await tx.inTurn('admission')
  const before = (await saidOfAdmission(tx)).get(sectionId) ?? {}
  if (isSame(before, said)) return
  const rows = tx.change<AdmissionTables>().deleteFrom('admissionSetting')
  await rows.where('sectionId', sectionId === null ? 'is' : '=', sectionId).execute()
  const values = Object.entries(said).map(([name, value]) => ({ sectionId, name, value }))
  if (values.length > 0) await tx.change<AdmissionTables>().insertInto('admissionSetting').values(values).execute()
  const told = (said: Said): AuditState => ({ ...(sectionId !== null && { section: sectionId }), ...said })
  await record(tx, admissionSet, { byId, before: told(before), after: told(said), at })
  tx.note(admissionChanged, { at })
}

function mustMakeSense(name: AdmissionSetting, value: number) {
  const { most } = ADMISSION_SETTINGS[name]
  if (Number.isInteger(value) && value >= 0 && value <= most) return
  throw new Trouble('invalid', 'admission.number', { most }, { fields: { [name]: 'admission.number' } })
}

function isSame(one: Said, other: Said): boolean {
  const names = Object.keys(ADMISSION_SETTINGS) as AdmissionSetting[]
  return names.every((name) => one[name] === other[name])
}
