/** The rules for a key that an officer chooses: what they typed as a key, and why it may not be used. */
import { CHORDS, FUNCTION_KEYS, type OwnKeys, WHILE_TYPING } from './chord-keys.js';
import {
  type CommandId,
  DIGIT,
  drawnKey,
  FIND_KEY,
  KEY_TABLE,
  type KeyPlace,
  keyOf,
  USUAL_KEYS,
} from './key-table.js';

export type KeyRefusal =
  | { readonly why: 'unread' }
  | { readonly why: 'digit' }
  | { readonly why: 'reserved' | 'types'; readonly key: string }
  | { readonly why: 'taken'; readonly key: string; readonly by: CommandId }
  | {
      readonly why: 'begins';
      readonly key: string;
      readonly other: string;
      readonly by: CommandId;
    };

const PLACES = Object.keys(KEY_TABLE) as readonly KeyPlace[];

/** The commands of a place, in their order. */
export function commandsAt(place: KeyPlace): readonly CommandId[] {
  return Object.keys(KEY_TABLE[place]) as readonly CommandId[];
}

/** Every command, in the order of the table. */
export const COMMANDS: readonly CommandId[] = PLACES.flatMap(commandsAt);

/** False for digits, which follow what is on screen, for the key that ends every form, and for the browser's own. */
export function isChangeable(command: CommandId): boolean {
  return ![DIGIT, CHORDS.submit, FIND_KEY].includes(USUAL_KEYS[command]);
}

/** The typed keys, as the table spells them. A capital is its letter, since keys are drawn in capitals. */
export function keyTyped(typed: string): string {
  const text = typed.normalize('NFC').trim().replace(/\s+/g, ' ');
  if (/^f\d{1,2}$/i.test(text)) return text.toUpperCase();
  const [, shifted] = /^(?:shift|⇧)\s*\+?\s*(\p{L})$/iu.exec(text) ?? [];
  return shifted ? `Shift+${shifted.toUpperCase()}` : text.toLowerCase();
}

const NAMED =
  /^(f\d{1,2}|(ctrl|control|strg|cmd|command|alt|option|meta|win|shift|⌘)\b.*|tab|enter|return|esc|escape|space|spacebar|backspace|delete|del|insert|home|end|page ?up|page ?down|(arrow ?)?(up|down|left|right)( arrow)?)$/i;
/** A letter, mark or sign; or two letters, one after another. */
const ONE = /^[^\p{Cc}\p{Z}\p{M}\p{N}\p{Cs}]$/u;
const SHIFTED = /^Shift\+\p{Lu}$/u;
const TWO = /^\p{Ll} \p{Ll}$/u;

/**
 * Returns why the key cannot be that of the command; undefined if it can.
 *
 * @param key - as `keyTyped` gives it
 */
export function refusalOf(command: CommandId, key: string, own: OwnKeys): KeyRefusal | undefined {
  const drawn = drawnKey(key);
  if (/^\d$/.test(key)) return { why: 'digit' };
  if (!FUNCTION_KEYS.includes(key)) {
    const isSpelled = ONE.test(key) || SHIFTED.test(key) || TWO.test(key);
    if (!isSpelled) return NAMED.test(key) ? { why: 'reserved', key } : { why: 'unread' };
    if (WHILE_TYPING.includes(command)) return { why: 'types', key: drawn };
  }
  for (const by of COMMANDS) {
    if (by === command || !mayMeet(placeOf(by), placeOf(command))) continue;
    const other = keyOf(by, own);
    if (other === key) return { why: 'taken', key: drawn, by };
    if (other.startsWith(`${key} `) || key.startsWith(`${other} `))
      return { why: 'begins', key: drawn, other: drawnKey(other), by };
  }
  return undefined;
}

export function placeOf(command: CommandId): KeyPlace {
  const found = PLACES.find((place) => Object.hasOwn(KEY_TABLE[place], command));
  if (!found) throw new RangeError(`No place has the command ${command}`);
  return found;
}

/** True if the keys of both places can act on one screen, where a key means one thing. */
export function mayMeet(one: KeyPlace, other: KeyPlace): boolean {
  const both = [one, other];
  if (both.includes('elsewhere') && both.includes('review')) return false;
  const anywhere: readonly KeyPlace[] = ['everywhere', 'elsewhere', 'list'];
  return one === other || both.some((place) => anywhere.includes(place));
}
