import { paths } from '../../addresses/paths.ts'
import { agree, freeName, join } from '../../domain/people/index.ts'
import { troubleIn } from '../../kit/trouble.ts'
import { page, seeOther } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { joiningWords } from '../http/joining-words.ts'
import { ownPath } from '../http/own-path.ts'
import { nextPath, text } from '../http/shapes.ts'
import { STATUS } from '../http/status.ts'
import { freshKey } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import type { Wrong } from '../http/wrong.ts'
import { namePage } from './name-page.ts'

/** Gives an account its name; one that has a name keeps it. */
export const create = taking(
  { form: { name: text, next: nextPath } },
  async (ask, { name, next }) => {
    const { accountId } = (await ask.signedIn())!
    const publicationNames = await namesOfPublication(ask)
    const shown = await joiningWords(ask)
    const { seq } = await ask.store.write(async (tx) => {
      const { id: personId } = await join(tx, { accountId, name, publicationNames, at: ask.at })
      await agree(tx, { personId, about: 'sign-up', ...shown, at: ask.at })
    })
    await ask.tail.until(seq)
    return seeOther(next ?? paths.account(await ask.language()))
  },
  (ask, { name, next }, _, wrong) => choosing(ask, { name, next: ownPath(next) }, wrong),
)

/** The form in which an account chooses its name; one that was wished for and has been taken since is said to be. */
export async function wishedFor(ask: Ask, wish: Choice): Promise<Response> {
  const trouble = wish.name ? await troubleWith(ask, wish.name) : undefined
  if (trouble?.kind !== 'conflict') return choosing(ask, wish)
  const say = await ask.say()
  return choosing(ask, wish, { sentence: say(trouble.key, trouble.args), status: STATUS.conflict })
}

/** What the publication is called, in each language. */
export async function namesOfPublication(ask: Ask): Promise<string[]> {
  return (await ask.frame()).publication.languages.map(({ name }) => name)
}

async function troubleWith(ask: Ask, name: string) {
  const wish = { name, publicationNames: await namesOfPublication(ask), at: ask.at }
  return freeName(ask.store, wish).then(() => undefined, troubleIn)
}

interface Choice {
  name: string
  next: string | undefined
}

async function choosing(ask: Ask, { name, next }: Choice, wrong?: Pick<Wrong, 'sentence' | 'status'>) {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const sending = { action: paths.accountName(frame.language), key: freshKey(), next }
  return page(namePage(frame, { sending, typed: name, error: wrong?.sentence ?? null }, say), wrong?.status)
}
