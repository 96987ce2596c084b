/** The assessed level over time: one step for each signed assessment, as it is on record. */
import type { Instrument } from '../../risk/index.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { type OwnRecords, order } from './own-records.js';

export interface LevelStepOnRecord {
  readonly on: PlainDate;
  readonly assessment: StoredRecord<'assessment'>;
  /** Labels of the levels within reach, lowest first; empty if no level was given. */
  readonly labels: readonly string[];
  /** True if a second officer confirmed this level in place of that of the answers. */
  readonly isOverridden: boolean;
  /** The place of the lowest and the highest of them among the levels of the instrument, from 0; absent if unknown. */
  readonly places?: { readonly low: number; readonly high: number; readonly of: number };
}

/** Finds the version of an instrument that an assessment was answered by. */
export type FindInstrument = (id: string, version: string) => Pick<Instrument, 'bands'> | undefined;

/** Levels in the order of their days. A draft is not a level, and no missing one is guessed. */
export function levelOverTime(
  own: OwnRecords,
  find: FindInstrument = () => undefined,
): readonly LevelStepOnRecord[] {
  return own('assessment')
    .filter(({ value }) => value.signedAt !== undefined)
    .toSorted((a, b) =>
      order(
        `${a.value.assessedOn} ${a.value.signedAt}`,
        `${b.value.assessedOn} ${b.value.signedAt}`,
      ),
    )
    .map((assessment): LevelStepOnRecord => {
      const levels = levelsOf(assessment.value);
      const { instrument, instrumentVersion, assessedOn } = assessment.value;
      const places = placesOf(levels, find(instrument, instrumentVersion)?.bands ?? []);
      return {
        on: assessedOn,
        assessment,
        labels: levels.map(({ label }) => label),
        isOverridden: assessment.value.override?.confirmedBy !== undefined,
        ...(places ? { places } : {}),
      };
    });
}

interface Level {
  readonly id: string;
  readonly label: string;
}

/** Another level replaces that of the answers once a second officer has confirmed it. */
function levelsOf({
  levels,
  noLevel,
  override,
}: StoredRecord<'assessment'>['value']): readonly Level[] {
  if (override?.confirmedBy !== undefined)
    return [{ id: override.level, label: override.levelLabel }];
  return noLevel === undefined || noLevel === 'answers-missing' ? levels : [];
}

function placesOf(
  levels: readonly Level[],
  bands: readonly { readonly id: string }[],
): LevelStepOnRecord['places'] {
  const places = levels.map(({ id }) => bands.findIndex((band) => band.id === id));
  if (places.length === 0 || places.includes(-1)) return undefined;
  return { low: Math.min(...places), high: Math.max(...places), of: bands.length };
}
