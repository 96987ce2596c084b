/** How a view gets a draft: from the page in front of the officer, a saved file, or text. */
import type { Draft, DraftRow, Result } from '@cyber-prevent/core';

/** A page that can be read now, because the officer pressed the action on it. */
export interface GrantedTab {
  readonly tabId: number;
  readonly windowId: number;
  /** The whole page, or what is selected on it. */
  readonly way: 'page' | 'selection';
  /** When it was pressed, milliseconds since 1970: each press is another. */
  readonly press: number;
}

export interface CaptureService {
  /** The tab the officer last pressed on, in this window, until it has been read. */
  granted(): Promise<GrantedTab | undefined>;
  /** Told each time the officer presses the action while a page of ours is open. */
  subscribe(listener: (tab: GrantedTab) => void): () => void;
  /** Walks the page and reads it. The issue says in words why a page could not be read, and what to do. */
  fromTab(tab: GrantedTab): Promise<Result<Draft>>;
  /** Saved HTML, or a snapshot file (`.json`). */
  fromFile(file: File): Promise<Result<Draft>>;
  fromText(text: string, title: string): Promise<Result<Draft>>;
  /**
   * Shows where a row was read, on the page, without touching it; a row of another tab shows nothing. False when the page
   * has changed, or the press no longer reaches it.
   */
  highlight(row: DraftRow | undefined): Promise<boolean>;
}
