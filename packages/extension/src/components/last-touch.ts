/** Whether the officer's last act on the page was to type or choose, or to press something that is then checked. */

let isInput = false;

/** Whether a control was changed last, so that moving the focus would send the next letters elsewhere. */
export function isEntering(): boolean {
  return isInput;
}

if (typeof document !== 'undefined') {
  // A file is read and checked as soon as it is chosen, as if a button had been pressed.
  const changed = ({ target }: Event): void => {
    isInput = !(target instanceof HTMLInputElement && target.type === 'file');
  };
  const pressed = (): void => {
    isInput = false;
  };
  const options = { capture: true, passive: true };
  document.addEventListener('input', changed, options);
  document.addEventListener('click', pressed, options);
  document.addEventListener('submit', pressed, options);
  document.addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 'Enter') pressed();
    },
    options,
  );
}
