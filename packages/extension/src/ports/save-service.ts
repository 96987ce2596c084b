/** Saves that are made once, whatever dies between a press and its answer. */
import type { Commit, Receipt } from '@cyber-prevent/core';

export interface SaveService {
  /**
   * Keeps the commit. Asked again under the same request, by this page or by the next, it gives the receipt of the first and keeps
   * nothing.
   *
   * @param request - a UUID, made once for one commit
   * @throws {PreventError} as a commit of the store does
   */
  keep(request: string, commit: Commit): Promise<Receipt>;
  /**
   * The receipt of what was kept under the request, once every save that is under way has ended.
   *
   * @returns undefined where nothing was
   */
  kept(request: string): Promise<Receipt | undefined>;
}
