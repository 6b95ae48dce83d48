import type { IncomingMessage } from 'node:http';

const LOOPBACK_ADDRESS = /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/;
const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/**
 * Whether a request comes from this machine and was meant for it.
 *
 * The peer's address alone is not enough: a foreign page can point its own name at 127.0.0.1 (DNS rebinding) and have
 * the browser call us from here, so the name that the browser asked for must be a loopback name too.
 */
export function isFromThisMachine(request: IncomingMessage): boolean {
  const address = request.socket.remoteAddress ?? '';
  if (address !== '::1' && !LOOPBACK_ADDRESS.test(address)) return false;
  return LOOPBACK_HOST.test(request.headers.host ?? '');
}
