/** Where an archive is asked that speaks as the Wayback Machine does, by the address at which it stands. */
export const archive = {
  available: (at: string) => `${at}/wayback/available`,
  save: (at: string) => `${at}/save`,
  copies: (at: string) => `${at}/web`,
  availableOf: (available: string, url: string) => `${available}?url=${encodeURIComponent(url)}`,
  job: (save: string, job: string) => `${save}/status/${encodeURIComponent(job)}`,
  copy: (copies: string, timestamp: string, url: string) => `${copies}/${timestamp}/${url}`,
}
