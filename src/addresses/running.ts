/** What the server itself answers with, and what programs ask for. */
export const runningPaths = {
  alive: '/healthz',
  ready: '/readyz',
  /** At an address of its own. */
  metrics: '/metrics',
  live: '/live',
  look: '/me/look.css',
  /** Where there is nothing for those who search the web. */
  notForPrograms: ['/desk', '/draft/', '/me/', '/notices', '/follows', '/questions'],
  sitemap: '/sitemap.xml',
  sitemapPart: (part: string) => `/sitemap/${part}.xml`,
  newsSitemap: '/news-sitemap.xml',
  serviceWorker: '/service-worker.js',
  asset: (file: string) => `/assets/${file}`,
  colours: (file: string) => `/colours/${file}`,
  media: (file: string) => `/media/${file}`,
  demoClearing: '/demo/clearing',
}
