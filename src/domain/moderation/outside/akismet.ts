import { askJudge, type OutsideJudge } from './outside-judge.ts'

const AKISMET = 'https://rest.akismet.com/1.1/comment-check'

/** Asks Akismet whether words are spam; it is told the words, the name of who wrote them, and their network address. */
export function akismetJudge({
  key,
  origin,
  url = AKISMET,
}: {
  key: string
  origin: string
  url?: string
}): OutsideJudge {
  return async ({ plain, by, client, at }) => {
    const told = {
      api_key: key,
      blog: origin,
      user_ip: client,
      comment_type: 'comment',
      comment_author: by.name,
      comment_content: plain,
      comment_date_gmt: new Date(at).toISOString(),
    }
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await askJudge(url, { headers, body: Buffer.from(new URLSearchParams(told).toString()) })
    if (answer !== 'true' && answer !== 'false') throw new Error(`Akismet answered “${answer.slice(0, 80)}”.`)
    return answer === 'true' ? { detail: '' } : undefined
  }
}
