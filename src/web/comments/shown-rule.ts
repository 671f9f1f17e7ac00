/** A rule of the publication as the pages name it. */
export interface ShownRule {
  id: number
  number: number
  title: string
}
