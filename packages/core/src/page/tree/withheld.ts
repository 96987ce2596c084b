/** Fields that are never read: their content must not leave the page. */
import type { Element } from 'hast';
import { attribute } from './attribute.js';
import { isSecretFill, isSecretLabel, isSecretName } from './secret-name.js';

const SECRET_TYPES = new Set(['password', 'hidden', 'file']);
const CAPTIONED_TYPES = new Set(['submit', 'button', 'checkbox', 'radio', 'reset', 'image']);
const CONTROLS = new Set(['input', 'select', 'textarea']);
/** Style that paints text as dots: the only sign of it in a saved page. */
const DOTTED = /-webkit-text-security\s*:\s*(?!none)[a-z]/i;

/** True for passwords, codes, card fields, hidden tokens and files, if either the live page or the markup says so. */
export function isWithheld(element: Element): boolean {
  if (element.data?.withheld) return true;
  if (DOTTED.test(attribute(element, 'style') ?? '')) return true;
  const tag = element.tagName.toLowerCase();
  if (!CONTROLS.has(tag)) return false;
  const type = tag === 'input' ? (attribute(element, 'type') ?? '').toLowerCase() : '';
  if (SECRET_TYPES.has(type)) return true;
  // The caption of a button and the state of a box are not secrets, under any name.
  if (CAPTIONED_TYPES.has(type)) return false;
  const says = (name: Parameters<typeof attribute>[1], isSecret: (text: string) => boolean) =>
    isSecret(attribute(element, name) ?? '');
  return (
    says('autocomplete', isSecretFill) ||
    says('name', isSecretName) ||
    says('id', isSecretName) ||
    says('aria-label', isSecretLabel) ||
    says('placeholder', isSecretLabel)
  );
}
