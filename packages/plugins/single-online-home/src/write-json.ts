/** Exports referrals: one document of the public model for each, with approved fields only. */
import {
  type ExportContext,
  type Exporter,
  type FieldPath,
  type Issue,
  type RecordSet,
  type Rendered,
  referralValues,
} from '@cyber-prevent/core/plugin';
import { STANDARD_PATHS } from './approval.js';
import { leftInSet } from './left-on-record.js';
import { recordsOfEach } from './records-of-each.js';
import { type Document, writeReport } from './write-report.js';

export type SingleOnlineHomeExporter = Exporter &
  Required<Pick<Exporter, 'leftOut'>> & { readonly id: 'single-online-home' };

/**
 * An exporter that writes only the approved fields.
 *
 * @param approved - paths from `WRITABLE_PATHS`; other fields are left out and named by `leftOut`
 */
export function exporterOf(approved: readonly FieldPath[]): SingleOnlineHomeExporter {
  const paths = new Set(approved);
  return {
    id: 'single-online-home',
    title: 'Single Online Home (JSON)',
    mediaType: 'application/json',
    extension: 'json',
    takes: ['records'],
    /** @throws {TypeError} on a report */
    async write(input, context) {
      const { documents } = compose(input, context, paths);
      const [only, ...others] = documents;
      const file = only && others.length === 0 ? only : documents;
      return new TextEncoder().encode(`${JSON.stringify(file, undefined, 2)}\n`);
    },
    /** @throws {TypeError} on a report */
    leftOut(input, { progress: _, ...context }) {
      return compose(input, context, paths).leftOut;
    },
  };
}

/** Writes {@link STANDARD_PATHS}. */
export const singleOnlineHomeExporter: SingleOnlineHomeExporter = exporterOf(STANDARD_PATHS);

/** Referrals between two words on progress. */
const STEP = 100;

interface Composed {
  readonly documents: readonly Document[];
  readonly leftOut: readonly Issue[];
}

function compose(
  input: RecordSet | Rendered,
  context: ExportContext,
  approved: ReadonlySet<FieldPath>,
): Composed {
  if (input.type !== 'records')
    throw new TypeError('A report cannot be written as this JSON: choose HTML or Markdown');
  const values = referralValues(input);
  const ofEach = recordsOfEach(input.records);
  const written = ofEach.map((own, index) => {
    if (index % STEP === 0) context.progress?.(index, ofEach.length);
    const { referral, records } = own;
    const at = `referral ${index + 1}`;
    return writeReport({ ...input, records }, referral, values[index] ?? {}, at, context, approved);
  });
  return {
    documents: written.map(({ document }) => document),
    leftOut: [...written.flatMap(({ leftOut }) => unlike(leftOut)), ...leftInSet(input)],
  };
}

/** Removes repeated messages: three related people whose names are left out need one sentence. */
function unlike(issues: readonly Issue[]): readonly Issue[] {
  const seen = new Set<string>();
  return issues.filter(({ message }) => !seen.has(message) && seen.add(message));
}
