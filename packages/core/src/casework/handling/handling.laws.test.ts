/** Conditions stand on every value that was read from a capture, wherever it goes, and on what was made from it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/shipped.js';
import { caseFile } from '../../desk/case/case-file.js';
import { fillValues } from '../../fill/fill-value.js';
import type { SourceRef, Sources } from '../../record/provenance.js';
import { recordsToGive } from '../../report/give-records.js';
import { renderTemplate } from '../../report/render.js';
import { loadTemplate } from '../../report/template.js';
import { caseSummary } from '../../report/templates/case-summary.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { AuditEntry } from '../../store/log/revision.js';
import { buildId, buildSource } from '../../testing/fiction/builder.js';
import { heldRecord } from '../../testing/held-under-test.js';
import { heldAmong } from '../../testing/law-under-test.js';
import { handlingIssues } from './disclosure-gate.js';
import { caseHandling } from './handling-of-paper.js';
import { handlingOn, originsAt } from './handling-on.js';
import { originIn } from './origin.js';
import { verdictOn } from './verdict.js';

const lists = gatherCodeLists();
const TODAY = '2026-11-24' as PlainDate;
const summary = loadTemplate(caseSummary, { lists });
const CANARIES = {
  'aliases[0]': 'Aliascanary',
  'phones[0]': '07700900123',
  'emails[0]': 'emailcanary@example.org',
  'schools[0].name': 'Schoolcanary',
} as const;
type Place = keyof typeof CANARIES;
const PLACES = Object.keys(CANARIES) as Place[];

const handlings = fc.option(
  fc.record({
    handlingCode: fc.constant('C'),
    handlingAction: fc.constantFrom('A1', 'A2', 'A3', 'Z9'),
    handlingSanitisation: fc.constantFrom('S1', 'S2'),
    handlingInstructions: fc.constant('Ask first'),
  }),
  { nil: undefined },
);
const captures = fc.array(
  fc.record({ handling: handlings, conditions: fc.constantFrom(undefined, 'Not to the family') }),
  { minLength: 1, maxLength: 3 },
);
const DESTINATIONS = [
  'force-system',
  'supervisor',
  'colleague',
  'nccu',
  'rocu',
  'partner',
  'school',
  'court',
  'subject',
];
const cases = fc.record({
  captures,
  /** The captures of each value, by their number. */
  readFrom: fc.tuple(...PLACES.map(() => fc.uniqueArray(fc.nat(2), { maxLength: 3 }))),
  narrativeFrom: fc.uniqueArray(fc.nat(2), { maxLength: 2 }),
  destination: fc.constantFrom(...DESTINATIONS),
  permits: fc.array(fc.tuple(fc.nat(2), fc.constantFrom('police', 'partner', 'court', 'subject'))),
});
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

function recordsOf({ captures: given, readFrom, narrativeFrom, permits }: Case) {
  const held = given.map((each) =>
    heldRecord(
      'sourceCapture',
      Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined)) as never,
    ),
  );
  const refs = (from: readonly number[]): readonly SourceRef[] =>
    from.flatMap((nth) => {
      const capture = held[nth]?.id;
      return capture ? [ref(capture)] : [];
    });
  const sources: Sources = Object.fromEntries(
    PLACES.map((place, nth) => [place, refs(readFrom[nth] ?? [])]),
  );
  const subject = {
    ...heldRecord('subject', {
      aliases: [CANARIES['aliases[0]']],
      phones: [CANARIES['phones[0]']],
      emails: [CANARIES['emails[0]']],
      addresses: [],
      schools: [{ name: CANARIES['schools[0].name'], notedOn: TODAY }],
    } as never),
    sources,
  };
  const referral = {
    ...heldRecord('referral', {
      subjectId: subject.id,
      status: 'open',
      marking: 'OFFICIAL-SENSITIVE',
    } as never),
    sources: { narrative: refs(narrativeFrom) },
  };
  const permissions = permits.flatMap(([nth, wayOut]) => {
    const origin = held[nth]?.id;
    return origin
      ? [
          heldRecord('sharingPermission', {
            subjectId: subject.id,
            origins: [origin],
            wayOut,
            permittedOn: '2026-11-01',
          } as never),
        ]
      : [];
  });
  return { subject, referral, all: [...held, subject, referral, ...permissions] as StoredRecord[] };
}

const ref = (capture: RecordId): SourceRef => buildSource({ capture });
const finder = (all: readonly StoredRecord[]) => (id: RecordId) =>
  all.find((record) => record.id === id);
const entryOf = (records: readonly RecordId[], destination: string): AuditEntry => ({
  action: 'disclosure',
  records,
  fields: [],
  reason: 'disclosure',
  recipients: [destination, 'Testford'],
});

describe('a paper', () => {
  it('has a value with conditions only if they allow it, and says them; the store agrees', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { all, subject } = recordsOf(given);
        const file = caseFile(all, subject.id, {
          officer: { name: 'PC Imogen Starling', force: 'northmoor' },
          preparedOn: TODAY,
          lists,
        });
        if (!file.ok) throw new Error('no file');
        const audience = given.destination;
        const made = renderTemplate(summary, file.value, { lists, audience });
        const entry = { ...entryOf(made.records, audience), handling: made.handling };
        expect(handlingIssues(entry, false, heldAmong(all), { today: TODAY })).toEqual([]);
        const on = handlingOn(subject, finder(all));
        const printed = made.markdown.replaceAll('\\', '');
        for (const place of PLACES) {
          const origins = originsAt(on, place);
          if (origins.length === 0 || !printed.includes(CANARIES[place])) continue;
          expect(made.conditions.length).toBeGreaterThan(0);
          expect(origins.every(({ id }) => made.handling.shown.includes(id))).toBe(true);
        }
        for (const line of made.conditions) expect(printed).toContain(line);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the gate of the store', () => {
  it('lets nothing with conditions go that says nothing of them', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { all, subject } = recordsOf(given);
        const entry = entryOf([subject.id], given.destination);
        const issues = handlingIssues(entry, false, heldAmong(all), { today: TODAY });
        const isConditioned = handlingOn(subject, finder(all)).values.size > 0;
        expect(issues.length > 0).toBe(isConditioned);
      }),
    );
  });

  it('believes no entry that says a condition was shown which forbids it', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { all, subject } = recordsOf(given);
        const { values } = handlingOn(subject, finder(all));
        const shown = all.map(({ id }) => id);
        const entry = {
          ...entryOf([subject.id], given.destination),
          handling: { shown, leftOut: [] },
        };
        const permissions = all.filter(
          (each): each is StoredRecord<'sharingPermission'> => each.kind === 'sharingPermission',
        );
        const way = { partner: 'partner', school: 'partner', court: 'court', subject: 'subject' }[
          given.destination
        ] as 'partner' | undefined;
        const isStopped = [...values.values()].some(
          (origins) =>
            verdictOn(origins, {
              way:
                way ??
                (['force-system', 'supervisor'].includes(given.destination) ? 'force' : 'police'),
              permissions,
              today: TODAY,
            }) !== 'allow',
        );
        const issues = handlingIssues(entry, false, heldAmong(all), { today: TODAY });
        expect(issues.length > 0).toBe(isStopped);
      }),
    );
  });
});

describe('another system', () => {
  it('is offered no value that its conditions keep from it', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { all, subject, referral } = recordsOf(given);
        const handling = caseHandling(all);
        const values = fillValues(
          'referral',
          { subject: subject.value, referral: referral.value },
          lists,
          { handling, today: TODAY },
        );
        const on = handlingOn(subject, finder(all));
        for (const place of PLACES) {
          const value = values.find(({ text }) => text === CANARIES[place]);
          const origins = originsAt(on, place);
          expect(value?.conditions?.length ?? 0).toBe(origins.length);
          const terms = {
            way: 'other-system' as const,
            permissions: handling.permissions,
            today: TODAY,
          };
          expect(value?.stopped !== undefined).toBe(verdictOn(origins, terms) !== 'allow');
        }
      }),
    );
  });
});

describe('a file of referrals', () => {
  it('has no value with conditions, and logs each that it left out', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (given) => {
        const { all, subject, referral } = recordsOf(given);
        const made = await recordsToGive(all, {
          referrals: [referral.id],
          audience: 'rocu',
          marking: 'OFFICIAL-SENSITIVE',
          officer: buildId(),
        });
        if (!made.ok) return;
        const text = JSON.stringify(made.value.set);
        const on = handlingOn(subject, finder(all));
        for (const place of PLACES)
          if (originsAt(on, place).length > 0) expect(text).not.toContain(CANARIES[place]);
        const { records, fields, handling } = made.value;
        const file = {
          format: 'csv',
          marking: 'OFFICIAL-SENSITIVE',
          digest: '0'.repeat(64),
        } as const;
        const entry = { ...entryOf(records, 'rocu'), fields, handling, file };
        expect(handlingIssues(entry, false, heldAmong(all), { today: TODAY })).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is made from it', () => {
  it('has the conditions of every capture that it leads back to', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { all, referral } = recordsOf(given);
        const decision = heldRecord('decision', { referralId: referral.id } as never);
        const { whole } = handlingOn(decision, finder([...all, decision]));
        const expected = new Set(
          (referral.sources.narrative ?? []).flatMap(({ capture }) => {
            const record = all.find(({ id }) => id === capture);
            return (record && originIn(record)?.id) ?? [];
          }),
        );
        expect(new Set(whole.map(({ id }) => id))).toEqual(expected);
      }),
    );
  });
});
