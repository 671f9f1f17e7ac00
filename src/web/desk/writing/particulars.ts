import { paths } from '../../../addresses/paths.ts'
import { BYLINE_ROLES, type BylineRole, saveParticulars } from '../../../domain/articles/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { list, text } from '../../http/shapes.ts'
import { submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { shown } from './edition.ts'
import { EDITION } from './named.ts'

const MOST_SIGNERS = 30

/** Says where an edition stands and who signs it; names and roles come in pairs. */
export const create = taking(
  { params: EDITION, form: { slug: text, section: text, signer: list, role: list, tag: list, related: list } },
  async (ask, { edition: id, slug, section, signer, role, ...more }) => {
    const by = await ask.person()
    const location = paths.deskEdition(id, await ask.language(), 'particulars')
    const signers = pairs(signer, role).map(({ name, role }) => ({ name, role: roleFrom(role) }))
    const [tags, related] = [filledIn(more.tag), filledIn(more.related)]
    return submitAnew(ask, by, [slug, section, ...signer, '', ...role, '', ...tags, '', ...related], async (tx) => {
      await saveParticulars(tx, { id, slug, section, signers, tags, related, by, at: ask.at })
      return { location }
    })
  },
  (ask, { edition, slug, section, signer, role, tag, related }, _, wrong) => {
    const rows = { signers: pairs(signer, role), tags: filledIn(tag), related: filledIn(related) }
    return shown(ask, edition, { wrong, particulars: { slug, section, ...rows } })
  },
)

const MOST_ROWS = 50

function filledIn(rows: readonly string[]): string[] {
  return rows
    .map((row) => row.trim())
    .filter((row) => row !== '')
    .slice(0, MOST_ROWS)
}

function pairs(names: readonly string[], roles: readonly string[]) {
  const all = names.map((name, index) => ({ name: name.trim(), role: roles[index] ?? '' }))
  return all.filter(({ name }) => name !== '').slice(0, MOST_SIGNERS)
}

function roleFrom(sent: string): BylineRole {
  const role = BYLINE_ROLES.find((one) => one === sent)
  if (!role) throw new Trouble('invalid', 'form.field-wrong', { field: 'role' })
  return role
}
