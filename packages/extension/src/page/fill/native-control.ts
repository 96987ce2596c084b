/** The browser's own ways to read and set a control, which no page can replace. */
import { getter, memberOf, method } from '../native.js';

function setter<T extends object, K extends keyof T & string>(
  prototype: T,
  name: K,
): (node: T, value: T[K]) => void {
  const set = memberOf(prototype, name)?.set;
  if (!set) throw new TypeError(`This browser cannot set ${name}`);
  return Function.prototype.call.bind(set) as (node: T, value: T[K]) => void;
}

export const isInDocument = getter(Node.prototype, 'isConnected');
export const previousSiblingOf = getter(Node.prototype, 'previousSibling');
export const lastChildOf = getter(Node.prototype, 'lastChild');
export const contentOf = getter(Node.prototype, 'textContent');
export const rootOf = method(Node.prototype, (from): (() => Node) => from.getRootNode);
export const isMatching = method(
  Element.prototype,
  (from): ((css: string) => boolean) => from.matches,
);
export const findAllIn = method(
  Document.prototype,
  (from): ((css: string) => NodeListOf<Element>) => from.querySelectorAll,
);
export const findAllInShadow = method(
  DocumentFragment.prototype,
  (from): ((css: string) => NodeListOf<Element>) => from.querySelectorAll,
);

export const labelsOfInput = getter(HTMLInputElement.prototype, 'labels');
export const labelsOfArea = getter(HTMLTextAreaElement.prototype, 'labels');
export const labelsOfSelect = getter(HTMLSelectElement.prototype, 'labels');
export const formOf = getter(HTMLInputElement.prototype, 'form');
export const isInputReadOnly = getter(HTMLInputElement.prototype, 'readOnly');
export const isAreaReadOnly = getter(HTMLTextAreaElement.prototype, 'readOnly');
export const inputLimitOf = getter(HTMLInputElement.prototype, 'maxLength');
export const areaLimitOf = getter(HTMLTextAreaElement.prototype, 'maxLength');
export const optionsOf = getter(HTMLSelectElement.prototype, 'options');
export const isMultiple = getter(HTMLSelectElement.prototype, 'multiple');
export const chosenIndexOf = getter(HTMLSelectElement.prototype, 'selectedIndex');
export const optionValueOf = getter(HTMLOptionElement.prototype, 'value');

export const setInputValue = setter(HTMLInputElement.prototype, 'value');
export const setAreaValue = setter(HTMLTextAreaElement.prototype, 'value');
export const setChosenIndex = setter(HTMLSelectElement.prototype, 'selectedIndex');
export const click = method(HTMLElement.prototype, (from) => from.click);
export const blur = method(HTMLElement.prototype, (from) => from.blur);
export const focus = method(
  HTMLElement.prototype,
  (from): ((options: FocusOptions) => void) => from.focus,
);
export const dispatch = method(EventTarget.prototype, (from) => from.dispatchEvent);
export const command = method(
  Document.prototype,
  (from): ((name: string, ui?: boolean, value?: string) => boolean) => from.execCommand,
);
export const activeIn = getter(Document.prototype, 'activeElement');
export const activeInShadow = getter(ShadowRoot.prototype, 'activeElement');
