/** Where a file of somebody's may be put: hosts of SharePoint, which OneDrive is a part of, in Microsoft's clouds. */
const STORAGE = ['sharepoint.com', 'sharepoint.us', 'sharepoint-mil.us', 'sharepoint.cn'];
/** A slow upload of a deck takes seconds. */
const PATIENCE = 30_000;
/** What an upload session answers when it is over, or was used. */
const ENDED = new Set([401, 403, 404, 409, 410]);

/** What became of putting a file somewhere. */
export type Uploaded =
  | 'done'
  /** It is no address of Microsoft's storage, and nothing was sent there. */
  | 'refused'
  /** The address takes nothing any more. */
  | 'ended'
  /** The storage did not take it, or was not reached. */
  | 'failed';

/** Puts a file at an address that somebody's client named. */
export type Upload = (address: string, content: Uint8Array) => Promise<Uploaded>;

/**
 * Puts files into the storage of Teams, whole and once. An address is what a client said: whatever is not Microsoft's storage
 * over https is not called, and no redirect is followed. `also` lets in the origin of a stand-in. An address holds a token, so
 * it is in no failure and no log.
 */
export function createUpload({ also = () => null }: { readonly also?: () => string | null } = {}): Upload {
  return async (address, content) => {
    const url = storageIn(address, also());
    if (url === null) return 'refused';
    try {
      const response = await fetch(url, {
        method: 'PUT',
        body: new Uint8Array(content),
        headers: { 'content-range': `bytes 0-${content.length - 1}/${content.length}` },
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE),
      });
      await response.body?.cancel();
      if (response.ok) return 'done';
      return ENDED.has(response.status) ? 'ended' : 'failed';
    } catch {
      return 'failed';
    }
  };
}

/** The address, where a file may be put there: below a host of Microsoft's storage over https, or at the origin of a stand-in. */
export function storageIn(address: string, also: string | null): URL | null {
  const url = URL.parse(address);
  if (url?.username !== '' || url.password !== '') return null;
  if (also !== null && url.origin === also) return url;
  if (url.protocol !== 'https:' || url.port !== '') return null;
  return STORAGE.some((host) => url.hostname.endsWith(`.${host}`)) ? url : null;
}
