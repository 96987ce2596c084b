/**
 * The browser's own ways to read a document, taken from the prototypes once. A page can name a field `attributes` or
 * `children` and so hide the real member of its form; these cannot be hidden.
 */

/** Finds `name` on the prototype or above it. */
export function memberOf(prototype: object, name: string): PropertyDescriptor | undefined {
  for (let at: object | null = prototype; at !== null; at = Reflect.getPrototypeOf(at)) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found) return found;
  }
  return undefined;
}

export function getter<T extends object, K extends keyof T & string>(
  prototype: T,
  name: K,
): (node: T) => T[K] {
  const get = memberOf(prototype, name)?.get;
  if (!get) throw new TypeError(`This browser has no ${name}`);
  return Function.prototype.call.bind(get) as (node: T) => T[K];
}

export function method<T extends object, A extends unknown[], R>(
  prototype: T,
  pick: (from: T) => (...input: A) => R,
): (node: T, ...input: A) => R {
  return Function.prototype.call.bind(pick(prototype)) as (node: T, ...input: A) => R;
}

export const firstChildOf = getter(Node.prototype, 'firstChild');
export const nextSiblingOf = getter(Node.prototype, 'nextSibling');
export const nodeTypeOf = getter(Node.prototype, 'nodeType');
export const textOf = getter(CharacterData.prototype, 'data');
export const localNameOf = getter(Element.prototype, 'localName');
export const namespaceOf = getter(Element.prototype, 'namespaceURI');
export const openShadowOf = getter(Element.prototype, 'shadowRoot');
export const attributeOf = method(Element.prototype, (from) => from.getAttribute);
export const attributeNamesOf = method(Element.prototype, (from) => from.getAttributeNames);
export const hasAttributesOf = method(Element.prototype, (from) => from.hasAttributes);
export const rectOf = method(Element.prototype, (from) => from.getBoundingClientRect);
export const scrollTopOf = getter(Element.prototype, 'scrollTop');
export const scrollLeftOf = getter(Element.prototype, 'scrollLeft');
export const scrollHeightOf = getter(Element.prototype, 'scrollHeight');
export const scrollWidthOf = getter(Element.prototype, 'scrollWidth');
export const clientHeightOf = getter(Element.prototype, 'clientHeight');
export const clientWidthOf = getter(Element.prototype, 'clientWidth');
export const rectsOf = method(Element.prototype, (from) => from.getClientRects);
export const matchesOf = method(
  Element.prototype,
  (from): ((css: string) => boolean) => from.matches,
);
export const heightOf = getter(HTMLElement.prototype, 'offsetHeight');
export const widthOf = getter(HTMLElement.prototype, 'offsetWidth');
export const isEditable = getter(HTMLElement.prototype, 'isContentEditable');
export const shownTextOf = getter(HTMLElement.prototype, 'innerText');
export const inputTypeOf = getter(HTMLInputElement.prototype, 'type');
export const inputValueOf = getter(HTMLInputElement.prototype, 'value');
export const isChecked = getter(HTMLInputElement.prototype, 'checked');
export const textareaValueOf = getter(HTMLTextAreaElement.prototype, 'value');
export const chosenOf = getter(HTMLSelectElement.prototype, 'selectedOptions');
export const optionTextOf = getter(HTMLOptionElement.prototype, 'text');
export const assignedTo = method(HTMLSlotElement.prototype, (from) => from.assignedNodes);
export const parentOf = getter(Node.prototype, 'parentNode');
export const slotOf = getter(Element.prototype, 'assignedSlot');
export const isConnected = getter(Node.prototype, 'isConnected');
export const findAllIn = method(
  Document.prototype,
  (from): ((css: string) => NodeListOf<Element>) => from.querySelectorAll,
);
export const findIn = method(
  Document.prototype,
  (from): ((css: string) => Element | null) => from.querySelector,
);
export const findInShadow = method(
  DocumentFragment.prototype,
  (from): ((css: string) => Element | null) => from.querySelector,
);
export const findBelow = method(
  Element.prototype,
  (from): ((css: string) => Element | null) => from.querySelector,
);
export const scrollTo = method(Element.prototype, (from) => from.scrollIntoView);
export const newRange = method(Document.prototype, (from) => from.createRange);
export const selectIn = method(Range.prototype, (from) => from.selectNodeContents);
export const rangeRectOf = method(Range.prototype, (from) => from.getBoundingClientRect);
export const rootElementOf = getter(Document.prototype, 'documentElement');
export const titleOf = getter(Document.prototype, 'title');

/** Absent from browsers before 2023: then the boxes are read instead. */
export const isShown: ((element: Element, options: CheckVisibilityOptions) => boolean) | undefined =
  'checkVisibility' in Element.prototype
    ? method(Element.prototype, (from) => from.checkVisibility)
    : undefined;

/** The window in a frame element, of any origin; null when there is none. */
export function windowIn(element: Element): Window | null {
  for (const prototype of [
    HTMLIFrameElement.prototype,
    globalThis.HTMLFrameElement?.prototype,
    HTMLObjectElement.prototype,
  ]) {
    if (prototype && Object.prototype.isPrototypeOf.call(prototype, element)) {
      const get = memberOf(prototype, 'contentWindow')?.get;
      return get ? ((Reflect.apply(get, element, []) as Window | null) ?? null) : null;
    }
  }
  return null;
}
