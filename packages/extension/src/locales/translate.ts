/** The words on screen, by key. A sentence is whole in the locale file; a view hands over only what fills its slots. */
import { en } from './en.js';

/** One sentence, or one for a count of 1 and one for every other count. */
export type Message = string | { readonly one: string; readonly other: string };

export type Messages = Readonly<Record<string, Message>>;
export type MessageKey = keyof typeof en;

/** The names in braces: `'{count} rows of {total}'` has `count` and `total`. */
type SlotsOf<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | SlotsOf<Rest> : never;

type SlotName<M extends Message> = M extends string
  ? SlotsOf<M>
  : M extends { readonly other: infer Other }
    ? SlotsOf<Other> | 'count'
    : never;

type Slots<M extends Message> = [SlotName<M>] extends [never]
  ? []
  : [slots: Readonly<Record<SlotName<M>, string | number>>];

/** Gives the sentences of a table by key. */
export type Translate<T extends Messages> = <K extends keyof T & string>(
  key: K,
  ...slots: Slots<T[K]>
) => string;

export function translator<const T extends Messages>(table: T): Translate<T> {
  return (key, ...slots) => sentenceOf(table[key] as Message, slots[0] ?? {});
}

/**
 * The sentence for a key, of those that are there from the start; a view that is loaded late takes `t` from `late.ts`.
 * Slots are text, never markup. A message with `one` and `other` is chosen by `count`.
 *
 * @example t('field.lines-count', { count: 3 })
 */
export const t = translator(en);

function sentenceOf(message: Message, values: Readonly<Record<string, string | number>>): string {
  const sentence =
    typeof message === 'string' ? message : values.count === 1 ? message.one : message.other;
  return sentence.replace(/\{([a-zA-Z]+)\}/g, (slot, name: string) => {
    const value = values[name];
    if (value === undefined) return slot;
    return typeof value === 'number' ? written(value) : isolated(value);
  });
}

/** Marks that turn the direction of what follows them, in a name of a file that somebody sent, say. */
const TURNS = /[\u202A-\u202E]/gu;
/** Letters that are written from right to left: Hebrew, Arabic and others. */
const FROM_RIGHT =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * A value that cannot disturb the order of the sentence around it: a mark that turns the direction is shown as the sign
 * of what cannot be shown, and words written from right to left have a direction of their own.
 */
function isolated(value: string): string {
  const inert = value.replace(TURNS, '\uFFFD');
  return FROM_RIGHT.test(inert) ? `\u2068${inert}\u2069` : inert;
}

/** Below a thousand a whole number is its digits, and the browser's tables, slow when cold, need not be asked. */
function written(value: number): string {
  const isPlain = Number.isInteger(value) && value >= 0 && value < 1000;
  return isPlain ? String(value) : value.toLocaleString('en-GB');
}

/** True if there is a sentence under the key: for words that go with codes of a schema, not of a list. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
