/** Saves that are made once, even if the page or the keeper dies between a press and its answer. */
import type { Commit, Receipt } from '@cyber-prevent/core';

export interface SaveService {
  /**
   * Keeps the commit. A second call with the same request, by this page or the next, gives the receipt of the first and
   * keeps nothing.
   *
   * @param request - a UUID, made once for one commit
   * @throws {PreventError} as a commit of the store does
   */
  keep(request: string, commit: Commit): Promise<Receipt>;
  /**
   * The receipt for the request, once every save in progress has ended.
   *
   * @returns undefined if there was none
   */
  kept(request: string): Promise<Receipt | undefined>;
}
