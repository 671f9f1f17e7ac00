import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fitted, type Kind, type Place } from './front.ts'

/** Where Debian keeps them. */
const MODULES = '/usr/lib/apache2/modules'
/** Those that Debian has on, and those that deploy/apache.conf asks for. */
const ON = ['mpm_event', 'authz_core', 'socache_shmcb', 'alias', 'reqtimeout', 'deflate', 'filter']
const ASKED = /a2enmod ([a-z0-9_ ]+)\)/

/** Debian's apache2-bin, with whose modules it was built. */
export function apachePath(): string | undefined {
  return ['/usr/sbin/apache2'].find(existsSync)
}

/** As Debian's apache2.conf would include it. */
export const apache: Kind = {
  name: 'apache',
  file: 'apache.conf',
  configure(site, { folder, https, http, parley, cert, key }: Place) {
    const fit = fitted(site, [
      ['<VirtualHost *:80>', `<VirtualHost 127.0.0.1:${http}>`],
      ['<VirtualHost *:443>', `<VirtualHost 127.0.0.1:${https}>`],
      ['https://review.example.org/', `https://localhost:${https}/`],
      ['review.example.org', 'localhost'],
      ['127.0.0.1:3000', `127.0.0.1:${parley}`],
      ['/etc/ssl/parley/fullchain.pem', cert],
      ['/etc/ssl/parley/key.pem', key],
      ['/var/cache/apache2/mod_cache_disk', path.join(folder, 'cache')],
    ])
    const asked = ASKED.exec(site)![1]!.split(' ')
    const modules = [...ON, ...asked].map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`)
    const around = [
      `ServerRoot ${folder}\nServerName localhost\nPidFile ${folder}/apache.pid\nDefaultRuntimeDir ${folder}\nErrorLog ${folder}/error.log`,
      `Listen 127.0.0.1:${http}\nListen 127.0.0.1:${https}`,
      ...modules,
      ...(process.getuid?.() === 0 ? ['User www-data\nGroup www-data'] : []),
    ]
    const cache = path.join(folder, 'cache')
    mkdirSync(cache)
    // For the user that it becomes.
    for (const [place, mode] of [
      [folder, 0o755],
      [cache, 0o777],
    ] as const)
      chmodSync(place, mode)
    const file = path.join(folder, 'apache.conf')
    writeFileSync(file, `${around.join('\n')}\n${fit}`)
    return ['-D', 'FOREGROUND', '-f', file]
  },
}
