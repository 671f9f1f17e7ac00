import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fitted, type Kind, type Place } from './front.ts'

const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']

/** As Debian's nginx.conf would include it. */
export const nginx: Kind = {
  name: 'nginx',
  file: 'nginx.conf',
  configure(site, { folder, https, http, parley, cert, key }: Place) {
    const fit = fitted(site, [
      ['    listen [::]:80;\n', ''],
      ['    listen [::]:443 ssl http2;\n', ''],
      ['listen 80;', `listen 127.0.0.1:${http};`],
      ['listen 443 ssl http2;', `listen 127.0.0.1:${https} ssl http2;`],
      ['https://$host$request_uri', `https://$host:${https}$request_uri`],
      ['review.example.org', 'localhost'],
      ['127.0.0.1:3000', `127.0.0.1:${parley}`],
      ['/etc/ssl/parley/fullchain.pem', cert],
      ['/etc/ssl/parley/key.pem', key],
      ['/var/cache/nginx/parley', path.join(folder, 'cache')],
    ])
    const paths = TEMPORARY.map((name) => `  ${name}_temp_path ${folder}/${name};`)
    const user = process.getuid?.() === 0 ? 'user root;' : ''
    const around = [
      `daemon off; ${user} worker_processes 1; pid ${folder}/nginx.pid; error_log stderr;`,
      `events { worker_connections 256; }\nhttp {\n  access_log off;\n${paths.join('\n')}\n${fit}}\n`,
    ]
    mkdirSync(folder, { recursive: true })
    const file = path.join(folder, 'nginx.conf')
    writeFileSync(file, around.join('\n'))
    return ['-p', folder, '-c', file]
  },
}
