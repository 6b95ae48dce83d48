import { descendantsOf, type XmlElement } from '../package/xml.ts';

/** Whether the properties of a drawing have nothing for a screen reader, though nobody said that it only decorates. */
export function isUnsaid(properties: XmlElement): boolean {
  if ((properties.attributes['descr'] ?? '').trim() !== '') return false;
  return !descendantsOf(properties, 'adec:decorative').some(({ attributes }) =>
    /^(?:1|true)$/.test(attributes['val'] ?? ''),
  );
}
