/**
 * Texts in which another field's label is where a value should be: the field was empty, and what comes next was read.
 */
import type { LabelledValue } from '../../page/reading.js';
import { type FieldPath, fieldOf } from '../field/field-path.js';
import { foldLabel } from '../field/fold-label.js';
import { surePath } from '../name/suggest-path.js';

/** Label at the beginning of a line, with its colon; or all of the line. */
const HEAD = /^\s*([^:：\n]{1,60}?)\s*(?:[:：]|$)/u;
const MOST_LINES = 12;
/** Longest name with a role and an office after it. */
const LONGEST_NAME = 120;
/** Names of acts on a row: a link or button, and nobody's value. */
const ACTION = /^(?:add|change|copy|delete|edit|remove|show|update|view)(?: \p{Ll}+){0,3}$/iu;

/** True for a value that starts with its own label, holds the label of another fact, or is only something to press. */
export function holdsLabel(path: FieldPath, { label, value }: LabelledValue): boolean {
  if (fieldOf(path).read === 'prose') return false;
  if (ACTION.test(value.trim())) return true;
  if (fieldOf(path).read === 'name' && value.length > LONGEST_NAME) return true;
  const own = foldLabel(label);
  if (own !== '' && foldLabel(value).startsWith(own) && foldLabel(value) !== own) return true;
  const lines = value.split('\n', MOST_LINES);
  return lines.some((line, nth) => {
    const head = HEAD.exec(line)?.[1] ?? '';
    // *School* and *Police* are values too: a word alone is a label only before a colon, or before its own value.
    const isHead = /[:：]/.test(line) || head.includes(' ') || nth < lines.length - 1;
    return isHead && isOther(path, head);
  });
}

function isOther(path: FieldPath, head: string): boolean {
  const said = head === '' ? undefined : surePath({ label: head, owner: [] });
  return said !== undefined && factOf(said) !== factOf(path);
}

/** The last part of a path, in the singular: a referrer's telephone is one, and a subject's may be several. */
function factOf(path: FieldPath): string {
  const last = path.split('.').at(-1) ?? '';
  return last.replace('[]', '').replace(/s$/, '');
}
