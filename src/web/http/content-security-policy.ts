import { FIRST_SCRIPT_SOURCE } from '../html/first-script.ts'

/** What a page may load and run: our own files alone and the one script that stands in it, and no text becomes script but by the one policy named parley. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `script-src 'self' ${FIRST_SCRIPT_SOURCE}`,
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types parley',
].join('; ')
