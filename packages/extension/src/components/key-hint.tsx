/** Key that does the same as a button, drawn on it. Screen readers get it from `aria-keyshortcuts`. */
export function KeyHint({ children }: { children: string }) {
  return (
    <span class="cp-key" aria-hidden="true">
      <kbd>{children}</kbd>
    </span>
  );
}
