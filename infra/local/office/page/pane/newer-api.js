// The office.js of npm ends at PowerPointApi 1.4 and WordApi 1.4, the one that Microsoft hosts is of today. What the
// pane uses of the years between is put on the same classes here, by the same helpers that office.js itself uses, so
// that a pane calls the plain API. It is added to the end of the program's own script, before Office is ready.

/** @import { ClientClass, ClientObject, OfficeJs, Values } from '../../types.ts' */

(() => {
  /** @type {unknown} */
  const here = window;
  const { OfficeExtension, PowerPoint, Word } = /** @type {OfficeJs} */ (here);
  const helper = OfficeExtension.BatchApiHelper;
  const utility = OfficeExtension.Utility;

  /** Office's flags of what reads only, and of what may change something. */
  const READS = 4;
  const CHANGES = 0;

  if (PowerPoint !== undefined) addPowerPoint(PowerPoint);
  if (Word?.['Document'] !== undefined) addWord(Word);

  /** @param {Record<string, ClientClass>} api */
  function addWord(api) {
    const { Document, Range } = api;
    if (!Document || !Range) return;
    addChild(Document, 'CustomXmlParts', { gives: addCustomParts(api), many: true });
    addMethod(Range, 'InsertBookmark', CHANGES);
    addMaker(Document, 'GetBookmarkRange', { gives: Range });
    addMaker(Document, 'GetBookmarkRangeOrNullObject', { gives: Range });
    addMethod(Document, 'DeleteBookmark', CHANGES);
  }

  /** @param {Record<string, ClientClass>} api */
  function addPowerPoint(api) {
    const parts = addCustomParts(api);
    const setup = addClass(api, 'PageSetup');
    addScalar(setup, 'SlideWidth');
    addScalar(setup, 'SlideHeight');
    const theme = addClass(api, 'ThemeColorScheme');
    addMethod(theme, 'GetThemeColor');

    const { Presentation, Shape, Slide, SlideCollection, SlideLayout, SlideMaster } = api;
    if (!Presentation || !Shape || !Slide || !SlideCollection || !SlideLayout || !SlideMaster) return;
    const slides = addCollection(api, 'SlideScopedCollection', Slide);
    const shapes = addCollection(api, 'ShapeScopedCollection', Shape);
    addScalar(Presentation, 'Id');
    addMaker(Presentation, 'GetSelectedSlides', { gives: slides, many: true });
    addMaker(Presentation, 'GetSelectedShapes', { gives: shapes, many: true });
    addMethod(Presentation, 'SetSelectedSlides', CHANGES);
    addChild(Presentation, 'CustomXmlParts', { gives: parts, many: true });
    addChild(Presentation, 'PageSetup', { gives: setup });
    addScalar(Slide, 'Index');
    addMethod(Slide, 'ExportAsBase64');
    addMethod(Slide, 'GetImageAsBase64');
    addMethod(Slide, 'MoveTo', CHANGES);
    addMethod(Slide, 'SetSelectedShapes', CHANGES);
    addChild(Slide, 'CustomXmlParts', { gives: parts, many: true });
    addMethod(SlideCollection, 'ExportAsBase64Presentation');
    addMethod(slides, 'ExportAsBase64Presentation');
    addScalar(SlideLayout, 'Type');
    for (const one of [Slide, SlideLayout, SlideMaster]) addChild(one, 'ThemeColorScheme', { gives: theme });
    addScalar(Shape, 'AltTextDescription', true);
  }

  /** @param {Record<string, ClientClass>} api @returns {ClientClass} */
  function addCustomParts(api) {
    const part = addClass(api, 'CustomXmlPart');
    addScalar(part, 'Id');
    addScalar(part, 'NamespaceUri');
    addMethod(part, 'GetXml');
    addMethod(part, 'SetXml', CHANGES);
    addMethod(part, 'Delete', CHANGES);
    const scoped = addCollection(api, 'CustomXmlPartScopedCollection', part);
    addMaker(scoped, 'GetOnlyItem', { gives: part });
    addMaker(scoped, 'GetOnlyItemOrNullObject', { gives: part });
    const parts = addCollection(api, 'CustomXmlPartCollection', part);
    addMaker(parts, 'Add', { gives: part, flags: CHANGES });
    addMaker(parts, 'GetByNamespace', { gives: scoped, many: true });
    return parts;
  }

  /** @param {Record<string, ClientClass>} api @param {string} name @returns {ClientClass} */
  function addClass(api, name) {
    const made = class extends OfficeExtension.ClientObject {
      get _className() {
        return name;
      }
      /** @param {Values | null | undefined} value @override */
      _handleResult(value) {
        super._handleResult(value);
        if (value !== null && value !== undefined) utility.fixObjectPathIfNecessary(this, value);
      }
      /** @param {unknown} option */
      load(option) {
        return utility.load(this, option);
      }
      toJSON() {
        return utility.toJson(this, {}, {});
      }
    };
    api[name] = made;
    return made;
  }

  /** @param {Record<string, ClientClass>} api @param {string} name @param {ClientClass} of */
  function addCollection(api, name, of) {
    const made = addClass(api, name);
    /** @type {WeakMap<ClientObject, unknown>} */
    const kept = new WeakMap();
    addProperty(made, '_isCollection', { get: () => true });
    addProperty(made, 'items', {
      /** @this {ClientObject} */
      get() {
        utility.throwIfNotLoaded('items', kept.get(this), name, this['_isNull']);
        return kept.get(this);
      },
    });
    takeResult(made, (object, value) => {
      const items = /** @type {readonly Values[] | undefined} */ (value['_Items']);
      if (items === undefined) return;
      const children = items.map((one, at) => {
        const child = helper.createChildItemObject(of, true, object, one, at);
        child._handleResult(one);
        return child;
      });
      kept.set(object, children);
    });
    addMethod(made, 'GetCount');
    made.prototype['getItem'] = /** @this {ClientObject} @param {string} key */ function (key) {
      return helper.createIndexerObject(of, this, [key]);
    };
    addMaker(made, 'GetItemAt', { gives: of });
    addMaker(made, 'GetItemOrNullObject', { gives: of });
    return made;
  }

  /** @param {ClientClass} type @param {string} name @param {number} [flags] */
  function addMethod(type, name, flags = READS) {
    type.prototype[camel(name)] ??= /** @this {ClientObject} @param {readonly unknown[]} args */ function (...args) {
      return helper.invokeMethod(this, name, flags === READS ? 1 : 0, args, flags, 0);
    };
  }

  /**
   * A method that gives an object.
   *
   * @param {ClientClass} type @param {string} name
   * @param {{ gives: ClientClass; many?: boolean; flags?: number }} of
   */
  function addMaker(type, name, { gives, many = false, flags = READS }) {
    const operation = flags === READS ? 1 : 0;
    type.prototype[camel(name)] ??= /** @this {ClientObject} @param {readonly unknown[]} args */ function (...args) {
      return helper.createMethodObject(gives, this, name, operation, args, many, false, null, flags);
    };
  }

  /** @param {ClientClass} type @param {string} name @param {{ gives: ClientClass; many?: boolean }} of */
  function addChild(type, name, { gives, many = false }) {
    /** @type {WeakMap<object, ClientObject>} */
    const kept = new WeakMap();
    /** @param {ClientObject} object */
    const childOf = (object) => {
      const child = kept.get(object) ?? helper.createPropertyObject(gives, object, name, many, READS);
      kept.set(object, child);
      return child;
    };
    addProperty(type, camel(name), {
      /** @this {ClientObject} */
      get() {
        return childOf(this);
      },
    });
    addName(type, '_navigationPropertyNames', camel(name));
    takeResult(type, (object, value) => {
      const given = /** @type {Values | undefined} */ (value[name]);
      if (given !== undefined) childOf(object)._handleResult(given);
    });
  }

  /** @param {ClientClass} type @param {string} name @param {boolean} [settable] */
  function addScalar(type, name, settable = false) {
    if (camel(name) in type.prototype) return;
    /** @type {WeakMap<ClientObject, unknown>} */
    const kept = new WeakMap();
    /** @this {ClientObject} @param {unknown} value */
    const set = function (value) {
      kept.set(this, value);
      helper.invokeSetProperty(this, name, value, 0);
    };
    addProperty(type, camel(name), {
      /** @this {ClientObject} */
      get() {
        utility.throwIfNotLoaded(camel(name), kept.get(this), this['_className'], this['_isNull']);
        return kept.get(this);
      },
      ...(settable ? { set } : {}),
    });
    addName(type, '_scalarPropertyNames', camel(name));
    addName(type, '_scalarPropertyOriginalNames', name);
    addName(type, '_scalarPropertyUpdateable', settable);
    takeResult(type, (object, value) => {
      if (value[name] !== undefined) kept.set(object, value[name]);
    });
  }

  /** @param {ClientClass} type @param {string} name @param {PropertyDescriptor} descriptor */
  function addProperty(type, name, descriptor) {
    if (name in type.prototype) return;
    Object.defineProperty(type.prototype, name, { configurable: true, enumerable: true, ...descriptor });
  }

  /** A name more in a list that office.js asks a class for. @param {ClientClass} type @param {string} list @param {unknown} name */
  function addName(type, list, name) {
    const before = /** @type {readonly unknown[] | undefined} */ (type.prototype[list]) ?? [];
    Object.defineProperty(type.prototype, list, { configurable: true, get: () => [...before, name] });
  }

  /** @param {ClientClass} type @param {(object: ClientObject, value: Values) => void} take */
  function takeResult(type, take) {
    const before = Reflect.get(type.prototype, '_handleResult');
    /** @this {ClientObject} @param {Values | null | undefined} value */
    type.prototype._handleResult = function (value) {
      Reflect.apply(before, this, [value]);
      if (value !== null && value !== undefined) take(this, value);
    };
  }

  /** @param {string} name */
  function camel(name) {
    return name.slice(0, 1).toLowerCase() + name.slice(1);
  }
})();
