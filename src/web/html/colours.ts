/** The ground of every page, as tokens.css has it, for what stands around the page. */
export const PAGE_COLOURS = { light: '#fcfaf6', dark: '#121417' }
