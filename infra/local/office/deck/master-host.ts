import { linkedPart, readPart, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { childOf, childrenOf, findPath } from '@plumbline/shared/ooxml/package/xml';
import { collectionOf, type HostObject } from '../bridge/host-object.ts';
import { OfficeError } from '../office-error.ts';
import { layoutsOf, layoutTypeOf, nameOf } from './masters.ts';
import { LINK } from './parts.ts';
import { shapeCollection } from './shape-host.ts';

/** A layout as Office shows it. */
export function layoutHost(pack: OpcPackage, layout: string): HostObject {
  const id = `${layout}#`;
  return {
    id,
    properties: {
      Id: () => id,
      Name: () => nameOf(pack, layout),
      Type: () => LAYOUT_TYPES[layoutTypeOf(pack, layout)] ?? 'Custom',
    },
    children: {
      Shapes: () => shapeCollection(pack, layout),
      ThemeColorScheme: () => themeHost(pack, linkedPart(pack, layout, LINK.master) ?? ''),
    },
  };
}

/** What PowerPoint calls the types of layouts that its files name; the ones that a deck of ours can have. */
const LAYOUT_TYPES: Readonly<Record<string, string>> = {
  title: 'Title',
  obj: 'TitleAndContent',
  titleOnly: 'TitleOnly',
  blank: 'Blank',
  secHead: 'SectionHeader',
  twoObj: 'TwoContent',
  twoTxTwoObj: 'Comparison',
  objTx: 'ContentWithCaption',
  picTx: 'PictureWithCaption',
  tx: 'Text',
  chart: 'Chart',
  tbl: 'Table',
  vertTx: 'TitleAndVerticalText',
  vertTitleAndTx: 'VerticalTitleAndText',
};

/** A master as Office shows it, with its layouts. */
export function masterHost(pack: OpcPackage, master: string): HostObject {
  return {
    id: `${master}#`,
    properties: { Id: () => `${master}#`, Name: () => themeNameOf(pack, master) },
    children: {
      Layouts: () => collectionOf(() => layoutsOf(pack, master).map((layout) => layoutHost(pack, layout))),
      Shapes: () => shapeCollection(pack, master),
      ThemeColorScheme: () => themeHost(pack, master),
    },
  };
}

function themeNameOf(pack: OpcPackage, master: string): string {
  return readPart(pack, linkedPart(pack, master, LINK.theme) ?? '')?.attributes['name'] ?? '';
}

/** The colours of a master's theme. */
export function themeHost(pack: OpcPackage, master: string): HostObject {
  const theme = readPart(pack, linkedPart(pack, master, LINK.theme) ?? '');
  const scheme = theme && findPath(theme, 'a:themeElements', 'a:clrScheme');
  return {
    methods: {
      GetThemeColor(args) {
        const wanted = THEME_COLOURS[args.text(0)] ?? '';
        const colour = scheme && childrenOf(childOf(scheme, `a:${wanted}`) ?? scheme)[0]?.attributes;
        const hex = colour?.['lastClr'] ?? colour?.['val'];
        if (hex === undefined || wanted === '') throw new OfficeError('InvalidArgument', 'that is no theme colour');
        return `#${hex}`;
      },
    },
  };
}

const THEME_COLOURS: Readonly<Record<string, string>> = {
  Dark1: 'dk1',
  Light1: 'lt1',
  Dark2: 'dk2',
  Light2: 'lt2',
  Accent1: 'accent1',
  Accent2: 'accent2',
  Accent3: 'accent3',
  Accent4: 'accent4',
  Accent5: 'accent5',
  Accent6: 'accent6',
  Hyperlink: 'hlink',
  FollowedHyperlink: 'folHlink',
};
