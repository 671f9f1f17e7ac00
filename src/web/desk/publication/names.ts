import { paths } from '../../../addresses/paths.ts'
import { namesPart, type Publication } from '../../../domain/articles/index.ts'
import { mailAddressFrom } from '../../../domain/people/index.ts'
import { type Language, languageFrom } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { folded } from '../../../text/fold.ts'
import { frontHtml } from '../../articles/index.ts'
import { webAddress } from '../../html/web-address.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, list, text } from '../../http/shapes.ts'
import { keyAgain } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { type NamesTyped, namesPage } from './names-page.ts'
import { previewFrame, valuesOf } from './previewing.ts'
import { shaped } from './shaped.ts'

const FORM = {
  tags: list,
  names: list,
  mottos: list,
  gone: list,
  default: text,
  zone: text,
  telegram: text,
  mail: text,
  preview: flag,
  again: flag,
}

/** What the publication is called, its languages, its zone, and where it is followed. */
export const show = taking({}, async (ask) => shown(ask, typedOf(await ask.store.read(namesPart.read))))

/** Changes that; with `preview`, shows how it would look. */
export const create = taking(
  { form: FORM, about: { mail: 'mail', zone: 'zone' } },
  async (ask, { preview, again, ...typed }) => {
    if (again) return shown(ask, typed)
    const wanted = wantedFrom(typed)
    if (!preview) return shaped(ask, namesPart, wanted)
    const [frame, say] = [await ask.frame(), await ask.say()]
    const { name, motto } = wanted.languages.find(({ language }) => language === frame.language) ?? wanted.languages[0]!
    const { telegram, mail } = wanted
    const publication = { ...frame.publication, name, motto, follow: { telegram, mail }, languages: wanted.languages }
    const values = valuesOf({ key: keyAgain(ask, undefined), language: frame.language, ...typed })
    return page(await frontHtml(ask, previewFrame({ ...frame, publication }, paths.deskShaping('names'), values, say)))
  },
  (ask, { preview: _, again: __, ...typed }, ___, wrong) => shown(ask, typed, wrong),
)

function wantedFrom({ tags, names, mottos, gone, ...rest }: NamesTyped): Omit<Publication, 'demoSince'> {
  const rows = tags.map((tag, at) => ({
    tag: tag.trim(),
    name: folded(names[at] ?? ''),
    motto: folded(mottos[at] ?? ''),
  }))
  const kept = rows.filter(({ tag, name }) => !gone.includes(tag) && (tag !== '' || name !== ''))
  const languages = kept.map(({ tag, name, motto }) => ({ language: languageIn(tag), name, motto }))
  const telegram = rest.telegram.trim()
  if (telegram !== '' && !webAddress(telegram)) throw new Trouble('invalid', 'telegram.wrong')
  const mail = rest.mail.trim()
  return {
    languages,
    defaultLanguage: (languages.find(({ language }) => language === rest.default)?.language ??
      languages[0]?.language) as Language,
    zone: rest.zone.trim(),
    telegram: telegram || null,
    mail: mail === '' ? null : mailAddressFrom(mail),
  }
}

function languageIn(tag: string): Language {
  const language = languageFrom(tag)
  if (!language || language !== tag) throw new Trouble('invalid', 'publication.language-unknown', { tag })
  return language
}

function typedOf({ languages, defaultLanguage, zone, telegram, mail }: Omit<Publication, 'demoSince'>): NamesTyped {
  return {
    tags: languages.map(({ language }) => language),
    names: languages.map(({ name }) => name),
    mottos: languages.map(({ motto }) => motto),
    gone: [],
    default: defaultLanguage,
    zone,
    telegram: telegram ?? '',
    mail: mail ?? '',
  }
}

async function shown(ask: Ask, typed: NamesTyped, wrong?: Wrong): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const sending = { action: paths.deskShaping('names'), key: keyAgain(ask, wrong) }
  const errors = wrong?.errors ?? {}
  return page(namesPage(frame, { typed, sending, errors, error: wrong?.error ?? null }, say), wrong?.status)
}
