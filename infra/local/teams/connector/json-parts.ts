import type { Attachment, Suggestion } from './chat-types.ts';

/** The value at a key of what may be no object. */
export function valueIn(body: unknown, key: string): unknown {
  return typeof body === 'object' && body !== null ? new Map(Object.entries(body)).get(key) : undefined;
}

/** The text at a key; empty where there is none. */
export function textIn(body: unknown, key: string): string {
  const value = valueIn(body, key);
  return typeof value === 'string' ? value : '';
}

/** The list at a key; empty where there is none. */
export function listIn(body: unknown, key: string): readonly unknown[] {
  const value = valueIn(body, key);
  return Array.isArray(value) ? value : [];
}

/** The attachments of an activity that a chat can show. */
export function attachmentsIn(body: unknown): readonly Attachment[] {
  return listIn(body, 'attachments').flatMap((item) => {
    const contentType = textIn(item, 'contentType');
    const [name, contentUrl] = [textIn(item, 'name'), textIn(item, 'contentUrl')];
    const file = { ...(name === '' ? {} : { name }), ...(contentUrl === '' ? {} : { contentUrl }) };
    return contentType === '' ? [] : [{ contentType, content: valueIn(item, 'content'), ...file }];
  });
}

/** The suggested actions of an activity. */
export function suggestionsIn(body: unknown): readonly Suggestion[] {
  return listIn(valueIn(body, 'suggestedActions'), 'actions').map((action) => ({
    type: textIn(action, 'type'),
    title: textIn(action, 'title'),
    value: textIn(action, 'value'),
  }));
}
