/** The current keys for acts on a page: officers change them in the browser, never in a page of ours. */
export interface Shortcut {
  readonly name: 'capture' | 'clip' | 'point';
  /**
   * The keys in the browser's notation, `Alt+Shift+C`; empty if another extension has the suggested keys, or none are
   * set.
   */
  readonly keys: string;
}

export interface ShortcutService {
  list(): Promise<readonly Shortcut[]>;
  /** Opens the browser's own page for them. */
  change(): Promise<void>;
}
