/** Hears how far an import or an export has come. */
export type ShowProgress = (done: number, all: number) => void
