import { paths } from '../../../addresses/paths.ts'
import { type Archive, documentById, keepSnapshot } from '../../../domain/sources/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { PARAMS } from './document.ts'

export interface Given {
  /** Undefined where the operator asks none. */
  archive: Archive | undefined
}

/** Keeps the copy that the archive has of a document, or asks it for one. */
export const create = taking({ params: PARAMS }, async (ask, { document }, { archive }: Given) => {
  const by = await ask.person()
  const language = await ask.language()
  const known = await documentById(ask.store, document)
  if (!known) throw new Trouble('missing', 'document.missing')
  if (!archive) throw new Trouble('missing', 'archive.none')
  const copied = await asked(archive, known.url)
  return submitOnce(ask, by, [copied.url ?? copied.job ?? ''], async (tx) => {
    await keepSnapshot(tx, { ...copied, sourceDocumentId: document, provider: archive.name, askedAt: ask.at })
    return { location: paths.deskDocument(document, language, { done: 1 }) }
  })
})

async function asked(archive: Archive, url: string) {
  try {
    return (await archive.find(url)) ?? (await archive.request(url))
  } catch (error) {
    throw new Trouble('busy', 'archive.silent', {}, { cause: error, retryAfterSeconds: 60 })
  }
}
