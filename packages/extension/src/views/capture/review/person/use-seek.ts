/** Looks for the person of an open draft before its save, so that the save says who may be on record. */
import { useEffect } from 'preact/hooks';
import type { SettleOptions } from '../settle.js';
import type { Seen } from './use-seen.js';

/** Milliseconds after the last change of the draft: each look is logged. */
const REST_MS = 300;

/** @param isNew - false once the officer has named somebody on record: nobody else is looked for until the save */
export function useSeek(seen: Pick<Seen, 'seek'>, isNew: boolean, options: SettleOptions): void {
  const { draft } = options;
  useEffect(() => {
    if (!isNew) return;
    const rest = setTimeout(() => seen.seek(options), REST_MS);
    return () => clearTimeout(rest);
  }, [draft, isNew]);
}
