import { paths } from '../../addresses/paths.ts'
import { acceptInvitation, invitationBehind } from '../../domain/people/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { page } from '../http/answers.ts'
import { text } from '../http/shapes.ts'
import { freshKey, submitOnce } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { invitationPage } from './invitation-page.ts'

/** What the link in the letter opens; it changes nothing. */
export const show = taking({ query: { token: text } }, async (ask, { token }) => {
  const invitation = await invitationBehind(ask.store, token, ask.at)
  if (!invitation) throw new Trouble('gone', 'invitation.spent')
  const [frame, say] = [await ask.frame(), await ask.say()]
  const here = paths.invitation(frame.language, token)
  const mail = (await ask.signedIn())?.mail
  const isInvited = mail !== undefined && mail === invitation.mail
  const accepting = isInvited ? { action: paths.invitation(), key: freshKey(), hidden: { token } } : null
  const doors = { signIn: paths.signIn(frame.language, here), signUp: paths.signUp(frame.language, here) }
  return page(invitationPage(frame, { invitation, accepting, isStranger: mail === undefined, doors }, say))
})

/** Takes the role that was offered. */
export const accept = taking({ form: { token: text } }, async (ask, { token }) => {
  const by = await ask.person()
  const { mail } = (await ask.signedIn())!
  const language = await ask.language()
  const location = `${paths.account(language)}?done=role`
  return submitOnce(ask, by, [token], async (tx) => {
    await acceptInvitation(tx, { token, by, mail, at: ask.at })
    return { location }
  })
})
