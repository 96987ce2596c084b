/** The key that does the same as a button, drawn on it; a screen reader gets it from `aria-keyshortcuts`. */
export function KeyHint({ children }: { children: string }) {
  return (
    <span class="cp-key" aria-hidden="true">
      <kbd>{children}</kbd>
    </span>
  );
}
