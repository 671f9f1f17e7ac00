import type { Mistakes } from '../kit/mistakes.ts'
import type { ReadArticle } from './read-folder.ts'

/** Sees that an article's claims and quotes name only what is there, and each key once. */
export function checkClaims(
  { value, at }: ReadArticle,
  parties: readonly string[],
  outlets: readonly string[],
  mistakes: Mistakes,
) {
  const { claims, quotes, sources } = value
  const keys = claims.map(({ key }) => key)
  const urls = sources.map(({ url }) => url)
  for (const [list, named] of [
    ['claims', keys],
    ['quotes', quotes.map(({ key }) => key)],
  ] as const)
    named.forEach((key, index) => {
      if (named.indexOf(key) < index) mistakes.add(at(list, index, 'key'), `The key “${key}” stands here twice.`)
    })
  claims.forEach(({ hops, relations }, index) => {
    hops.forEach(({ party, outlet, source, called, anonymity }, step) => {
      const place = (field: string) => at('claims', index, 'hops', step, field)
      among(party, parties, place('party'), 'the parties in publication.yaml')
      among(outlet, outlets, place('outlet'), 'the outlets in publication.yaml')
      among(source, urls, place('source'), 'the sources of this article')
      if (party && outlet) mistakes.add(place('outlet'), 'A step has a party or an outlet, not both.')
      if (!party && !outlet && !called && !source && anonymity !== 'unknown')
        mistakes.add(
          at('claims', index, 'hops', step),
          'This step should say who it is, or what a nameless one is called.',
        )
      if (anonymity === 'named' && !party && !outlet) mistakes.add(place('anonymity'), 'Nobody is named here.')
    })
    relations.forEach(({ to }, other) => {
      among(to, keys, at('claims', index, 'relations', other, 'to'), 'the claims of this article')
    })
  })
  quotes.forEach(({ speaker, source }, index) => {
    among(speaker, parties, at('quotes', index, 'speaker'), 'the parties in publication.yaml')
    among(source, urls, at('quotes', index, 'source'), 'the sources of this article')
  })

  function among(name: string | undefined, names: readonly string[], place: ReturnType<typeof at>, list: string) {
    if (name !== undefined && !names.includes(name)) mistakes.add(place, `“${name}” is not among ${list}.`)
  }
}
