/** The ground of every page, as tokens.css has it, for what stands around the page. */
export const PAPER = { light: '#fcfaf6', dark: '#121417' }
