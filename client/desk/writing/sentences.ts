/** What the server gives script to say; "…" stands for a number or a name. */
export type Sentences = Readonly<
  Record<'counted' | 'kept' | 'offline' | 'refused' | 'taken' | 'see' | 'nobody' | 'label', string>
>

export function sentencesOf(desk: HTMLElement): Sentences {
  return JSON.parse(desk.dataset.words!)
}

export function filled(sentence: string, value: string): string {
  return sentence.replace('…', value)
}
