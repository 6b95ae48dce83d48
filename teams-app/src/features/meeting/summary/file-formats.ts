import type { FileFormat } from '@plumbline/shared/ooxml/file-format';
import { ID_BYTES, insertionId } from '@plumbline/shared/ooxml/insertion-id';
import { resultFile, type FileContent } from '@plumbline/shared/ooxml/result-file';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const TYPES: Readonly<Record<FileFormat, string>> = {
  pptx: `${OFFICE}.presentationml.presentation`,
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  csv: 'text/csv;charset=utf-8',
};

/** Makes the file of a format. */
export function fileOf(format: FileFormat, content: Omit<FileContent, 'newId'>): Blob {
  return new Blob([new Uint8Array(resultFile(format, { ...content, newId }))], { type: TYPES[format] });
}

function newId(): string {
  return insertionId(Date.now(), crypto.getRandomValues(new Uint8Array(ID_BYTES)));
}
