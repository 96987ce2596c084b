/** Laws of identifiers: no IP address without its moment, whoever saves it, and nothing becomes somebody's by itself. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifierValue } from '../../../match/identifier.js';
import { heldPerson } from '../../../match/index.js';
import { checkRecord } from '../../../record/check.js';
import type { PlainDate, RecordId } from '../../../shared/index.js';
import { caseUnderTest, saysOf, TOLD } from '../../../testing/case-under-test.js';
import { buildOnlineIdentifier, buildSubject } from '../../../testing/fiction/builder.js';
import { identifierLawIssues } from '../../keeping/identifier-law.js';
import { addHandle } from '../handle-ledger.js';

const SEEN_AT = { on: '2026-11-20' as PlainDate, at: '14:05', zone: 'UTC' };
const address = fc.oneof(fc.ipV4(), fc.ipV6());
const otherType = fc.constantFrom(
  undefined,
  'platform-account',
  'email',
  'telephone',
  'domain',
  'device',
  'wallet',
  'pgp-key',
  'other',
);

describe('an IP address', () => {
  it('is never a record without the day, the time and the zone', () => {
    const { subjectId, firstSeenOn, id } = buildOnlineIdentifier();
    const whole = { id, subjectId, firstSeenOn, type: 'ip-address' };
    fc.assert(
      fc.property(
        address,
        fc.subarray(['on', 'at', 'zone'] as const),
        fc.boolean(),
        (asSeen, kept, isThere) => {
          const seenAt = Object.fromEntries(kept.map((name) => [name, SEEN_AT[name]]));
          const value = { ...whole, asSeen, ...(isThere ? { seenAt } : {}) };
          expect(checkRecord('onlineIdentifier', value).ok).toBe(isThere && kept.length === 3);
        },
      ),
    );
  });

  it('is not taken under another type, by an act or at the store', async () => {
    const { on } = await caseUnderTest();
    const context = { ...(await on()), ledger: [] };
    fc.assert(
      fc.property(address, otherType, (asSeen, type) => {
        const added = addHandle({ asSeen, ...(type ? { type } : {}) }, TOLD, context);
        expect(added.ok).toBe(false);
        const around = addHandle({ asSeen: `IP: ${asSeen}`, type: 'other' }, TOLD, context);
        expect(saysOf(around)).toEqual(['ip-without-time asSeen']);
        const named = { asSeen: 'wren', canonical: asSeen, ...(type ? { type } : {}) };
        expect(addHandle(named, TOLD, context).ok).toBe(false);
        const after = { ...buildOnlineIdentifier(), asSeen, ...(type ? { type } : {}) };
        const saved = { kind: 'onlineIdentifier', before: undefined, after } as never;
        expect(identifierLawIssues(saved).map(({ code }) => code)).toEqual(['ip-without-time']);
      }),
    );
    const taken = addHandle(
      { type: 'ip-address', asSeen: '198.51.100.7', seenAt: SEEN_AT },
      TOLD,
      context,
    );
    expect(saysOf(taken)).toEqual([]);
    expect(taken.ok).toBe(true);
  });

  it('is told about where it is one of the inside of networks, and kept', async () => {
    const { on } = await caseUnderTest();
    const inside = { type: 'ip-address', asSeen: '192.168.1.10', seenAt: SEEN_AT };
    const kept = addHandle(inside, TOLD, { ...(await on()), ledger: [] });
    expect([kept.ok, saysOf(kept)]).toEqual([true, ['ip-inside-network asSeen']]);
  });

  it('likens nobody, and neither does a domain or a page', () => {
    const subject = { kind: 'subject', id: buildSubject().id, value: buildSubject() } as never;
    const shared = fc.oneof(
      address.map((asSeen) => ({ type: 'ip-address', asSeen, seenAt: SEEN_AT })),
      fc.domain().map((asSeen) => ({ type: 'domain', asSeen })),
      fc.webUrl().map((asSeen) => ({ type: 'web-address', asSeen })),
    );
    fc.assert(
      fc.property(shared, (form) => {
        const value = { ...form, firstSeenOn: '2026-11-24' };
        const record = { kind: 'onlineIdentifier', id: '' as RecordId, value } as never;
        const values = heldPerson(subject, { onlineIdentifiers: [record] }).values;
        expect(values).toEqual(heldPerson(subject).values);
      }),
    );
    expect(identifierValue({ type: 'telephone', asSeen: '07700 900123' })).toEqual({
      kind: 'phone',
      text: '+447700900123',
    });
    expect(identifierValue({ asSeen: 'wren', endedOn: '2026-11-24' as PlainDate })).toBeUndefined();
  });
});
