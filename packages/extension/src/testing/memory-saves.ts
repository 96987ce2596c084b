/** Saves by request that can end like a keeper that dies: before it keeps, or before it answers. */
import { PreventError } from '@cyber-prevent/core';
import type { SaveService } from '../ports/save-service.js';

export interface MemorySaves extends SaveService {
  /** Makes the next save end at that point. */
  endNext(when: 'before-it-keeps' | 'before-it-answers'): void;
}

export function memorySaves(saves: SaveService): MemorySaves {
  let ends: 'before-it-keeps' | 'before-it-answers' | undefined;
  return {
    endNext(when) {
      ends = when;
    },
    async keep(request, commit) {
      const end = ends;
      ends = undefined;
      if (end === 'before-it-keeps') throw ended();
      const receipt = await saves.keep(request, commit);
      if (end === 'before-it-answers') throw ended();
      return receipt;
    },
    kept: (request) => saves.kept(request),
  };
}

function ended(): PreventError {
  return new PreventError('CP_STORE_CLOSED', 'The keeper of the records is gone.');
}
