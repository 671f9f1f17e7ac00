/** Runs before anything is shown, so that nothing is seen in other colours or in another size first. */
const [, colours = '', size = ''] = /(?:^|; )parley-look=(\w+)\.(\w+)/.exec(document.cookie) ?? []
const { dataset } = document.documentElement
dataset.colours = colours
dataset.size = size
