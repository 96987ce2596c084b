/** The ways in which a view gets a draft: from the page in front of the officer, a saved file, or text. */
import type { Draft, DraftRow, PageChoice, RecordId, Result } from '@cyber-prevent/core';

/** A page that can be read now, because the officer pressed the action on it. */
export interface GrantedTab {
  readonly tabId: number;
  readonly windowId: number;
  /** The whole page, or the selection on it. */
  readonly way: 'page' | 'selection';
  /** The frame of the selection that was pressed on, by the browser's number; 0 is the page itself. */
  readonly frameId?: number | undefined;
  /** Time of the press, in milliseconds since 1970: it distinguishes presses. */
  readonly press: number;
  /** The address in it at the press, if the browser gave one. */
  readonly url?: string;
}

export interface CaptureService {
  /** The tab that the officer last pressed on, in this window, until it has been read. */
  granted(): Promise<GrantedTab | undefined>;
  /**
   * Calls the listener each time the officer presses the action while a page of ours is open.
   *
   * @param isQuick - called as soon as the press is heard; it must read the page before it returns, or it is called
   * again
   */
  subscribe(listener: (tab: GrantedTab) => void, isQuick?: boolean): () => void;
  /** Walks the page and reads it. The issue gives the reason why a page could not be read, and what to do. */
  fromTab(tab: GrantedTab): Promise<Result<Draft>>;
  /**
   * Asks the browser for the host of an unread frame, then reads the page again. Call it straight from the officer's
   * press. The permission is given back when this page closes or the vault locks.
   *
   * @param capture - id of the origin that did not reach the frame
   * @returns undefined when the answer was no
   */
  readWith(capture: RecordId, origin: string): Promise<Result<Draft> | undefined>;
  /** Saved HTML, or a snapshot file (`.json`). */
  fromFile(file: File): Promise<Result<Draft>>;
  fromText(text: string, title: string): Promise<Result<Draft>>;
  /**
   * The source of the capture, as the JSON of a page snapshot, for as long as this page of ours remembers it; undefined
   * for text, and for a page too large for a copy.
   */
  copyOf(capture: RecordId): string | undefined;
  /**
   * Makes the copy of a page that is kept with the draft, as text. The page is parsed in the sandbox alone.
   *
   * @param page - the JSON of its snapshot, as `copyOf` gave it
   * @returns errors at `wholePage` where the choice is wrong; any other issue says why there is no copy
   */
  pageToKeep(
    draft: Draft,
    origin: RecordId,
    page: string,
    choice: PageChoice,
    mayTakeSpecial: boolean,
  ): Promise<Result<string>>;
  /**
   * Shows the place of a row on the page, without touching it; a row of another tab shows nothing. False when the page
   * has changed, or the press no longer reaches it.
   */
  highlight(row: DraftRow | undefined): Promise<boolean>;
}
