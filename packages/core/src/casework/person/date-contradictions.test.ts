import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../shared/dates.js';
import type { PlainDate, RecordId } from '../../shared/index.js';
import { buildOffence } from '../../testing/fiction/builder.js';
import { buildIntervention, buildReferral, buildSubject } from '../../testing/index.js';
import { type DatedCase, dateContradictions } from './date-contradictions.js';

interface Dates {
  readonly born?: string;
  readonly received?: readonly string[];
  readonly incidents?: readonly string[];
  readonly held?: readonly string[];
}

const days = (texts: readonly string[] = []) => texts.map((text) => text as PlainDate);

const held = <V extends { readonly id: RecordId }>(value: V) => ({ id: value.id, value });

function file({ born, received, incidents, held: contacts }: Dates): DatedCase {
  const { bornOn: _, ...nobody } = buildSubject();
  const subject = { ...nobody, ...(born ? { bornOn: born as PlainDate } : {}) };
  return {
    subject: held(subject),
    referrals: days(received).map((receivedOn) =>
      held(buildReferral({ subjectId: subject.id, receivedOn, incidentDates: days(incidents) })),
    ),
    interventions: days(contacts).map((heldOn) =>
      held(buildIntervention({ subjectId: subject.id, heldOn })),
    ),
  };
}
const kinds = (dates: Dates) => dateContradictions(file(dates)).map(({ kind }) => kind);

describe('dates of one person that cannot all be right', () => {
  it.each<readonly [string, Dates, readonly string[]]>([
    [
      'a contact before the first referral',
      { received: ['2026-03-02', '2026-05-01'], held: ['2026-04-01', '2026-03-01'] },
      ['contact-before-referral'],
    ],
    [
      'a contact before the birth',
      { born: '2026-03-02', received: ['2026-04-01'], held: ['2026-03-01'] },
      ['contact-before-birth'],
    ],
    [
      'a referral before the birth',
      { born: '2026-03-02', received: ['2026-03-01'] },
      ['referral-before-birth'],
    ],
    [
      'an incident before the birth',
      { born: '2010-03-14', received: ['2026-03-01'], incidents: ['2009-11-02'] },
      ['incident-before-birth'],
    ],
    [
      'an incident after its referral',
      { received: ['2026-03-01'], incidents: ['2026-03-02'] },
      ['incident-after-referral'],
    ],
  ])('%s is told', (_, dates, told) => {
    expect(kinds(dates)).toEqual(told);
  });

  it('says both dates, what to do, and where to look', () => {
    const early = file({ received: ['2026-03-02'], held: ['2026-03-01'] });
    expect(dateContradictions(early)).toEqual([
      {
        kind: 'contact-before-referral',
        message:
          'A contact is dated 1 March 2026, before the first referral was received, 2 March 2026. Correct the one that is wrong, or leave both where the contact came first.',
        record: early.interventions[0]?.id,
      },
    ]);
  });

  it('are none where the order is birth, incident, referral, contact, on one day or on several, and where nothing is known', () => {
    expect(kinds({})).toEqual([]);
    expect(kinds({ held: ['2026-03-01'] })).toEqual([]);
    const gap = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(gap, gap, gap, (a, b, c) => {
        const born = '2010-03-14' as PlainDate;
        const incident = addDays(born, a);
        const received = addDays(incident, b);
        const contact = addDays(received, c);
        expect(
          kinds({ born, incidents: [incident], received: [received], held: [contact] }),
        ).toEqual([]);
      }),
    );
  });
});

describe('a suspected offence of somebody who turns out to have been under ten', () => {
  const told = (born: string | undefined, overrides: Parameters<typeof buildOffence>[0] = {}) => {
    const dates = file(born === undefined ? {} : { born });
    const offence = buildOffence({
      subjectId: dates.subject.id,
      incidentOn: days(['2026-11-02']),
      ...overrides,
    });
    return dateContradictions({ ...dates, offences: [held(offence)] });
  };

  it('is told with what to do, and with both dates', () => {
    const [found] = told('2016-11-03');
    expect(found?.kind).toBe('offence-under-ten');
    expect(found?.message).toContain('2 November 2026');
    expect(found?.message).toContain('3 November 2016');
    expect(told('2016-11-02')).toEqual([]);
  });

  it('is told while nobody has said how old they were', () => {
    expect(told(undefined).map(({ kind }) => kind)).toEqual(['offence-age-not-known']);
    expect(told(undefined, { ageThen: 'ten-or-over' })).toEqual([]);
  });

  it('is no longer told once it is kept as behaviour', () => {
    const behaviour = { section: undefined, withoutSection: 'behaviour-only', standings: [] };
    expect(told('2016-11-03', behaviour)).toEqual([]);
  });
});
