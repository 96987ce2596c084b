/** Fields that are never read: what they hold stays in the page. */
import { attributeOf, inputTypeOf } from './native.js';

const NEVER_TYPES: ReadonlySet<string> = new Set(['password', 'file', 'hidden']);
const NEVER_TOKENS: ReadonlySet<string> = new Set([
  'one-time-code',
  'current-password',
  'new-password',
]);

/** Parts of a field's name or id that say it holds a secret, in pages that do not say so with `autocomplete`. */
const SECRET_WORDS: ReadonlySet<string> = new Set(
  '2fa csrf csrfmiddlewaretoken cvc cvv mfa otp passcode passphrase passwd password pwd token totp xsrf'.split(
    ' ',
  ),
);
/** Few names have one anywhere, and only those are taken apart. */
const MAY_BE_SECRET = new RegExp([...SECRET_WORDS].join('|'), 'i');

/** True for a password, a one-time code, a hidden token, a payment field, or a file. */
export function isWithheld(element: Element, tag: string): boolean {
  if (tag === 'input') {
    const type = inputTypeOf(element as HTMLInputElement);
    if (NEVER_TYPES.has(type)) return true;
    // The caption of a button and the state of a box are not secrets, whatever they are called.
    if (type === 'submit' || type === 'button' || type === 'checkbox' || type === 'radio')
      return false;
  } else if (tag !== 'select' && tag !== 'textarea') return false;
  const hints = attributeOf(element, 'autocomplete')?.toLowerCase().split(/\s+/) ?? [];
  if (hints.some((hint) => NEVER_TOKENS.has(hint) || hint.startsWith('cc-'))) return true;
  if (isSecretName(attributeOf(element, 'name')) || isSecretName(attributeOf(element, 'id')))
    return true;
  // A text field painted as dots is a password by another name.
  return tag === 'input' && isDotted(element);
}

function isSecretName(name: string | null): boolean {
  if (!name || !MAY_BE_SECRET.test(name)) return false;
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return words.some((word) => SECRET_WORDS.has(word));
}

function isDotted(element: Element): boolean {
  const painted = getComputedStyle(element).getPropertyValue('-webkit-text-security');
  return painted !== '' && painted !== 'none';
}
