import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'

export interface Question {
  method?: 'GET' | 'HEAD' | 'PUT' | 'DELETE'
  headers?: Readonly<Record<string, string>>
  body?: Uint8Array | undefined
  /** How long the head of an answer is waited for, and how long nothing may come of what follows it. */
  answerMs: number
  idleMs: number
}

/** The head of an answer; what follows comes as it is taken, and ends in an error where it breaks off. */
export interface Answer {
  status: number
  headers: IncomingMessage['headers']
  body: IncomingMessage
}

/** Asks a host of the operator's own choice, which may be in a private network; redirects are not followed. Connections are kept for the next question. */
export function askOwnHost(
  url: URL,
  { method = 'GET', headers = {}, body, answerMs, idleMs }: Question,
): Promise<Answer> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const length = body && { 'content-length': String(body.length) }
    const question = request(url, { method, headers: { ...headers, ...length } })
    const late = setTimeout(() => question.destroy(new Error(`no answer within ${answerMs} ms`)), answerMs)
    question.setTimeout(idleMs, () => question.destroy(new Error(`nothing came for ${idleMs} ms`)))
    question.on('error', (error) => {
      clearTimeout(late)
      reject(error)
    })
    question.on('response', (answer) => {
      clearTimeout(late)
      // What breaks off before anybody reads it is told to whoever does.
      answer.on('error', () => {})
      resolve({ status: answer.statusCode!, headers: answer.headers, body: answer })
    })
    question.end(body)
  })
}

/** What follows a head, up to so many bytes. */
export async function beginningOf({ body }: Answer, most: number): Promise<string> {
  let text = ''
  for await (const chunk of body.setEncoding('utf8')) {
    text += chunk
    if (text.length >= most) break
  }
  return text.slice(0, most)
}
