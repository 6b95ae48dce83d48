/** A piece of the file, in bytes: Office hands over at most 4 MB at once. */
const SLICE = 4 * 1024 * 1024;

/** The whole document as it would be saved now. Office takes one such copy at a time, and so it is closed in any case. */
export async function wholeFile(): Promise<Uint8Array> {
  const file = await opened();
  try {
    const bytes = new Uint8Array(file.size);
    let at = 0;
    for (let index = 0; index < file.sliceCount; index += 1) {
      const slice = await sliceOf(file, index);
      bytes.set(slice, at);
      at += slice.length;
    }
    return bytes;
  } finally {
    file.closeAsync();
  }
}

function opened(): Promise<Office.File> {
  return new Promise((resolve, reject) => {
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE }, (answer) => {
      if (answer.status === Office.AsyncResultStatus.Succeeded) resolve(answer.value);
      else reject(refusal(answer.error));
    });
  });
}

function sliceOf(file: Office.File, index: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    file.getSliceAsync(index, (answer) => {
      if (answer.status !== Office.AsyncResultStatus.Succeeded) {
        reject(refusal(answer.error));
        return;
      }
      const data: unknown = answer.value.data;
      if (data instanceof Uint8Array) resolve(data);
      else if (Array.isArray(data)) resolve(Uint8Array.from(data, Number));
      else reject(refusal({ code: 'UnknownSlice' }));
    });
  });
}

/** Office's code without its message, which may quote the document. */
function refusal({ code }: { readonly code: number | string }): Error {
  return Object.assign(new Error('Office does not hand over the document'), { code });
}
