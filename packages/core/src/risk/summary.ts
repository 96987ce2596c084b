/** A level in words, for a record or a report: its basis and its unknowns. No points. */
import type { PlainDate } from '../shared/primitives.js';
import type { Answers, Instrument, InstrumentStatus } from './instrument.js';
import { score } from './score.js';

export interface RiskSummary {
  /** Title of the instrument. */
  readonly instrument: string;
  readonly version: string;
  readonly status: InstrumentStatus;
  /** Labels of the bands within reach, lowest first. */
  readonly bands: readonly string[];
  readonly assessedOn: PlainDate;
  readonly itemCount: number;
  /** Items that are not answered, not known or not asked. */
  readonly unknownCount: number;
  /** Prompts of those items. */
  readonly unknown: readonly string[];
}

/**
 * Summarises answers in words, for a record or a report.
 *
 * @throws {RangeError} on an answer that the item does not offer
 */
export function summariseRisk(
  instrument: Instrument,
  answers: Answers,
  assessedOn: PlainDate,
): RiskSummary {
  const { bands, missing } = score(instrument, answers);
  return {
    instrument: instrument.title,
    version: instrument.version,
    status: instrument.status,
    bands: instrument.bands.filter(({ id }) => bands.includes(id)).map(({ label }) => label),
    assessedOn,
    itemCount: instrument.items.length,
    unknownCount: missing.length,
    unknown: instrument.items.filter(({ id }) => missing.includes(id)).map(({ prompt }) => prompt),
  };
}
