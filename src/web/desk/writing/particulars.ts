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
  { params: EDITION, form: { slug: text, section: text, signer: list, role: list } },
  async (ask, { edition: id, slug, section, signer, role }) => {
    const by = await ask.person()
    const location = paths.deskEdition(id, await ask.language(), 'particulars')
    const signers = pairs(signer, role).map(({ name, role }) => ({ name, role: roleFrom(role) }))
    return submitAnew(ask, by, [slug, section, ...signer, '', ...role], async (tx) => {
      await saveParticulars(tx, { id, slug, section, signers, at: ask.at })
      return { location }
    })
  },
  (ask, { edition, slug, section, signer, role }, _, wrong) =>
    shown(ask, edition, { wrong, particulars: { slug, section, signers: pairs(signer, role) } }),
)

function pairs(names: readonly string[], roles: readonly string[]) {
  const all = names.map((name, index) => ({ name: name.trim(), role: roles[index] ?? '' }))
  return all.filter(({ name }) => name !== '').slice(0, MOST_SIGNERS)
}

function roleFrom(sent: string): BylineRole {
  const role = BYLINE_ROLES.find((one) => one === sent)
  if (!role) throw new Trouble('invalid', 'form.field-wrong', { field: 'role' })
  return role
}
