import { text } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

/** Every file of an archive by its name, read by another program than the one that wrote it; throws where the archive is not valid. */
export async function filesInZip(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(bytes))
  const files = new Map<string, string>()
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)))
  return files
}
