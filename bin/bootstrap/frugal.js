/** Room for what lives shortly, in MiB: Node would let it grow to several times as much under load, and keep that. */
const SHORT_LIVED = 16
/** As much of it from the first moment, since nearly everything that a start loads lives on, and would be moved from room to room. */
const AT_ONCE = SHORT_LIVED
/** Room for what lives long, in MiB. @NOTE the smaller it is, the sooner what has died is looked for; 60 are in use. */
const LONG_LIVED = 1024

/**
 * Glibc hands blocks of this many bytes and more back to the system as soon as they are free. @NOTE left to itself it raises
 * the limit with every large block, and what compression needed for a moment stays with the process.
 */
const GIVEN_BACK = 128 * 1024
/**
 * So many stores of small blocks are shared by all threads; left to itself glibc gives nearly every thread one of its own, and
 * none lends another what it does not need. @NOTE with a single one the thread that answers waits for those that pack and write.
 */
const STORES = 2

/** How Node is started for a server, so that memory which a burst of readers needed is not held for ever. */
/** @NOTE packages are no links where npm ci has installed them; to look whether each of 1,500 files is one takes 30 ms. */
const AS_NAMED = ['--preserve-symlinks', '--preserve-symlinks-main']

export const FRUGAL_FLAGS = [
  `--min-semi-space-size=${AT_ONCE}`,
  `--max-semi-space-size=${SHORT_LIVED}`,
  `--max-old-space-size=${LONG_LIVED}`,
  '--expose-gc',
  '--experimental-ffi',
  '--disable-warning=ExperimentalWarning',
  ...AS_NAMED,
]
export const FRUGAL_ENVIRONMENT = { MALLOC_MMAP_THRESHOLD_: String(GIVEN_BACK), MALLOC_ARENA_MAX: String(STORES) }
