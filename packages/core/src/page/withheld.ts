/** Fields that are never read: what they hold must not leave the page. */
import type { Element } from 'hast';
import { attribute } from './attribute.js';

const SECRET_TYPES = new Set(['password', 'hidden', 'file']);
const SECRET_FILLS =
  /(?:^|\s)(?:one-time-code|current-password|new-password|cc-(?:number|csc|exp\S*))(?=\s|$)/i;
const SECRET_NAME =
  /pass(?:word|code|phrase|wd)|(?:^|[_-])(?:otp|totp|pin|csrf|token|secret)(?:$|[_-])/i;

/** True for passwords, one-time codes, hidden tokens and files, whether the live page or the markup says so. */
export function isWithheld(element: Element): boolean {
  if (element.data?.withheld) return true;
  if (element.tagName.toLowerCase() !== 'input') return false;
  return (
    SECRET_TYPES.has((attribute(element, 'type') ?? '').toLowerCase()) ||
    SECRET_FILLS.test(attribute(element, 'autocomplete') ?? '') ||
    SECRET_NAME.test(attribute(element, 'name') ?? '')
  );
}
