import type { OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { collectionOf, type HostObject, type Json } from '../bridge/host-object.ts';
import { OfficeError } from '../office-error.ts';
import { changeShape, place, propertiesOf, removeShape, setText, shapesOf, type Shape } from './shapes.ts';

/** The shapes of a slide, a layout or a master as Office shows them. */
export function shapeCollection(pack: OpcPackage, part: string): HostObject {
  return collectionOf(() => shapesOf(pack, part).map((shape) => shapeHost(pack, part, shape)));
}

function shapeHost(pack: OpcPackage, part: string, shape: Shape): HostObject {
  const at = { part, id: shape.id };
  const number = (value: unknown): number => {
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    throw new OfficeError('InvalidArgument', 'a place or size is a number of points');
  };
  const named = (attribute: string) => (value: unknown) => {
    if (typeof value !== 'string') throw new OfficeError('InvalidArgument', 'that is a text');
    changeShape(pack, at, (one) => {
      const properties = propertiesOf(one);
      if (properties) properties.attributes[attribute] = value;
    });
  };
  const moved = (what: 'left' | 'top' | 'width' | 'height') => (value: unknown) => {
    const points = number(value);
    changeShape(pack, at, (one) => {
      place(one, { [what]: points });
    });
  };
  const values: Readonly<Record<string, Json>> = {
    Id: shape.id,
    Name: shape.name,
    Type: shape.type,
    Left: shape.left,
    Top: shape.top,
    Width: shape.width,
    Height: shape.height,
    AltTextDescription: shape.altText,
  };
  return {
    id: shape.id,
    properties: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, () => value])),
    settable: {
      Name: named('name'),
      AltTextDescription: named('descr'),
      Left: moved('left'),
      Top: moved('top'),
      Width: moved('width'),
      Height: moved('height'),
    },
    children: {
      TextFrame: () => ({
        properties: { HasText: () => shape.text !== '' },
        children: {
          TextRange: () => ({
            properties: { Text: () => shape.text, Length: () => shape.text.length },
            settable: {
              Text(value) {
                if (typeof value !== 'string') throw new OfficeError('InvalidArgument', 'a text is a text');
                changeShape(pack, at, (one) => {
                  setText(one, value);
                });
              },
            },
          }),
        },
      }),
    },
    methods: {
      Delete() {
        if (!removeShape(pack, part, shape.id)) throw new OfficeError('ItemNotFound', 'that shape is gone');
        return undefined;
      },
    },
  };
}
