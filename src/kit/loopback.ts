const NAMES = /^(?:localhost|.*\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** Whether a host name, as a URL has it, leads to this machine itself. Source: RFC 6761, 6.3. */
export function isLoopback(hostname: string): boolean {
  return NAMES.test(hostname)
}
