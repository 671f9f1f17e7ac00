/** Folds the words of those whom the reader has muted into a line that opens; the replies of others stay. */
export function foldMuted(entry: HTMLElement, muted: ReadonlySet<string>, words: string): void {
  const { author } = entry.dataset
  const comment = entry.querySelector<HTMLElement>(':scope > .comment')
  const folded = comment?.querySelector<HTMLElement>(':scope > .words')
  if (!author || !folded || !muted.has(author)) return
  const box = document.createElement('details')
  const line = document.createElement('summary')
  line.textContent = words
  folded.before(box)
  box.append(line, folded)
}
