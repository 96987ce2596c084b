/**
 * The keeper's note about the practice caseload: the parts that were entered, each with its records and how often
 * it wrote them. It is noted before a part is entered, so that nothing that was entered is ever unknown.
 */
import { Instant, PlainDate, RECORD_KINDS, RecordId } from '@cyber-prevent/core';
import * as v from 'valibot';
import type { SealedWork } from '../../storage/sealed-work.js';

const KEY = 'keeper/practice-caseload';
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

const MadeRecord = v.strictObject({
  kind: v.picklist(RECORD_KINDS),
  id: RecordId,
  /** Saves of the caseload that wrote it; one more was made by somebody else. */
  saves: Count,
});
export type MadeRecord = v.InferOutput<typeof MadeRecord>;

const MadePart = v.strictObject({
  round: Count,
  day: PlainDate,
  at: Instant,
  isWhole: v.boolean(),
  records: v.array(MadeRecord),
});
export type MadePart = v.InferOutput<typeof MadePart>;

const Mark = v.strictObject({
  /** Number of the next part’s seed: after a removal the ids must be others. */
  round: Count,
  parts: v.record(v.string(), MadePart),
});
export type PracticeMark = v.InferOutput<typeof Mark>;

export interface MarkPlace {
  /** Undefined if nothing was ever entered here. */
  load(): Promise<PracticeMark | undefined>;
  save(mark: PracticeMark): Promise<void>;
}

export function markPlace(work: Pick<SealedWork, 'load' | 'save'>): MarkPlace {
  return {
    async load() {
      const held = await work.load(KEY);
      const read = v.safeParse(Mark, held?.value);
      return read.success ? read.output : undefined;
    },
    async save(mark) {
      const held = await work.load(KEY);
      const saved = await work.save(KEY, mark, held?.version ?? 0);
      if (!saved.ok)
        throw new RangeError('The note on the practice caseload was changed elsewhere');
    },
  };
}
