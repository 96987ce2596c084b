/** Keys struck after the palette was opened and before its box has the focus: kept for it, in their order. */

export type StruckKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>;

export interface EarlyKeys {
  /** Keeps the keys from now on: no form and no list behind gets them. */
  begin(): void;
  /** Stops keeping keys. @returns those kept */
  end(): readonly StruckKey[];
}

const KEPT = new Set('Enter Escape Backspace ArrowDown ArrowUp PageDown PageUp'.split(' '));

export function earlyKeys(page: Window = window): EarlyKeys {
  let struck: StruckKey[] = [];
  const keep = (event: KeyboardEvent): void => {
    if (event.isComposing || !(KEPT.has(event.key) || isLetter(event))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { key, ctrlKey, metaKey } = event;
    struck.push({ key, ctrlKey, metaKey });
  };
  return {
    // Before every listener of the page.
    begin: () => page.addEventListener('keydown', keep, true),
    end() {
      page.removeEventListener('keydown', keep, true);
      const kept = struck;
      struck = [];
      return kept;
    },
  };
}

/** True for a key that types something; the third level of a keyboard comes with Ctrl and Alt. */
function isLetter(event: KeyboardEvent): boolean {
  const isChord = event.ctrlKey || event.metaKey || event.altKey;
  return [...event.key].length === 1 && (!isChord || event.getModifierState('AltGraph'));
}
