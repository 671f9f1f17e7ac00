/** Whether an address has a name that leads nowhere, as in the demo. Source: RFC 2606. */
export function isReserved(url: string): boolean {
  return /\.(?:example|test|invalid|localhost)$/.test(URL.parse(url)?.hostname ?? '')
}
