import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What an engine was asked, as it came over the line. */
export interface Recorded {
  path: string
  headers: IncomingHttpHeaders
  body: string
}

/** What it answers: a status with JSON or plain text; nothing at all where it hangs. */
export type Answers = (asked: Recorded) => { status?: number; headers?: Record<string, string>; body: unknown } | 'hang'

/** A server on this machine that speaks as an engine does, and remembers what it was asked. */
export async function engineServer(answers: Answers) {
  const asked: Recorded[] = []
  let answer = answers
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request.setEncoding('utf8')) body += part
    const one = { path: request.url!, headers: request.headers, body }
    asked.push(one)
    send(response, answer(one))
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    /** From now on it answers so. */
    answersWith(other: Answers) {
      answer = other
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => void server.close(resolve))
    },
  }
}

function send(response: ServerResponse, answer: ReturnType<Answers>) {
  if (answer === 'hang') return
  const { status = 200, headers = {}, body } = answer
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

/** Apertium's own way of asking, answered from a list where it has the text and by a real one where it has not. */
export async function engineBeside(url: string, said: Readonly<Record<string, string>>) {
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request.setEncoding('utf8')) body += part
    const translatedText = said[new URLSearchParams(body).get('q') ?? '']
    if (translatedText !== undefined) return send(response, { body: { responseData: { translatedText } } })
    const type = request.headers['content-type']
    const answer = await fetch(url + request.url, {
      method: request.method!,
      ...(body && { body, headers: { 'content-type': type! } }),
    })
    send(response, {
      status: answer.status,
      body: await answer.text(),
      headers: { 'content-type': 'application/json' },
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => void server.close(resolve))
    },
  }
}
