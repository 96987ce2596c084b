import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventsOf } from '../../desk/case/timeline-event.js';
import type { OffenceStanding } from '../../record/offence.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { buildOffence, buildReferral, buildSubject } from '../../testing/fiction/builder.js';
import { lists } from '../../testing/law-under-test.js';
import {
  behaviourOnly,
  dayOfBehaviour,
  endsMatter,
  presentStanding,
  referralAsKnown,
  shownOffence,
  standingsInOrder,
} from './offence-state.js';

const STATUSES = lists.get('offence-status')?.codes.map(({ code }) => code) ?? [];
const days = fc
  .integer({ min: 0, max: 400 })
  .map((nth) => new Date(Date.UTC(2025, 0, 1 + nth)).toISOString().slice(0, 10) as PlainDate);

const standings: fc.Arbitrary<OffenceStanding[]> = fc.array(
  fc
    .record(
      { status: fc.constantFrom(...STATUSES), on: days, wrongSince: days },
      { requiredKeys: ['status'] },
    )
    .map((each) => ({ ...each, notedOn: '2026-06-01' as PlainDate })),
  { maxLength: 6 },
);

const stored = <T extends object>(value: T) =>
  ({
    id: Reflect.get(value, 'id'),
    kind: 'offence',
    value,
    createdAt: '2026-06-01T09:00:00.000Z',
    sources: {},
  }) as unknown as StoredRecord<'offence'>;

describe('the status that counts now', () => {
  it('is the end of a matter, whatever was said on an earlier day or on no day', () => {
    fc.assert(
      fc.property(
        standings,
        days,
        fc.constantFrom('acquitted', 'no-further-action'),
        (all, on, status) => {
          const earlier = all.filter((each) => each.on === undefined || each.on <= on);
          const end = { status, on, notedOn: '2026-06-01' as PlainDate };
          const present = presentStanding({ standings: [...earlier, end] });
          expect(present && endsMatter(present)).toBe(true);
        },
      ),
    );
  });

  it('is the last by day of those that are stated, never the gravest', () => {
    fc.assert(
      fc.property(standings, (all) => {
        const dated = all.filter(
          ({ on, wrongSince, status }) =>
            on !== undefined && wrongSince === undefined && status !== 'not-stated',
        );
        const last = dated.reduce<OffenceStanding | undefined>(
          (found, each) => (found && (found.on ?? '') > (each.on ?? '') ? found : each),
          undefined,
        );
        expect(presentStanding({ standings: dated })).toEqual(last);
      }),
    );
  });

  it('leaves out a status that was corrected', () => {
    fc.assert(
      fc.property(standings, (all) => {
        const present = presentStanding({ standings: all });
        expect(present?.wrongSince).toBeUndefined();
        expect(standingsInOrder({ standings: all }).every((each) => !each.wrongSince)).toBe(true);
      }),
    );
  });
});

describe('the chronology', () => {
  it('says with each earlier status that the matter ended', () => {
    fc.assert(
      fc.property(standings, (all) => {
        const value = buildOffence({ standings: all });
        const present = presentStanding(value);
        if (!present || !endsMatter(present)) return;
        const said = present.status === 'acquitted' ? 'acquitted' : 'no further action';
        for (const { words } of eventsOf(stored(value), lists))
          expect(words.toLowerCase()).toContain(said);
      }),
    );
  });
});

describe('a child who was under ten on the day', () => {
  it('is shown with no section and no status', () => {
    fc.assert(
      fc.property(standings, fc.array(days, { maxLength: 3 }), days, (all, incidentOn, born) => {
        const offence = buildOffence({
          standings: all,
          incidentOn,
          knownOn: '2026-02-05' as PlainDate,
        });
        const [year, rest] = [Number(dayOfBehaviour(offence).slice(0, 4)), born.slice(4)];
        const bornOn = `${year - 9}${rest === '-02-29' ? '-02-28' : rest}` as PlainDate;
        const subject = buildSubject({ bornOn });
        expect(behaviourOnly(offence, subject)).toBe('under-ten');
        const shown = shownOffence(offence, subject);
        expect([shown.section, shown.standings]).toEqual([undefined, []]);
        expect(shown.asRead).toBe(offence.asRead);
      }),
    );
  });

  it('counts as under ten by the latest of several dates of birth', () => {
    const offence = buildOffence({ incidentOn: ['2019-01-01' as PlainDate] });
    const subject = buildSubject({
      bornOn: '2008-01-01' as PlainDate,
      alsoRecorded: [
        {
          what: 'bornOn',
          date: '2009-06-01' as PlainDate,
          notedOn: '2026-06-01' as PlainDate,
        },
      ],
    });
    expect(behaviourOnly(offence, subject)).toBe('under-ten');
  });
});

describe('words of a referral', () => {
  it('go nowhere by themselves once the matter that they named ended', () => {
    const referral = buildReferral({ suspectedOffences: ['DDoS', 'Hacking'], lawMentioned: [] });
    const acquitted = buildOffence({
      referralId: referral.id,
      asRead: 'DDoS',
      standings: [
        { status: 'charged', on: '2026-01-02' as PlainDate, notedOn: '2026-01-02' as PlainDate },
        { status: 'acquitted', on: '2026-05-02' as PlainDate, notedOn: '2026-05-02' as PlainDate },
      ],
    });
    const known = referralAsKnown(
      { id: referral.id, value: referral },
      [{ value: acquitted }],
      buildSubject(),
    );
    expect(known.suspectedOffences).toEqual(['Hacking']);
  });
});
