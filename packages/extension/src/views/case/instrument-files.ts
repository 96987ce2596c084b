/**
 * Instruments loaded by an officer, as stored in the sealed work: every version, since an assessment is read by the one
 * that it was answered by. Checked again each time: another release may have stored them.
 */
import {
  checkInstrument,
  failed,
  gatherInstruments,
  type Instrument,
  type Issue,
  passed,
  type Result,
} from '@cyber-prevent/core';
import { t } from '../../locales/late.js';
import type { UnfinishedWork } from '../../ports/services.js';

const KEY = 'instruments';
/** More than a force has, counting all versions. */
const MOST = 50;
const SHIPPED = gatherInstruments();

export interface InstrumentsAtHand {
  /** Instruments by id: the shipped ones, and the latest version of each loaded one. */
  readonly inUse: ReadonlyMap<string, Instrument>;
  /** Every version that was loaded, the latest first. */
  readonly loaded: readonly Instrument[];
  /** Errors of a file that this release no longer accepts. */
  readonly issues: readonly Issue[];
  /** The exact version that an assessment was answered by. */
  exact(id: string, version: string): Instrument | undefined;
}

export async function heldInstruments(work: UnfinishedWork): Promise<InstrumentsAtHand> {
  const checked = textsIn((await work.load(KEY))?.value).map(checkInstrument);
  const loaded = checked
    .flatMap((each) => (each.ok ? [each.value] : []))
    .toSorted((a, b) => byVersion(b, a));
  // A later one replaces an earlier one of the same id.
  const inUse = gatherInstruments(loaded.toReversed());
  return {
    inUse,
    loaded,
    issues: checked.flatMap(({ issues }) => issues),
    exact: (id, version) =>
      [...SHIPPED.values(), ...loaded].find((each) => each.id === id && each.version === version),
  };
}

/** Checks the text of a file and stores it next to the existing versions. */
export async function loadInstrument(
  work: UnfinishedWork,
  text: string,
): Promise<Result<Instrument>> {
  const checked = checkInstrument(text);
  if (!checked.ok) return checked;
  const { id, version, title } = checked.value;
  if (SHIPPED.has(id)) return refused(t('assessment.file.shipped', { id }));
  const held = await work.load(KEY);
  const texts = textsIn(held?.value);
  const before = texts.flatMap((each) => {
    const read = checkInstrument(each);
    return read.ok && read.value.id === id && read.value.version === version ? [read.value] : [];
  });
  if (before.some((each) => JSON.stringify(each) !== JSON.stringify(checked.value)))
    return refused(t('assessment.file.same-version', { title, version }));
  if (before.length > 0) return passed(checked.value);
  if (texts.length >= MOST) return refused(t('assessment.file.many', { count: MOST }));
  const kept = await work.save(KEY, [...texts, text], held?.version ?? 0);
  return kept.ok ? passed(checked.value) : kept;
}

/** Removes that version. */
export async function removeInstrument(
  work: UnfinishedWork,
  { id, version }: Pick<Instrument, 'id' | 'version'>,
): Promise<Result<unknown>> {
  const held = await work.load(KEY);
  const texts = textsIn(held?.value).filter((text) => {
    const read = checkInstrument(text);
    return !read.ok || read.value.id !== id || read.value.version !== version;
  });
  return work.save(KEY, texts, held?.version ?? 0);
}

function textsIn(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : []).filter((each) => typeof each === 'string');
}

function byVersion(a: Instrument, b: Instrument): number {
  return a.version.localeCompare(b.version, 'en', { numeric: true });
}

function refused(message: string) {
  return failed({ code: 'instrument-invalid', severity: 'error', message });
}
