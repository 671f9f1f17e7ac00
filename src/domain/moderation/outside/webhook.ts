import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { stableJson } from '../../../kit/json.ts'
import { askJudge, type OutsideJudge } from './outside-judge.ts'

const answer = z.object({ verdict: z.enum(['pass', 'hold']), detail: z.string().max(200).default('') })

/** Asks a program of the operator's own; it knows us by the seal over the time and the body, docs/admission.md says how. */
export function webhookJudge({ url, secret }: { url: string; secret: string }): OutsideJudge {
  return async ({ words, plain, by, articleId, at }) => {
    const body = stableJson({ article: articleId, at, by, plain, words })
    const seal = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')
    const headers = {
      'content-type': 'application/json',
      'x-parley-time': String(at),
      'x-parley-seal': `sha256=${seal}`,
    }
    const { verdict, detail } = answer.parse(JSON.parse(await askJudge(url, { headers, body: Buffer.from(body) })))
    return verdict === 'hold' ? { detail } : undefined
  }
}
