/** How a file of the folder of articles, and what it is about here, were when both last said the same: their hashes. */
export interface FolderFile {
  /** From the root of the folder, with slashes. */
  path: string
  file: string
  here: string
}
