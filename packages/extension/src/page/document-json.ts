/** Facts of a frame snapshot about its document, besides the tree. */
import { addressOf } from './address.js';
import { attributeOf, titleOf } from './native.js';

/** The JSON before the tree. The collector writes the opening brace and the path. */
export function documentJson(root: Element | null): string {
  const language = root && attributeOf(root, 'lang');
  return [
    `"url":${JSON.stringify(addressOf(location.href))}`,
    `"title":${JSON.stringify(titleOf(document))}`,
    ...(language ? [`"language":${JSON.stringify(language)}`] : []),
    `"viewport":[${Math.round(innerWidth)},${Math.round(innerHeight)}]`,
    // The root is an element without a name.
    '"tree":["",0,0',
  ].join();
}

/** The browser shows a PDF or a picture in a document that it generates. */
export function isViewer(): boolean {
  return /^(?:application\/pdf|audio\/|image\/|video\/)/.test(document.contentType);
}
