/** The standing of a definition: how far its words can be relied on, and on whose authority. */
import * as v from 'valibot';
import { CODE_LIST_STATUSES, type CodeList } from '../codes/code-list.js';

/**
 * `official`: issued by the body that it belongs to, under that body’s own key. The others say how a definition is
 * known, as in {@link CODE_LIST_STATUSES}.
 */
export const STANDINGS = ['official', ...CODE_LIST_STATUSES] as const;
export const Standing = v.picklist(STANDINGS, `Use one of ${STANDINGS.join(', ')}`);
export type Standing = v.InferOutput<typeof Standing>;

/** The status inside a definition: data has no status of its own for *official*, which only a key can prove. */
export function statusWithin(standing: Standing): CodeList['status'] {
  return standing === 'official' ? 'found' : standing;
}
