/**
 * Keys that type nothing, and so act while something is typed: loaded with the page, since a safeguarding concern waits
 * for nothing. All others are in `key-table.ts`.
 */

export const CHORDS = {
  concern: 'F8',
  blank: 'F9',
  palette: 'Ctrl+K',
  submit: 'Ctrl+Enter',
} as const;

/** The officer’s own keys, by command; the others are as usual. */
export type OwnKeys = Readonly<Record<string, string>>;

export function chordOf(command: keyof typeof CHORDS, own: OwnKeys): string {
  return own[command] ?? CHORDS[command];
}

/** Function keys that no browser needs for itself. */
export const FUNCTION_KEYS: readonly string[] = ['F2', 'F4', 'F7', 'F8', 'F9', 'F10'];

/** Commands that have to act while something is typed: never by a letter. */
export const WHILE_TYPING: readonly string[] = ['concern', 'blank', 'palette'];

/** True if none of them types over a word, or takes the key of a concern: the rest is for the screen that changes them. */
export function areUsable(own: OwnKeys): boolean {
  const used = Object.entries({ ...CHORDS, ...own });
  return (
    used.every(
      ([command, key]) =>
        key === CHORDS[command as 'submit'] ||
        FUNCTION_KEYS.includes(key) ||
        (!WHILE_TYPING.includes(command) && /^(Shift\+)?\S( \S)?$/u.test(key)),
    ) &&
    (['concern', 'blank'] as const).every(
      (command) => !used.some(([other, key]) => other !== command && key === chordOf(command, own)),
    )
  );
}
