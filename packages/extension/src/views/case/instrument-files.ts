/**
 * Instruments of the force's policy, and those loaded by an officer, as stored in the sealed work: every version, since
 * an assessment is read by the one that it was answered by. Checked again each time: another release may have stored
 * them.
 */
import {
  checkInstrument,
  failed,
  gatherInstruments,
  type Instrument,
  type Issue,
  type Result,
} from '@cyber-prevent/core';
import { t } from '../../locales/late.js';
import type { InstrumentsOfPacks } from '../../ports/packs.js';
import type { UnfinishedWork } from '../../ports/services.js';

const KEY = 'instruments';
/** More than a force has, counting all versions. */
const MOST = 50;
const SHIPPED = gatherInstruments();

export interface InstrumentsAtHand {
  /** Instruments by id: the shipped ones, and the latest version of each given or loaded one. */
  readonly inUse: ReadonlyMap<string, Instrument>;
  /** Every version that the force's policy gives. */
  readonly given: readonly Instrument[];
  /** Those of definition packs that are in force; they replace any other of their id. */
  readonly packed: readonly Instrument[];
  /** Every other version that was loaded, the latest first. */
  readonly loaded: readonly Instrument[];
  /** Errors of a file that this release no longer accepts. */
  readonly issues: readonly Issue[];
  /** Errors of the policy. */
  readonly policyIssues: readonly Issue[];
  /** The exact version that an assessment was answered by. */
  exact(id: string, version: string): Instrument | undefined;
}

const NO_PACKS: InstrumentsOfPacks = { inForce: [], ever: [] };

/**
 * @param policy - the texts of the force's policy
 * @param packs - those of definition packs; one that says something else under a version that is here is not used
 */
export async function heldInstruments(
  work: UnfinishedWork,
  policy: readonly string[] = [],
  packs: InstrumentsOfPacks = NO_PACKS,
): Promise<InstrumentsAtHand> {
  const checked = textsIn((await work.load(KEY))?.value).map(checkInstrument);
  const own = valuesOf(checked);
  const fromPolicy: Result<Instrument>[] = [];
  // A file that was loaded may have assessed somebody: it is not replaced by another text of the same version.
  for (const text of policy.slice(0, MOST))
    fromPolicy.push(checkedBeside(text, [...own, ...valuesOf(fromPolicy)]));
  const given = valuesOf(fromPolicy).filter((each, nth, all) => all.findIndex(isOf(each)) === nth);
  const loaded = own.filter((each) => !given.some(isOf(each))).toSorted((a, b) => byVersion(b, a));
  const all = [...loaded, ...given];
  const here = [...SHIPPED.values(), ...all];
  const isUsable = (each: Instrument): boolean =>
    [...here, ...packs.ever].filter(isOf(each)).every((other) => isSame(each, other));
  const packed = packs.inForce.filter(isUsable);
  const known = [...here, ...packs.ever.filter(isUsable)];
  return {
    // A later one replaces an earlier one of the same id.
    inUse: gatherInstruments(all.toSorted(byVersion), packed),
    given,
    packed,
    loaded,
    issues: checked.flatMap(({ issues }) => issues),
    policyIssues: fromPolicy.flatMap(({ issues }) => issues),
    exact: (id, version) => known.find(isOf({ id, version })),
  };
}

/** Checks the text of a file and stores it next to the existing versions. */
export async function loadInstrument(
  work: UnfinishedWork,
  text: string,
  policy: readonly string[] = [],
): Promise<Result<Instrument>> {
  const held = await work.load(KEY);
  const texts = textsIn(held?.value);
  const before = valuesOf([...texts, ...policy].map(checkInstrument));
  const checked = checkedBeside(text, before);
  if (!checked.ok || before.some(isOf(checked.value))) return checked;
  if (texts.length >= MOST) return refused(t('assessment.file.many', { count: MOST }));
  const kept = await work.save(KEY, [...texts, text], held?.version ?? 0);
  return kept.ok ? checked : kept;
}

/** Refuses the id of one that ships, and another text of a version that is here. */
function checkedBeside(text: string, before: readonly Instrument[]): Result<Instrument> {
  const checked = checkInstrument(text);
  if (!checked.ok) return checked;
  const { id, version, title } = checked.value;
  if (SHIPPED.has(id)) return refused(t('assessment.file.shipped', { id }));
  const same = before.filter(isOf(checked.value));
  if (same.some((each) => !isSame(each, checked.value)))
    return refused(t('assessment.file.same-version', { title, version }));
  return checked;
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

function valuesOf(checked: readonly Result<Instrument>[]): readonly Instrument[] {
  return checked.flatMap((each) => (each.ok ? [each.value] : []));
}

function isSame(one: Instrument, other: Instrument): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isOf({ id, version }: Pick<Instrument, 'id' | 'version'>) {
  return (each: Instrument): boolean => each.id === id && each.version === version;
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
