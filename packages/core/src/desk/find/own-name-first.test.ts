/** An answer has everybody whose own name, number or handle it is, however many others have the word on record. */
import { expect, it } from 'vitest';
import type { RecordId } from '../../shared/primitives.js';
import { buildOnlineIdentifier, buildSubject, newRecord } from '../../testing/fiction/builder.js';
import { findUnderTest } from '../../testing/find-under-test.js';

/** More than are given, and more than are read again for an answer. */
const PUPILS = 60;
const LAST = 'ffffffff-ffff-4fff-8fff-ffffffffffff' as RecordId;

it.each(['kest', 'kestrel', 'strel'])(
  'gives a handle with “%s” among the pupils of a school of that name',
  async (typed) => {
    const { store, people } = await findUnderTest();
    const plain = { aliases: [], phones: [], emails: [] };
    const pupils = Array.from({ length: PUPILS }, (_, nth) =>
      buildSubject({
        ...plain,
        name: `Person Quill ${nth}`,
        schools: [{ name: 'Kestrel Academy', notedOn: '2026-11-24' }],
      }),
    );
    const handled = buildSubject({ ...plain, id: LAST, name: 'Noor Lind', schools: [] });
    const handle = buildOnlineIdentifier({ subjectId: LAST, asSeen: 'kestrel.void' });
    await store.commit({
      changes: [
        ...[...pupils, handled].map((each) => newRecord('subject', each)),
        newRecord('onlineIdentifier', handle),
      ],
      reason: 'case-work',
    });
    const { found, hasMore, fitting } = await people.find(typed);
    expect(found[0]).toMatchObject({ id: LAST, how: 'whole', byIdentity: 'whole' });
    expect([hasMore, fitting?.isLeast]).toEqual([true, true]);
  },
);
