import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { installed } from './debian.ts'
import { type Answer, getting, openLine } from './line.ts'
import { freePort, type Running, running } from './processes.ts'

/** The page as a server answered it. */
export interface Captured {
  headers: Record<string, string>
  etag: string
  body: Buffer
}

const OF_THE_CONNECTION = /^(date|connection|keep-alive|transfer-encoding)$/i

export async function capture(port: number, url: string): Promise<Captured> {
  const line = await openLine(port)
  const answer = await line.ask(getting(url))
  line.close()
  if (answer.status !== 200) throw new Error(`${url} was answered with ${answer.status}`)
  const headers = headersOf(answer)
  return { headers, etag: headers.etag ?? '', body: answer.body }
}

function headersOf({ head }: Answer): Record<string, string> {
  const pairs = head
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string])
  return Object.fromEntries(pairs.filter(([name]) => !OF_THE_CONNECTION.test(name)))
}

/** A bare node:http server that answers the same. */
export async function bareHttp(folder: string, { headers, etag, body }: Captured): Promise<Running> {
  const [port, file] = [await freePort(), path.join(folder, 'captured.json')]
  writeFileSync(file, JSON.stringify({ headers, etag, body: body.toString('base64') }))
  return running(port, process.execPath, ['bench/bare-http.ts', String(port), file])
}

/** Debian's nginx on a file of the same bytes; undefined where it cannot be had. */
export async function nginx(folder: string, { headers, body }: Captured): Promise<Running | undefined> {
  const program = await installed('nginx', 'nginx-light')
  if (!program) return
  const port = await freePort()
  writeFileSync(path.join(folder, 'page'), body)
  writeFileSync(path.join(folder, 'nginx.conf'), configuration(folder, port, headers))
  return running(port, program, [
    '-p',
    folder,
    '-c',
    path.join(folder, 'nginx.conf'),
    '-e',
    path.join(folder, 'nginx.log'),
  ])
}

function configuration(folder: string, port: number, headers: Record<string, string>): string {
  const { 'content-length': _, 'content-type': type, etag: _etag, ...others } = headers
  const added = Object.entries(others).map(([name, value]) => `add_header ${name} "${value.replaceAll('"', '\\"')}";`)
  return `daemon off; master_process off; worker_processes 1; user root;
pid ${folder}/nginx.pid; error_log ${folder}/nginx.log;
events { worker_connections 1024; }
http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=10;
client_body_temp_path ${folder}/nginx-1; proxy_temp_path ${folder}/nginx-2; fastcgi_temp_path ${folder}/nginx-3;
uwsgi_temp_path ${folder}/nginx-4; scgi_temp_path ${folder}/nginx-5;
server { listen 127.0.0.1:${port}; location / { root ${folder}; rewrite ^ /page break; types { } default_type "${type}"; ${added.join(' ')} } } }
`
}
