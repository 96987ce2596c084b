import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PreventError } from '../../shared/errors.js';
import { testHost } from '../../testing/host.js';
import { type Decision, type Draft, decidedValue } from '../draft.js';
import { FIELD_PATHS } from '../field/field-path.js';
import { readingOfText } from '../text/text-selection.js';
import { assignPath, readCorrection } from './assign-path.js';
import { decide } from './decide.js';
import { openDraft } from './open-draft.js';

const host = testHost();
const text =
  'Name: Taz Vael\nDOB: 14/03/2009\nRef in other system: SOC-2026-77\nBirth: 14-Mar-2009\n\nParent\nName: Dawn Vael\nRing: 07700 900456\nAnother: Discord: a.b';
const draft: Draft = openDraft({
  reading: readingOfText(text, { title: 'Note' }),
  adapters: [],
  way: 'typed',
  host,
});

function row(label: string, of: Draft = draft) {
  const found = of.rows.findLast((each) => each.label === label);
  if (!found) throw new RangeError(`No row is labelled ${label}`);
  return found;
}

const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.constantFrom<Decision>({ kind: 'take' }, { kind: 'leave' }, { kind: 'mask' }),
  fc.string().map((value): Decision => ({ kind: 'take-corrected', value })),
);

describe('decide', () => {
  it('sets one row, and only that, in a draft of its own', () => {
    const before = structuredClone(draft);
    const after = decide(draft, row('DOB').id, { kind: 'mask' });
    expect(decidedValue(row('DOB', after))).toBeUndefined();
    expect(after.rows.filter((each) => each.label !== 'DOB')).toEqual(
      draft.rows.filter((each) => each.label !== 'DOB'),
    );
    expect(draft).toEqual(before);
  });

  it('is idempotent, and the last decision stands', () => {
    fc.assert(
      fc.property(fc.constantFrom(...draft.rows), decision, decision, ({ id }, first, last) => {
        const once = decide(draft, id, last);
        expect(decide(once, id, last)).toEqual(once);
        expect(decide(decide(draft, id, first), id, last)).toEqual(once);
      }),
    );
  });

  it('takes a correction to the same words as the page’s own', () => {
    const same = fc.constantFrom(...draft.rows.filter(({ either }) => either === undefined));
    fc.assert(
      fc.property(same, fc.constantFrom('', ' ', '\n', '\u00a0'), ({ id, value }, space) => {
        const after = decide(draft, id, {
          kind: 'take-corrected',
          value: `${space}${value}${space}`,
        });
        expect(after.rows.find((each) => each.id === id)?.decision).toEqual({ kind: 'take' });
      }),
    );
    const shouted = { kind: 'take-corrected', value: 'DAWN VAEL' } as const;
    expect(row('Name').value).toBe('Dawn Vael');
    expect(row('Name', decide(draft, row('Name').id, shouted)).decision).toEqual(shouted);
  });

  it('moves the draft’s time on when it is told the time', () => {
    const now = host.clock.now();
    expect(decide(draft, row('DOB').id, { kind: 'leave' }, now).updatedAt).toBe(now);
    expect(decide(draft, row('DOB').id, { kind: 'leave' }).updatedAt).toBe(draft.updatedAt);
  });

  it('throws on a row that the draft does not have', () => {
    expect(() => decide(draft, 'no-such-row', { kind: 'take' })).toThrow(
      new PreventError('CP_DRAFT_UNKNOWN_ROW', 'The draft has no row no-such-row'),
    );
  });
});

describe('assignPath', () => {
  it('reads the text again by the path’s reader, and takes it', () => {
    const named = assignPath(draft, row('Birth').id, 'subject.bornOn');
    expect(row('Birth', named)).toMatchObject({
      path: 'subject.bornOn',
      value: '2009-03-14',
      raw: '14-Mar-2009',
      namedBy: 'officer',
      decision: { kind: 'take' },
    });
  });

  it('still leaves a third person, and what cannot be read', () => {
    const named = assignPath(draft, row('Ring').id, 'relatedPersons[].phones[]');
    expect(row('Ring', named)).toMatchObject({
      value: '+447700900456',
      index: 0,
      decision: { kind: 'leave' },
    });
    const unread = assignPath(draft, row('Ring').id, 'subject.bornOn');
    expect(row('Ring', unread)).toMatchObject({
      value: '07700 900456',
      issues: [{ code: 'date-unreadable' }],
      decision: { kind: 'leave' },
    });
  });

  it('gives an online identifier a place of its own', () => {
    const named = assignPath(draft, row('Another').id, 'subject.onlineIdentifiers[].asSeen');
    expect(row('Another', named)).toMatchObject({ value: 'a.b', platform: 'discord', index: 0 });
  });

  it('takes a path away again, and all that went with it', () => {
    const named = assignPath(draft, row('Another').id, 'subject.onlineIdentifiers[].asSeen');
    const bare = row('Another', assignPath(named, row('Another').id, undefined));
    expect(bare).toMatchObject({
      path: undefined,
      value: 'Discord: a.b',
      decision: { kind: 'leave' },
    });
    expect(bare).not.toHaveProperty('platform');
    expect(bare).not.toHaveProperty('index');
  });

  it('is idempotent, and never changes what stood on the page', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...draft.rows),
        fc.constantFrom(...FIELD_PATHS, undefined),
        ({ id, raw, place }, path) => {
          const once = assignPath(draft, id, path);
          expect(assignPath(once, id, path)).toEqual(once);
          expect(once.rows.find((each) => each.id === id)).toMatchObject({ raw, place });
        },
      ),
    );
  });
});

describe('readCorrection', () => {
  it('reads a date that an officer types in any way that it reads one', () => {
    expect(readCorrection(row('DOB'), '15 3 2009')).toEqual({
      ok: true,
      value: '2009-03-15',
      issues: [],
    });
  });

  it('asks for a date again when it is none', () => {
    expect(readCorrection(row('DOB'), 'in spring')).toMatchObject({
      ok: false,
      issues: [{ code: 'date-unreadable', severity: 'error', at: 'subject.bornOn' }],
    });
  });

  it('warns of anything else that it cannot read, and takes it as typed', () => {
    const phone = { ...row('Ring'), path: 'subject.phones[]' as const };
    expect(readCorrection(phone, 'ext. 4412 at the school')).toMatchObject({
      ok: true,
      value: 'ext. 4412 at the school',
      issues: [{ code: 'phone-unreadable', severity: 'warning' }],
    });
  });
});
