/** The targets of the vault's figures. A missed one fails nothing. */
import { againstTarget, type Held } from './targets.ts';
import type { VaultFigures } from './vault-figures.ts';

/** Sealed pages divided by plain `bulkPut`. */
const WRITE = 0.25;
/** Opened and taken into the store, divided by plain `toArray`. */
const OPEN = 0.8;
/** One edit in both stores divided by one raw put and one raw append. */
const EDIT = 2;
/** The size whose targets follow. */
const LARGE = 100_000;
const USABLE_MS = 500;
const SEARCHABLE_MS = 1500;
/** Everything searchable, divided by `JSON.parse` of the same bytes. */
const PARSES = 2;
/** Least bytes of a median record: smaller ones would be quicker. */
const MEDIAN_BYTES = 1200;

export function vaultHeldAgainst({
  records,
  write,
  open,
  edit,
  sizes,
  growth,
}: Omit<VaultFigures, 'targets'>): Held[] {
  const { count } = records;
  return [
    againstTarget(`median bytes that a record must have, over those it has`, ofNeeded(records), 1),
    againstTarget(`${count} records: sealed write, times bulkPut`, write.ratio.ms, WRITE),
    againstTarget(
      `${count} records: sealed write, times bulkPut, processor time`,
      write.ratio.cpu,
      WRITE,
    ),
    againstTarget(`${count} records: opened, times toArray`, open.ratio.ms, OPEN),
    againstTarget(`${count} records: opened, times toArray, processor time`, open.ratio.cpu, OPEN),
    againstTarget(`one edited record, times one put and one append`, edit.ratio, EDIT),
    ...sizes
      .filter((size) => size.count === LARGE)
      .flatMap(({ usableMs, searchableMs, ratio, ratioOfTexts }) => [
        againstTarget(`${LARGE} records: key to open cases, ms`, usableMs.p50, USABLE_MS),
        againstTarget(
          `${LARGE} records: key to a search of all, ms`,
          searchableMs.p50,
          SEARCHABLE_MS,
        ),
        againstTarget(
          `${LARGE} records: key to a search of all, times JSON.parse of the same bytes`,
          ratio.ms,
          PARSES,
        ),
        againstTarget(`${LARGE} records: the same, of texts in memory`, ratioOfTexts.ms, PARSES),
        againstTarget(`${LARGE} records: the same, processor time`, ratioOfTexts.cpu, PARSES),
      ]),
    ...growth.map(({ from, to, cpu }) =>
      againstTarget(`${from} to ${to} records: growth of the processor time of one record`, cpu, 1),
    ),
  ];
}

function ofNeeded({ medianBytes }: VaultFigures['records']): number {
  return Math.round((MEDIAN_BYTES / medianBytes) * 100) / 100;
}
