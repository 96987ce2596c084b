/**
 * Fields that hold a password, a code or a payment card, by the page's names for them. Names are split into words, so
 * that `userpassword` and `security_answer` are found and *shipping*, *opinion* and *postcode* are not.
 */
import words from './secret-name.json' with { type: 'json' };

/** Most characters examined of names and hints: no form needs more to name a field. */
const LONGEST = 200;

const anyOf = (phrases: readonly string[]) => phrases.join('|').replaceAll(' ', '-?');
const BESIDE = anyOf(words.beside);
const withBeside = (phrases: readonly string[]) =>
  `(?:(?:${BESIDE})-?){0,3}(?:${anyOf(phrases)})(?:-?(?:${BESIDE})){0,3}`;

const ANYWHERE = new RegExp(anyOf(words.anywhere));
const IN_NAME = new RegExp(`(?:^|-)${withBeside(words.phrases)}(?:-|$)`);
const WHOLE = new RegExp(`^${withBeside([...words.anywhere, ...words.phrases, ...words.wholes])}$`);
const ORDINARY = new RegExp(`(?:^|-)(?:${anyOf(words.ordinary)})(?=-|$)`, 'g');
/** The last word of each phrase: most names contain none of them, and are not split. */
const MAY_BE = new RegExp(
  [...words.anywhere, ...words.phrases, ...words.wholes]
    .map((phrase) => phrase.split(' ').at(-1))
    .join('|'),
  'i',
);

/** True if a field's `name` or `id` says that it holds a secret. */
export function isSecretName(name: string): boolean {
  if (!MAY_BE.test(name)) return false;
  const segments = segmentsOf(name);
  const told = segments.replace(ORDINARY, '');
  return ANYWHERE.test(told) || IN_NAME.test(told) || WHOLE.test(told);
}

/**
 * True if the words of a label or a placeholder ask for a secret and nothing else: *Enter your PIN*. A question with
 * such a word in it, *Did they share a password?*, has an answer that is read.
 */
export function isSecretLabel(label: string): boolean {
  if (label.length > LONGEST || !MAY_BE.test(label)) return false;
  return WHOLE.test(segmentsOf(label).replace(/(?:^|-)(?:a|the|y)(?=-)/g, ''));
}

/** True if a token of `autocomplete` names a secret. */
export function isSecretFill(tokens: string): boolean {
  return tokens
    .toLowerCase()
    .split(/\s+/)
    .some(
      (token) =>
        words.autocomplete.includes(token) ||
        words.autocompletePrefixes.some((prefix) => token.startsWith(prefix)),
    );
}

/**
 * Name in lower case, with a hyphen between words and between letters and figures: `txtUserPIN2` is `txt-user-pin-2`.
 */
function segmentsOf(name: string): string {
  return name
    .slice(0, LONGEST)
    .replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-')
    .toLowerCase()
    .replace(/\d+/g, '-$&-')
    .replace(/[^\p{L}\d]+/gu, '-')
    .replace(/^-|-$/g, '');
}
