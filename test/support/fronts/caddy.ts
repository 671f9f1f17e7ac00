import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fitted, type Kind, type Place } from './front.ts'

/** As Debian's service would start it, but for the certificate, which Caddy would fetch by itself. */
export const caddy: Kind = {
  name: 'caddy',
  file: 'Caddyfile',
  configure(site, { folder, https, http, parley, cert, key }: Place) {
    const fit = fitted(site, [
      [
        '\tgrace_period 10s\n',
        `\tgrace_period 10s\n\tadmin off\n\thttp_port ${http}\n\thttps_port ${https}\n\tauto_https disable_redirects\n\tskip_install_trust\n`,
      ],
      ['review.example.org {\n', `https://localhost:${https} {\n\tbind 127.0.0.1\n\ttls ${cert} ${key}\n`],
      ['127.0.0.1:3000', `127.0.0.1:${parley}`],
    ])
    const file = path.join(folder, 'Caddyfile')
    writeFileSync(file, fit)
    return ['run', '--adapter', 'caddyfile', '--config', file]
  },
}
