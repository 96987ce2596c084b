/** The officer's last act on the page: to type or choose, or to press something that is then checked. */

let isInput = false;

/** True if a control was changed last, so that moving the focus would send the next letters elsewhere. */
export function isEntering(): boolean {
  return isInput;
}

// A file is read and checked as soon as it is chosen, as if a button had been pressed.
const note = ({ type, target, key }: Event & { key?: string }): void => {
  if (type !== 'keydown' || key === 'Enter')
    isInput = type === 'input' && (target as HTMLInputElement).type !== 'file';
};

if (typeof document !== 'undefined')
  for (const type of ['input', 'click', 'submit', 'keydown'])
    document.addEventListener(type, note, true);
