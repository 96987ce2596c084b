/** True if nothing has the focus, as after a press that took its own button away. */
export function isFocusLost(): boolean {
  const { activeElement } = document;
  return !activeElement?.isConnected || activeElement === document.body;
}
