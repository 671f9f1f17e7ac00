/** Whether comment's HTML leads somewhere; whom it mentions and what it quotes are no links. */
export function holdsLink(html: string): boolean {
  return html.includes('href="http')
}
