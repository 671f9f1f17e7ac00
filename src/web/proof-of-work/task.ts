import type { ProofOfWork } from '../../kit/proof-of-work.ts'
import type { Assets } from '../http/assets.ts'
import { taking } from '../http/taking.ts'

export interface Given {
  proofOfWork: ProofOfWork
  assets: Assets
}

/** Work for a browser, before it may go on. */
export const show = taking(
  {},
  async (_ask, _taken, { proofOfWork }: Given) =>
    new Response(await proofOfWork.task(), {
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    }),
)

/** The script that does it apart from the page. */
export const worker = taking({}, async (_ask, _taken, { assets }: Given) => {
  const { bytes, type } = await assets.find(assets.path('proof-worker.js'))!
  const headers = { 'content-type': type, 'cache-control': 'public, max-age=0, must-revalidate' }
  return new Response(new Uint8Array(bytes), { headers })
})
