import type { Names } from '../../../domain/articles/index.ts'
import { folded } from '../../../text/fold.ts'
import type { Frame } from '../../html/frame.ts'
import type { Ask } from '../../http/ask.ts'

/** Names as a form has them: of one thing after the other, each in the order of the publication's languages. */
export async function spreadNames(ask: Ask, all: readonly { names: Names }[]): Promise<string[]> {
  const languages = await languagesOf(ask)
  return all.flatMap(({ names }) => languages.map((language) => names[language as never] ?? ''))
}

/** What a form says of each thing, with its address and names; what has no name is left out. */
export async function gatheredNames(
  ask: Ask,
  { slugs, names }: { slugs: readonly string[]; names: readonly string[] },
): Promise<{ at: number; slug: string; names: Names }[]> {
  const languages = await languagesOf(ask)
  const rows = slugs.map((slug, at) => {
    const own = languages.map((language, n) => [language, folded(names[at * languages.length + n] ?? '')] as const)
    return { at, slug: slug.trim(), names: Object.fromEntries(own.filter(([, name]) => name !== '')) }
  })
  return rows.filter(({ names }) => Object.keys(names).length > 0)
}

/** The name by which readers of a page would know it. */
export function nameIn(names: Names, { language, publication }: Frame): string | undefined {
  const said = names as Readonly<Record<string, string>>
  return said[language] ?? said[publication.defaultLanguage] ?? Object.values(said)[0]
}

async function languagesOf(ask: Ask): Promise<string[]> {
  return (await ask.frame()).publication.languages.map(({ language }) => language)
}
