import { paths } from '../../../addresses/paths.ts'
import { rulesPart, type WordedRule } from '../../../domain/moderation/index.ts'
import type { Language } from '../../../kit/language.ts'
import { commentHtml } from '../../../text/comment-html.ts'
import { folded } from '../../../text/fold.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, list, textOrNone } from '../../http/shapes.ts'
import { keyAgain } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { rulesPage } from '../../rules/index.ts'
import { previewOf } from './previewing.ts'
import { rulesDeskPage } from './rules-page.ts'
import { reshaped } from './shaped.ts'
import { wordsIn } from './words-in.ts'

const FORM = { in: textOrNone, numbers: list, titles: list, words: list, preview: flag, again: flag }

type Typed = { numbers: readonly string[]; titles: readonly string[]; words: readonly string[] }

/** The rules of discussion in one language, `?in=`. */
export const show = taking({ query: { in: textOrNone } }, async (ask, { in: wanted }) => {
  const language = await wordsIn(ask, wanted)
  const rules = await ask.store.read(rulesPart.read)
  const said = rules.map(({ number, words }) => ({ number, ...words.find((one) => one.language === language) }))
  const typed = {
    numbers: said.map(({ number }) => String(number)),
    titles: said.map(({ title = '' }) => title),
    words: said.map(({ words = '' }) => words),
  }
  return shown(ask, language, typed)
})

/** Says the rules in one language; one without title and words in any goes, and its number with it. */
export const create = taking(
  { form: FORM },
  async (ask, { in: wanted, preview, again, ...typed }) => {
    const language = await wordsIn(ask, wanted)
    if (again) return shown(ask, language, typed)
    if (preview) return previewed(ask, language, typed)
    return reshaped(ask, rulesPart, { language, ...typed }, (before) => wantedFrom(before, typed, language))
  },
  async (ask, { in: wanted, preview: _, again: __, ...typed }, ___, wrong) =>
    shown(ask, await wordsIn(ask, wanted), typed, wrong),
)

/** The page of the rules, in the language in which they are typed where they are said in it. */
async function previewed(ask: Ask, language: Language, typed: Typed): Promise<Response> {
  const frame = await previewOf(ask, 'rules', { in: language, ...typed })
  const wanted = wantedFrom(await ask.store.read(rulesPart.read), typed, language)
  const rules = wanted.flatMap(({ number, words }) => {
    const said = words.find((one) => one.language === language) ?? words[0]
    return said ? [{ number, title: said.title, html: commentHtml(said.words), language: said.language }] : []
  })
  return page(rulesPage(frame, rules, await ask.say()))
}

function wantedFrom(before: readonly WordedRule[], { numbers, titles, words }: Typed, language: string): WordedRule[] {
  const next = Math.max(0, ...before.map(({ number }) => number)) + 1
  const rows = titles.map((title, at) => ({
    number: Number(numbers[at]) || next,
    title: folded(title),
    words: (words[at] ?? '').trim(),
  }))
  return rows.flatMap(({ number, title, words }) => {
    const others = before.find((rule) => rule.number === number)?.words.filter((one) => one.language !== language) ?? []
    const own = title || words ? [{ language, title, words }] : []
    const all = [...others, ...own].sort((a, b) => (a.language < b.language ? -1 : 1))
    return all.length > 0 ? [{ number, words: all }] : []
  })
}

async function shown(ask: Ask, language: string, typed: Typed, wrong?: Wrong): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const sending = { action: paths.deskShaping('rules'), key: keyAgain(ask, wrong), hidden: { in: language } }
  return page(
    rulesDeskPage(frame, { ...typed, wordsIn: language, sending, error: wrong?.sentence ?? null }, say),
    wrong?.status,
  )
}
