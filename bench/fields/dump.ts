/** What was read of a page, in the shape that any scorer can judge. */
import type { Draft, LabelledValue, Reading } from '../../packages/core/src/index.ts';

export interface DumpedPair {
  readonly label: string;
  readonly value: string;
  readonly owner?: string;
  readonly visible: boolean;
  readonly method?: string;
}

export interface DumpedRow {
  /** Which of several people or values in brackets, `[0]`; `[]` where that does not matter. */
  readonly path: string;
  readonly value: string;
  readonly raw: string;
  readonly label: string;
  readonly owner: string;
  readonly taken: boolean;
  readonly freeText: boolean;
}

export interface DumpedPage {
  readonly system: string;
  readonly page: string;
  readonly pairs: readonly DumpedPair[];
  readonly draft: readonly DumpedRow[];
  /** Why there is nothing, when the page could not be read. */
  readonly error?: string;
}

/** A part of a value, such as the day of a date in three boxes, is no pair beside the whole. */
export function dumpedPairs({ values }: Pick<Reading, 'values'>): readonly DumpedPair[] {
  return values.filter(({ partOf }) => partOf === undefined).map(dumpedPair);
}

function dumpedPair({ label, value, owner, visible, method }: LabelledValue): DumpedPair {
  return { label, value, owner: owner.join(' › '), visible, method };
}

/** Rows that nobody has named are pairs alone. */
export function dumpedRows({ rows }: Draft): readonly DumpedRow[] {
  return rows.flatMap(({ path, index, value, raw, label, owner, decision, freeText }) =>
    path === undefined
      ? []
      : [
          {
            path: index === undefined ? path : path.replace('[]', `[${index}]`),
            value,
            raw,
            label,
            owner: owner.join(' › '),
            taken: decision.kind === 'take' || decision.kind === 'take-corrected',
            freeText,
          },
        ],
  );
}
