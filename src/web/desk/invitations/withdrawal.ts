import { paths } from '../../../addresses/paths.ts'
import { withdrawInvitation } from '../../../domain/people/index.ts'
import { id } from '../../http/shapes.ts'
import { submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'

/** Takes an invitation back: its link leads nowhere from then on. */
export const create = taking(
  { params: { invitation: id<'invitation'>('invitation.missing') } },
  async (ask, { invitation }) => {
    const by = await ask.person()
    const location = `${paths.deskInvitations(await ask.language())}&done=1`
    return submitAnew(ask, by, [], async (tx) => {
      await withdrawInvitation(tx, { id: invitation, by, at: ask.at })
      return { location }
    })
  },
)
