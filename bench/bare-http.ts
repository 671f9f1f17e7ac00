// A bare node:http server: the same bytes with the same headers, and nothing else. Run by bench/limits.ts.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const [port, file] = process.argv.slice(2)
const { headers, etag, body } = JSON.parse(readFileSync(file!, 'utf8'))
const { 'content-length': _, 'content-type': _type, 'content-encoding': _coding, ...unchanged } = headers
const bytes = Buffer.from(body, 'base64')

createServer((request, response) => {
  if (request.headers['if-none-match'] === etag) response.writeHead(304, unchanged).end()
  else response.writeHead(200, headers).end(bytes)
}).listen(Number(port), '127.0.0.1')
