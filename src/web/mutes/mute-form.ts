import { paths } from '../../addresses/paths.ts'
import { freshKey } from '../http/submit.ts'

/** The form that mutes a person, or ends that. */
export function sendingTo(id: number, isMuted: boolean) {
  return { action: paths.mute(id), key: freshKey(), ...(isMuted && { hidden: { end: '1' } }) }
}
