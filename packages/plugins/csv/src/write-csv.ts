/** Exports referrals: one row each, for a spreadsheet. RFC 4180, with the mark that makes Excel read it as UTF-8. */
import { type Exporter, referralValues } from '@cyber-prevent/core/plugin';
import Papa from 'papaparse';
import { columnsFor } from './column.js';
import { guard } from './formula-guard.js';

const BYTE_ORDER_MARK = '\uFEFF';
/** Rows between two words on progress. */
const STEP = 500;

export const csvExporter: Exporter & { readonly id: 'csv' } = {
  id: 'csv',
  title: 'Spreadsheet (CSV)',
  mediaType: 'text/csv',
  extension: 'csv',
  takes: ['records'],
  /** @throws {TypeError} on a report: it is not a table */
  async write(input, { progress }) {
    if (input.type !== 'records')
      throw new TypeError('A report cannot be written as CSV: choose HTML or Markdown');
    const referrals = referralValues(input);
    const columns = columnsFor(referrals);
    const rows = referrals.map((values, index) => {
      if (index % STEP === 0) progress?.(index, referrals.length);
      return columns.map(({ path, place }) => guard(values[path]?.[place] ?? ''));
    });
    // Every cell is quoted, so that no program has to guess its end.
    const text = Papa.unparse([columns.map(({ heading }) => heading), ...rows], {
      quotes: true,
      newline: '\r\n',
    });
    return new TextEncoder().encode(`${BYTE_ORDER_MARK}${text}\r\n`);
  },
};
