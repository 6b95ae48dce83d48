import {
  addPart,
  addRelationship,
  freePart,
  linkedPart,
  readPart,
  relationshipsOf,
  removePart,
  removeRelationship,
  targetOf,
  type OpcPackage,
} from '@plumbline/shared/ooxml/package/opc-package';
import { element, parseXml, writeXml, type XmlElement } from '@plumbline/shared/ooxml/package/xml';
import { collectionOf, found, type HostObject } from './bridge/host-object.ts';
import { LINK } from './deck/parts.ts';
import { OfficeError } from './office-error.ts';

const DATA_STORE = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';

/** The custom XML parts that a part of the document links to. */
export function customXmlParts(pack: OpcPackage, owner: string, newId: () => string): HostObject {
  const all = () => partsOf(pack, owner).map((part) => hostPart(pack, owner, part));
  const collection = collectionOf(all);
  return {
    ...collection,
    methods: {
      ...collection.methods,
      Add(args) {
        return { made: hostPart(pack, owner, add(pack, owner, { root: xmlIn(args.text(0)), id: newId() })) };
      },
      GetByNamespace(args) {
        const namespace = args.text(0);
        const scoped = () => all().filter(({ properties }) => properties?.['NamespaceUri']?.() === namespace);
        const some = collectionOf(scoped);
        const only = () => {
          const [first, ...more] = scoped();
          return more.length === 0 ? (first ?? null) : null;
        };
        return {
          made: {
            ...some,
            methods: {
              ...some.methods,
              GetOnlyItem: () => ({ made: found(only(), `only part of ${namespace}`) }),
              GetOnlyItemOrNullObject: () => ({ made: only() }),
            },
          },
        };
      },
    },
  };
}

function partsOf(pack: OpcPackage, owner: string): readonly string[] {
  return relationshipsOf(pack, owner).flatMap((one) => {
    const target = one.type === LINK.customXml ? targetOf(owner, one) : null;
    return target !== null && pack.parts.has(target) ? [target] : [];
  });
}

function hostPart(pack: OpcPackage, owner: string, part: string): HostObject {
  const root = () => readPart(pack, part) ?? element('none');
  const id = idOf(pack, part);
  return {
    id,
    properties: { Id: () => id, NamespaceUri: () => namespaceOf(root()) },
    methods: {
      GetXml: () => writeXml(root()),
      SetXml(args) {
        addPart(pack, part, { contentType: 'application/xml', content: xmlIn(args.text(0)) });
        return undefined;
      },
      Delete() {
        const link = relationshipsOf(pack, owner).find((one) => targetOf(owner, one) === part);
        if (link) removeRelationship(pack, owner, link.id);
        const props = linkedPart(pack, part, LINK.customXmlProps);
        if (props !== null) removePart(pack, props);
        removePart(pack, part);
        return undefined;
      },
    },
  };
}

function add(
  pack: OpcPackage,
  owner: string,
  { root, id }: { readonly root: XmlElement; readonly id: string },
): string {
  const name = freePart(pack, 'customXml/item', '.xml');
  addPart(pack, name, { contentType: 'application/xml', content: root });
  addRelationship(pack, owner, { type: LINK.customXml, target: name });
  const props = freePart(pack, 'customXml/itemProps', '.xml');
  addPart(pack, props, {
    contentType: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
    content: element(
      'ds:datastoreItem',
      { 'ds:itemID': id, 'xmlns:ds': DATA_STORE },
      element('ds:schemaRefs', {}, element('ds:schemaRef', { 'ds:uri': namespaceOf(root) })),
    ),
  });
  addRelationship(pack, name, { type: LINK.customXmlProps, target: props });
  return name;
}

function idOf(pack: OpcPackage, part: string): string {
  const props = linkedPart(pack, part, LINK.customXmlProps);
  return (props === null ? undefined : readPart(pack, props)?.attributes['ds:itemID']) ?? part;
}

function namespaceOf({ name, attributes }: XmlElement): string {
  const [prefix, local] = name.split(':');
  return attributes[local === undefined ? 'xmlns' : `xmlns:${prefix ?? ''}`] ?? '';
}

function xmlIn(text: string): XmlElement {
  const parsed = parseXml(text);
  if (!parsed.ok) throw new OfficeError('InvalidArgument', 'that is no XML');
  return parsed.value;
}
