import type { Visit } from '../accounts/visit.ts'
import { type AfterSignIn, arrivalOf } from './arrival.ts'
import { deviceIn } from './known-device.ts'
import { mailAddressFrom } from './mail-address.ts'
import type { SignInContext } from './sign-in-context.ts'

/** Signs in by password; a wrong address and a wrong password are told apart by nothing. */
export async function signInByPassword(
  { store, accounts, limits, secret }: SignInContext,
  typed: { mail: string; password: string; client: string; deviceCookie?: string | undefined; visit?: Visit },
): Promise<AfterSignIn> {
  const { password, client, deviceCookie, visit } = typed
  const address = mailAddressFrom(typed.mail)
  await limits.password(address, { client, device: deviceIn(secret, deviceCookie, address) })
  return arrivalOf(store, await accounts.byPassword(address, password, visit))
}
