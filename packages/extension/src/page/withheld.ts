/** Fields that are never read: their values stay in the page. */
import { isSecretFill, isSecretLabel, isSecretName } from '@cyber-prevent/core/page';
import { attributeOf, inputTypeOf } from './native.js';

const NEVER_TYPES: ReadonlySet<string> = new Set(['password', 'file', 'hidden']);
const CAPTIONED_TYPES: ReadonlySet<string> = new Set([
  'submit',
  'button',
  'checkbox',
  'radio',
  'reset',
  'image',
]);
/** Fonts that draw every letter as a dot. */
const DOTTED_FONT = /text-security|password|dotsfont/i;

const HINTS: readonly (readonly [attribute: string, isSecret: (text: string) => boolean])[] = [
  ['autocomplete', isSecretFill],
  ['name', isSecretName],
  ['id', isSecretName],
  ['aria-label', isSecretLabel],
  ['placeholder', isSecretLabel],
];

/** True for a password, a code, a hidden token, a card field, a file, or anything painted as dots. */
export function isWithheld(element: Element, tag: string): boolean {
  if (tag === 'input') {
    const type = inputTypeOf(element as HTMLInputElement);
    if (NEVER_TYPES.has(type)) return true;
    // The caption of a button and the state of a box are not secrets, even if their name says so.
    if (CAPTIONED_TYPES.has(type)) return false;
  } else if (tag !== 'select' && tag !== 'textarea') return isDotted(element);
  return (
    HINTS.some(([name, isSecret]) => {
      const hint = attributeOf(element, name);
      return hint !== null && isSecret(hint);
    }) || isDotted(element)
  );
}

/** True if an element's text is painted as dots: a password by another name. */
export function isDotted(element: Element): boolean {
  const style = getComputedStyle(element);
  const painted = style.getPropertyValue('-webkit-text-security');
  return (painted !== '' && painted !== 'none') || DOTTED_FONT.test(style.fontFamily);
}
