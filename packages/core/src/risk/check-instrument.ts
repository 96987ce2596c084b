/** Checks an instrument from a plugin or a file, before any answer is given to it. */
import * as v from 'valibot';
import { failed, type Issue, passed, type Result } from '../shared/issue.js';
import type { Instrument } from './instrument.js';
import { instrumentFaults } from './instrument-fault.js';
import { InstrumentSchema } from './instrument-schema.js';
import { issueOf, passedOver, placed, shapeIssues } from './placed-issue.js';

/**
 * Returns the instrument, or an issue for each fault. For JSON text, `at` of an issue is a line and column; for an
 * object, a place such as `items.2.points`.
 */
export function checkInstrument(input: unknown): Result<Instrument> {
  const read = placed(input);
  if ('fault' in read) return failed(issueOf('instrument-invalid', read.fault, read.at));
  const { value, placeOf } = read;
  let parsed: v.SafeParseResult<typeof InstrumentSchema>;
  try {
    parsed = v.safeParse(InstrumentSchema, value);
  } catch {
    // An object can have getters that throw.
    return failed(issueOf('instrument-invalid', 'This cannot be read as an instrument.'));
  }
  if (!parsed.success)
    return failed(...shapeIssues(parsed.issues, 'instrument-invalid', 'an instrument', placeOf));
  const instrument = parsed.output as Instrument;
  const issues: readonly Issue[] = [...passedOver(value), ...instrumentFaults(instrument)].map(
    ({ path, message, code }) => issueOf(code ?? 'instrument-invalid', message, placeOf(path)),
  );
  return issues.length === 0 ? passed(instrument) : failed(...issues);
}
