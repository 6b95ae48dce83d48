const OBJECT_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads an account's object id as somebody copied it from the directory: case, braces and spaces do not matter. */
export function readDirectoryId(text: string): string | null {
  const id = text.replaceAll(/[\s{}]/g, '').toLowerCase();
  return OBJECT_ID.test(id) ? id : null;
}
