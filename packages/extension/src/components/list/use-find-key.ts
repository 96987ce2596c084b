/**
 * Ctrl+F in a list that has only some of its rows in the page: goes to the list's own box, which finds them all.
 * Pressed there again, it is the browser's.
 */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** @param isOn - false while every row is in the page, where the browser finds it */
export function useFindKey(root: RefObject<HTMLElement | null>, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return undefined;
    const pressed = (event: KeyboardEvent): void => {
      const isFind = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey);
      if (!isFind || event.altKey || event.shiftKey || event.defaultPrevented) return;
      const box = root.current?.querySelector<HTMLInputElement>('input[type=text]');
      if (!box || box === document.activeElement || isUnderAnother(box)) return;
      event.preventDefault();
      box.focus();
      box.select();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [root, isOn]);
}

/** True if the box is not what the officer sees: another screen or a dialog is in front of it. */
function isUnderAnother(box: Element): boolean {
  return box.closest('[hidden]') !== null || document.querySelector('dialog[open]') !== null;
}
