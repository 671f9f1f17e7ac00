/** Room for what lives shortly, in MiB: Node would let it grow to several times as much under load, and keep that. */
const SHORT_LIVED = 8

/**
 * Glibc hands blocks of this many bytes and more back to the system as soon as they are free. @NOTE left to itself it raises
 * the limit with every large block, and what compression needed for a moment stays with the process.
 */
const GIVEN_BACK = 128 * 1024

/** How Parley's Node is started, so that memory which a burst of readers needed is not held for ever. */
export const FRUGAL_FLAGS = [`--max-semi-space-size=${SHORT_LIVED}`]
export const FRUGAL_ENVIRONMENT = { MALLOC_MMAP_THRESHOLD_: String(GIVEN_BACK) }
