import { z } from 'zod';
import type { OpenDocument } from './open-documents.ts';
import { OfficeError } from './office-error.ts';

/** The numbers that office.js calls its host by. */
const CALL = {
  selectedData: 64,
  documentCopy: 77,
  copySlice: 80,
  releaseCopy: 81,
  goTo: 82,
  activeView: 83,
  fileProperties: 86,
  richApi: 93,
} as const;

/** Office's numbers for what came of a call. */
const DONE = 0;
const NOT_SUPPORTED = 5000;
const FAILED = 5001;

/** `getFileAsync` of the whole file; as text or PDF it is not had here. */
const COMPRESSED = 5;

const richApi = z.tuple([z.array(z.unknown())]).rest(z.unknown());
const slice = z.tuple([z.number(), z.number().int().min(0), z.number().int().positive()]).rest(z.unknown());

/**
 * Answers a call of office.js as the desktop program would: a status first, then what it gives. A call that is not known
 * is answered as Office answers what it does not support.
 */
export function answerCall(document: OpenDocument, dispId: number, params: readonly unknown[]): readonly unknown[] {
  try {
    switch (dispId) {
      case CALL.richApi: {
        const parsed = richApi.safeParse(params);
        const body: unknown = parsed.data?.[0][4];
        const answer = document.process(typeof body === 'string' ? body : '');
        return [DONE, [answer.Error?.HttpStatusCode ?? 200, [], JSON.stringify(answer)]];
      }
      case CALL.documentCopy:
        return params[0] === COMPRESSED ? [DONE, ...document.copy()] : [NOT_SUPPORTED];
      case CALL.copySlice: {
        const parsed = slice.safeParse(params);
        if (!parsed.success) return [FAILED];
        const [handle, offset, size] = parsed.data;
        const data = document.slice(handle, offset, size);
        return [DONE, data, data.length];
      }
      case CALL.releaseCopy:
        if (typeof params[0] === 'number') document.release(params[0]);
        return [DONE];
      case CALL.selectedData:
        return document.program === 'powerpoint' ? [DONE, JSON.stringify(document.selectedRange())] : [NOT_SUPPORTED];
      case CALL.goTo:
        return document.select(String(params[0])) ? [DONE] : [FAILED];
      case CALL.activeView:
        return [DONE, 1];
      case CALL.fileProperties:
        return [DONE, document.name];
      default:
        return [NOT_SUPPORTED];
    }
  } catch (fault) {
    if (fault instanceof OfficeError) return [FAILED];
    throw fault;
  }
}
