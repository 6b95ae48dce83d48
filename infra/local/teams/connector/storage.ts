import { randomUUID } from 'node:crypto';
import express, { type Request, type Response, type Router } from 'express';

/** What a bot may put there at once. */
const LARGEST = '60mb';

/** Where Teams has made room for a file, as `fileConsent/invoke` names it. */
export interface UploadInfo {
  readonly uploadUrl: string;
  readonly contentUrl: string;
  readonly name: string;
  readonly uniqueId: string;
  readonly fileType: string;
}

/** The storage of Teams: room for a file, made once somebody agreed to have it, and the file once it is there. */
export interface Storage {
  readonly makeRoom: (name: string) => UploadInfo;
  /** Mount at the address that rooms are below. */
  readonly router: Router;
}

/** Room for files, in memory: an upload session of OneDrive takes a file once, whole or in parts; this one whole. */
export function createStorage(at: () => string): Storage {
  const rooms = new Map<string, UploadInfo>();
  const files = new Map<string, { readonly name: string; readonly content: Buffer }>();
  const router = express.Router();
  router.put('/upload/:room', express.raw({ type: () => true, limit: LARGEST }), (request, response) => {
    const room = rooms.get(request.params.room);
    if (room === undefined) {
      refuse(response, 404, { code: 'itemNotFound', message: 'The upload session was not found.' });
      return;
    }
    const content = bytesOf(request);
    if (content.length === 0 || request.get('content-range') !== rangeOf(content)) {
      refuse(response, 400, {
        code: 'invalidRequest',
        message: 'Send the whole file with Content-Range: bytes 0-LAST/SIZE.',
      });
      return;
    }
    rooms.delete(request.params.room);
    files.set(room.uniqueId, { name: room.name, content });
    response.status(201).json({ id: room.uniqueId, name: room.name, size: content.length });
  });
  router.get('/files/:file', (request, response) => {
    const file = files.get(request.params.file);
    if (file === undefined) refuse(response, 404, { code: 'itemNotFound', message: 'The file was not found.' });
    else response.attachment(file.name).send(file.content);
  });
  return {
    router,
    makeRoom(name) {
      const [room, uniqueId] = [randomUUID(), randomUUID()];
      const info = {
        uploadUrl: `${at()}/upload/${room}`,
        contentUrl: `${at()}/files/${uniqueId}`,
        name,
        uniqueId,
        fileType: name.slice(name.lastIndexOf('.') + 1),
      };
      rooms.set(room, info);
      return info;
    },
  };
}

function bytesOf({ body }: Request): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

function rangeOf({ length }: Buffer): string {
  return `bytes 0-${length - 1}/${length}`;
}

function refuse(response: Response, status: number, error: { readonly code: string; readonly message: string }): void {
  response.status(status).json({ error });
}
