/** Saves by request in memory, which can end like a keeper that dies: before it keeps, or before it answers. */
import { PreventError, type Receipt, type RecordStore } from '@cyber-prevent/core';
import type { SaveService } from '../ports/save-service.js';

export interface MemorySaves extends SaveService {
  /** Makes the next save end at that point. */
  endNext(when: 'before-it-keeps' | 'before-it-answers'): void;
}

export function memorySaves(store: Pick<RecordStore, 'commit'>): MemorySaves {
  const receipts = new Map<string, Receipt>();
  let ends: 'before-it-keeps' | 'before-it-answers' | undefined;
  /** One save at a time, as in the keeper. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const mine = turn.then(task);
    turn = mine.catch(() => undefined);
    return mine;
  };
  return {
    endNext(when) {
      ends = when;
    },
    keep: (request, commit) =>
      inTurn(async () => {
        const before = receipts.get(request);
        if (before) return before;
        const end = ends;
        ends = undefined;
        if (end === 'before-it-keeps') throw ended();
        const receipt = await store.commit(commit);
        receipts.set(request, receipt);
        if (end === 'before-it-answers') throw ended();
        return receipt;
      }),
    kept: (request) => inTurn(async () => receipts.get(request)),
  };
}

function ended(): PreventError {
  return new PreventError('CP_STORE_CLOSED', 'The keeper of the records is gone.');
}
