/**
 * Every key, as data: the command, the place where it acts, and its usual key. Handlers name the command; the help page
 * is rendered from these rows. The words of a command are `keys.` and its name.
 */
import { CHORDS, type OwnKeys } from './chord-keys.js';

/** The browser's own key, taken where it would find only the rows in the page: see `use-find-key.ts`. */
export const FIND_KEY = 'Ctrl+F';

/** Any digit: the command is told which. */
export const DIGIT = '1 … 9';

/**
 * A key is a letter or sign as in `KeyboardEvent.key`, two of them pressed one after another (`g t`), `Shift+T`, a
 * function key, or one with Ctrl, which is ⌘ on a Mac.
 */
export const KEY_TABLE = {
  everywhere: {
    concern: CHORDS.concern,
    blank: CHORDS.blank,
    palette: CHORDS.palette,
    find: '/',
    today: 'g t',
    subjects: 'g s',
    diary: 'g d',
    help: '?',
  },
  /** On every screen but that of the review, where the letter means a correction. */
  elsewhere: { capture: 'c' },
  /** In every list, the arrow keys too. */
  list: { next: 'j', previous: 'k', filter: 'f', select: 'x', 'find-row': FIND_KEY },
  today: { nth: DIGIT },
  diary: { 'days-before': 'p', 'days-after': 'n', 'days-now': 'w' },
  person: { intervention: 'l', 'quick-log': 'q', summary: 's', note: 'n' },
  review: {
    take: 't',
    correct: 'c',
    leave: 'l',
    mask: 'm',
    why: 'w',
    'take-group': 'Shift+T',
    submit: CHORDS.submit,
  },
  fill: { type: 't', skip: 'l', 'put-back': 'u' },
  reason: { reason: DIGIT },
} as const;

type Table = typeof KEY_TABLE;
export type KeyPlace = keyof Table;
export type CommandId = { [P in KeyPlace]: keyof Table[P] }[KeyPlace];

export const USUAL_KEYS: Readonly<Record<CommandId, string>> = Object.assign(
  {},
  ...Object.values(KEY_TABLE),
);

export function keyOf(command: CommandId, own: OwnKeys): string {
  return own[command] ?? USUAL_KEYS[command];
}

/** True for a key that types nothing: it acts while something is typed as well. */
function isChord(key: string): boolean {
  return /^(F\d|Ctrl)/.test(key);
}

/** “G T”, as on the keys themselves. */
export function drawnKey(key: string): string {
  return key.replace(/(?<=^| )\p{L}(?=$| )/gu, (letter) => letter.toUpperCase());
}

/** The key of a command as it is drawn on what does the same; undefined for a letter while letters are switched off. */
export function keyShown(
  command: CommandId,
  { keys, singleKeys }: { readonly keys: OwnKeys; readonly singleKeys: boolean },
): string | undefined {
  const key = keyOf(command, keys);
  return singleKeys || isChord(key) ? drawnKey(key) : undefined;
}
