import { documentAt, documentById, type SourceDocumentId } from '../../../domain/sources/index.ts'
import type { Reach } from '../../../kit/outbound.ts'
import { isReserved } from '../../../kit/reserved-names.ts'
import type { Store } from '../../../store/index.ts'
import { pageRead, type ReadPage } from '../sources/page-read.ts'

/** How far questions to foreign addresses may lead. */
export interface Given {
  reach: Reach | undefined
}

/** Where a report stands, and what it is called, as a form says so. */
interface ReportTyped {
  url: string
  title: string
}

/** What a form says of a report, and what its page says where nobody has said its title and it is not known yet. */
export interface ReportAsked<Typed extends ReportTyped> {
  typed: Typed
  read: ReadPage | undefined
}

/**
 * Reads the page at an address that is not known yet; throws Trouble with what stood in the way.
 * The title of the report that stood there before is no title of another.
 */
export async function reportAsked<Typed extends ReportTyped>(
  store: Store,
  typed: Typed,
  before: SourceDocumentId | null | undefined,
  { reach }: Given,
): Promise<ReportAsked<Typed>> {
  const address = URL.parse(typed.url.trim())
  if (!address || !/^https?:$/.test(address.protocol)) return { typed, read: undefined }
  const former = before ? await documentById(store, before) : undefined
  const isFormer = former !== undefined && former.url !== address.href && former.title === typed.title.trim()
  const said = isFormer ? { ...typed, title: '' } : typed
  if (said.title.trim() !== '' || isReserved(address.href) || (await documentAt(store, address.href)))
    return { typed: said, read: undefined }
  return { typed: said, read: await pageRead(address.href, reach) }
}
