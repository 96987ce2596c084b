/** The keys that act on a page, as the browser has them now: officers change them in the browser, never in a page of ours. */
export interface Shortcut {
  readonly name: 'capture' | 'clip' | 'point';
  /** As the browser writes it, `Alt+Shift+C`; empty where another extension has the suggested keys, or nobody set any. */
  readonly keys: string;
}

export interface ShortcutService {
  list(): Promise<readonly Shortcut[]>;
  /** Opens the browser's own page for them. */
  change(): Promise<void>;
}
