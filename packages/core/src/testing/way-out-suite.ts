/**
 * The conformance suite of a way out of the record: what was given on conditions either leaves with its conditions, or
 * does not leave. Whoever adds a way out runs it.
 */
import { expect, it } from 'vitest';
import { PLAIN_CONDITIONS } from '../casework/handling/handling-of-paper.js';
import { answerOf } from '../casework/handling/verdict.js';
import type { WayOut } from '../casework/rules/handling-rules.js';
import type { HandlingCodes } from '../record/handling.js';
import type { RecordOf } from '../record/kind.js';
import type { PlainDate } from '../shared/primitives.js';
import type { StoredRecord } from '../store/log/port.js';
import { buildSource } from './fiction/builder.js';
import { heldRecord } from './held-under-test.js';

/** Everything that reaches whoever is on the other side: every text of it, and the conditions that are shown with it. */
export interface GaveOut {
  readonly text: string;
  readonly conditions: readonly string[];
}

/** Gives out one person by the way, on the day; undefined if it was stopped. */
export type GivesOut = (
  records: readonly StoredRecord[],
  today: PlainDate,
) => Promise<GaveOut | undefined>;

/** Occurs nowhere else: a reader who has it has the value. */
const CANARY = 'Canaryfield';
const PACKAGE = 'NP/26/0042';
const TODAY = '2026-11-24' as PlainDate;

const codes = (handlingAction: string, handlingSanitisation: string): HandlingCodes => ({
  handlingCode: 'C',
  handlingAction,
  handlingSanitisation,
  handlingInstructions: 'Ask the originator first.' as NonNullable<
    HandlingCodes['handlingInstructions']
  >,
});
const CASES: readonly (readonly [string, Partial<RecordOf<'sourceCapture'>>])[] = [
  ...['A1', 'A2', 'A3', 'Z9'].flatMap((action) =>
    ['S1', 'S2'].map(
      (sanitisation) =>
        [`C ${action} ${sanitisation}`, { handling: codes(action, sanitisation) }] as const,
    ),
  ),
  ['conditions in words', { conditions: 'Not to be told to the family.' as never }],
];

/** A person of whom every value was read from one capture with the conditions. */
export function onConditions(
  given: Partial<RecordOf<'sourceCapture'>>,
): readonly [StoredRecord<'sourceCapture'>, ...StoredRecord[]] {
  const capture = heldRecord('sourceCapture', { packageReference: PACKAGE, ...given } as never);
  const ref = buildSource({ capture: capture.id, verbatim: CANARY });
  const subject = heldRecord('subject', {
    aliases: [CANARY],
    phones: [],
    emails: [],
    addresses: [],
    schools: [{ name: `${CANARY} Academy`, notedOn: TODAY }],
  } as never);
  const referral = heldRecord('referral', {
    subjectId: subject.id,
    narrative: `He was seen at ${CANARY}.`,
  } as never);
  const withSources = (record: StoredRecord, ...paths: string[]): StoredRecord => ({
    ...record,
    sources: Object.fromEntries(paths.map((path) => [path, [ref]])),
  });
  const organisation = heldRecord('organisation', { name: `${CANARY} Academy` });
  const link = heldRecord('organisationLink', {
    organisationId: organisation.id,
    referrerId: undefined,
    subjectId: subject.id,
    path: 'schools[0].name',
    words: `${CANARY} Academy`,
  } as never);
  return [
    capture,
    withSources(subject, 'aliases[0]', 'schools[0].name'),
    withSources(referral, 'narrative'),
    organisation,
    link,
  ];
}

/** Runs the rules of a way out. */
export function testWayOut(way: WayOut, givesOut: GivesOut): void {
  it.each(CASES)(`${way}: with %s, shows the conditions or stops`, async (_, given) => {
    const records = onConditions(given);
    const gave = await givesOut(records, TODAY);
    const isOut = gave?.text.includes(CANARY) ?? false;
    if (answerOf(records[0].value, way) !== 'allow') expect(isOut).toBe(false);
    if (!isOut) return;
    const said = gave?.conditions.join(' ') ?? '';
    expect(said.includes(PACKAGE) || said.includes(PLAIN_CONDITIONS)).toBe(true);
  });

  it.each(CASES)(`${way}: with %s, is opened by a permission that names it`, async (_, given) => {
    const [capture, subject, ...rest] = onConditions(given);
    if (!subject || answerOf(capture.value, way) !== 'permission') return;
    const permits = (more: object) =>
      heldRecord('sharingPermission', {
        subjectId: subject.id,
        origins: [capture.id],
        wayOut: way,
        permittedOn: '2026-11-01',
        ...more,
      } as never);
    const isOut = async (more: object) => {
      const gave = await givesOut([capture, subject, ...rest, permits(more)], TODAY);
      return gave?.text.includes(CANARY) ?? false;
    };
    expect(await isOut({})).toBe(true);
    expect(await isOut({ until: '2026-11-24' })).toBe(true);
    expect(await isOut({ until: '2026-11-23' })).toBe(false);
    expect(await isOut({ endedOn: '2026-11-24', endedWhy: 'Taken back' })).toBe(false);
    expect(await isOut({ wayOut: way === 'court' ? 'partner' : 'court' })).toBe(false);
    expect(await isOut({ origins: [subject.id] })).toBe(false);
  });

  it(`${way}: gives out what has no conditions`, async () => {
    const gave = await givesOut(onConditions({}), TODAY);
    expect(gave?.text).toContain(CANARY);
    expect(gave?.conditions).toEqual([]);
  });
}
