/** The reading of a page, in a shape that any scorer can judge. */
import type { Draft, LabelledValue, Reading } from '../../packages/core/src/index.ts';

export interface DumpedPair {
  readonly label: string;
  readonly value: string;
  readonly owner?: string;
  readonly visible: boolean;
  readonly method?: string;
}

export interface DumpedRow {
  /** The number of the person or value in brackets, `[0]`; `[]` if it does not matter. */
  readonly path: string;
  readonly value: string;
  readonly raw: string;
  readonly label: string;
  readonly owner: string;
  readonly taken: boolean;
  readonly freeText: boolean;
  /** Set if the page only says that this is not known: such a row is not scored. */
  readonly notKnown?: true;
}

export interface DumpedPage {
  readonly system: string;
  readonly page: string;
  readonly pairs: readonly DumpedPair[];
  readonly draft: readonly DumpedRow[];
  /** The reason for an empty result, when the page could not be read. */
  readonly error?: string;
}

/**
 * Leaves out parts of a value, such as the day of a date in three boxes: the whole is the pair. Leaves out what the draft
 * records as *not known*, which is no value.
 */
export function dumpedPairs(
  { values }: Pick<Reading, 'values'>,
  draft?: Pick<Draft, 'rows'>,
): readonly DumpedPair[] {
  const notKnown = new Set(
    (draft?.rows ?? []).flatMap(({ label, raw, notKnown: isNone }) =>
      isNone === true ? [`${label}\n${raw}`] : [],
    ),
  );
  return values
    .filter(({ partOf }) => partOf === undefined)
    .filter(({ label, value }) => !notKnown.has(`${label}\n${value}`))
    .map(dumpedPair);
}

function dumpedPair({ label, value, owner, visible, method }: LabelledValue): DumpedPair {
  return { label, value, owner: owner.join(' › '), visible, method };
}

/** Leaves out rows without a field: they count only as pairs. */
export function dumpedRows({ rows }: Draft): readonly DumpedRow[] {
  return rows.flatMap((row) => {
    const { path, index, value, raw, label, owner, decision, freeText } = row;
    return path === undefined
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
            ...('notKnown' in row && row.notKnown === true ? { notKnown: true } : {}),
          },
        ];
  });
}
