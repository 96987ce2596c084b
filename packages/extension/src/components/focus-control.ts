/** Moves the focus to a control, and unfolds the sections that it is in: a folded control takes no focus. */
export function focusControl(id: string): void {
  const control = document.getElementById(id);
  let folded = control?.closest('details');
  while (folded) {
    folded.open = true;
    folded = folded.parentElement?.closest('details');
  }
  control?.focus();
}
