/**
 * Lines of a signature that a page shows as labelled values: `Tel: …` and `Email: …` below a message are its writer's,
 * and never the subject's.
 */
import { type FieldPath, ownerOf } from '../field/field-path.js';
import type { JoinedValue } from '../name/join-lines.js';
import { isRunningText } from '../name/join-lines.js';
import { headerPart } from './header-label.js';
import { beginsSignature, isBareContact, TELLING } from './signed-line.js';
import { isClosing } from './text-signature.js';

/** Ways in which a label is found in the lines of a text: a table or a form is no signature. */
const INLINE: ReadonlySet<string> = new Set(['text-run', 'label-left', 'label-above', 'adjacent']);
const WRITERS: Partial<Record<FieldPath, FieldPath>> = {
  'subject.phones[]': 'referrer.phone',
  'subject.emails[]': 'referrer.email',
};
/** Lines of a signature above its telephone. */
const MOST_LINES = 8;

/** The values with those below a message’s signature given to its writer, as values in a text: they start as left. */
export function withSignature(joined: readonly JoinedValue[]): readonly JoinedValue[] {
  const isForm = joined.some(
    ({ path, label, freeText }) =>
      path !== undefined && !freeText && ownerOf(path) === 'subject' && !isBareContact(label),
  );
  // A page may give the account apart from the lines below it.
  const all = joined.reduce((sum, each) => sum + (isTold(each) ? each.text.length : 0), 0);
  let lines: string[] = [];
  let told = 0;
  return joined.map((each): JoinedValue => {
    const { path, label, text, value } = each;
    if (isTold(each)) {
      lines.push(...text.split('\n'));
      told += text.length;
      return each;
    }
    const writers = path === undefined ? undefined : WRITERS[path];
    if (writers === undefined || !isBareContact(label) || !INLINE.has(value.method)) {
      // A fact about a person under a label begins a form; a header, another message.
      if (path !== undefined || headerPart(label) !== undefined) [lines, told] = [[], 0];
      return each;
    }
    if (each.namedBy === 'adapter') return each;
    // Below the facts of a form, a name with a role is somebody else’s, however little is told.
    if (isSigned([...lines, `${label}: ${text}`], isForm ? TELLING : all))
      return { ...each, path: writers, freeText: true };
    return isForm || told < TELLING ? each : { ...each, path: undefined };
  });
}

/**
 * The values with a telephone or an address left to nobody where a bare label in a line of text gives it and nothing on
 * the page is the subject's otherwise: the words around it may be a letter, and the number its writer's.
 */
export function withoutLoneContacts(joined: readonly JoinedValue[]): readonly JoinedValue[] {
  const isLone = (each: JoinedValue): boolean =>
    each.path !== undefined &&
    WRITERS[each.path] !== undefined &&
    each.namedBy !== 'adapter' &&
    isBareContact(each.label) &&
    (each.freeText === true || INLINE.has(each.value.method));
  const isAbout = joined.some(
    (each) => each.path !== undefined && ownerOf(each.path) === 'subject' && !isLone(each),
  );
  return isAbout
    ? joined
    : joined.map((each) => (isLone(each) ? { ...each, path: undefined } : each));
}

function isTold(each: JoinedValue): boolean {
  if (each.path !== undefined) return each.path === 'referral.narrative';
  return isRunningText(each) || each.text.includes('\n');
}

function isSigned(lines: readonly string[], told: number): boolean {
  const kept = lines.filter((line) => line.trim() !== '').slice(-MOST_LINES);
  return kept.some((line, at) => isClosing(line) || beginsSignature(kept, at, told));
}
