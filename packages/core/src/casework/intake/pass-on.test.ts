/** Somebody identified is passed on with the conditions of what is known of them, or not at all. */
import { describe, expect, it } from 'vitest';
import { gatherCase } from '../../desk/case/gather.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/index.js';
import { buildRecord, buildSource, newRecord } from '../../testing/fiction/builder.js';
import { heldRecord } from '../../testing/held-under-test.js';
import { testHost } from '../../testing/host.js';
import { heldAmong, lists, one, refused, underLaw } from '../../testing/law-under-test.js';
import { type GivesOut, testWayOut } from '../../testing/way-out-suite.js';
import { handlingIssues } from '../handling/disclosure-gate.js';
import { permitSharing } from '../handling/permit-sharing.js';
import { decideIdentification, handlingOfPassing } from './identify-person.js';

const PASS = {
  outcome: 'pass',
  reasonCodes: ['out-of-area'],
  passedTo: 'Eastshire Police',
  gateway: 'part3-task',
};
const A1 = {
  handlingCode: 'C',
  handlingAction: 'A1',
  handlingSanitisation: 'S1',
  handlingInstructions: 'Ask the originator first',
} as never;

/** The act decides, and the gate of the store has the last word. */
const passesOn: GivesOut = async (found, today) => {
  const subject = found.find((record) => record.kind === 'subject') as StoredRecord<'subject'>;
  const identification = heldRecord('identification', {
    subjectId: subject.id,
    identifiedOn: today,
  } as never);
  const records = [...found, identification];
  const host = testHost({ at: `${today}T09:30:00.000Z` });
  const decided = decideIdentification(PASS, { host, lists, identification, records });
  if (!decided.ok) {
    expect(decided.issues).toContainEqual(expect.objectContaining({ code: 'handling-forbids' }));
    return undefined;
  }
  for (const entry of decided.value.commit.audit ?? [])
    expect(handlingIssues(entry, true, heldAmong(records), { today })).toEqual([]);
  const { conditions } = handlingOfPassing(identification, records, today);
  return { text: JSON.stringify(subject.value), conditions };
};

describe('passing somebody on', () => {
  testWayOut('partner', passesOn);
});

async function identified() {
  const { store, host, keep } = await underLaw();
  const capture = buildRecord('sourceCapture', { handling: A1 });
  const subject = buildRecord('subject', { aliases: ['Grebe'] } as never);
  const identification = buildRecord('identification', {
    subjectId: subject.id,
    identifiedOn: '2026-11-24' as PlainDate,
  });
  await keep(
    newRecord('sourceCapture', capture),
    {
      ...newRecord('subject', subject),
      sources: { 'aliases[0]': [buildSource({ capture: capture.id })] },
    },
    newRecord('identification', identification),
  );
  const context = async () => ({
    host,
    lists,
    records: await gatherCase(store, subject.id, 'identification'),
    identification: await one(store, 'identification'),
    subject: await store.get('subject', subject.id),
  });
  const permits = async (wayOut: string) => {
    const made = permitSharing(
      {
        origins: [capture.id],
        wayOut,
        permittedBy: 'DS Aurel Finch',
        reference: 'NP/26/0042',
        permittedOn: '2026-11-24' as PlainDate,
      } as never,
      await context(),
    );
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
    await store.commit(made.value.commit);
  };
  return { store, capture, context, permits };
}

describe('the store', () => {
  it('keeps the decision once the originator permitted exactly that, and says what was shown', async () => {
    const { store, capture, context, permits } = await identified();
    await permits('court');
    const refusedAct = decideIdentification(PASS, await context());
    expect(refusedAct.issues.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'handling-forbids', at: 'passedTo' },
    ]);
    await permits('partner');
    const decided = decideIdentification(PASS, await context());
    if (!decided.ok) throw new Error(JSON.stringify(decided.issues));
    await store.commit(decided.value.commit);
    const given = (await store.audit()).filter(({ action }) => action === 'disclosure');
    expect(given).toMatchObject([{ handling: { shown: [capture.id], leftOut: [] } }]);
  });

  it('refuses the same decision past the act while nothing is permitted', async () => {
    const { store, context, permits } = await identified();
    await permits('partner');
    const decided = decideIdentification(PASS, await context());
    if (!decided.ok) throw new Error(JSON.stringify(decided.issues));
    const permission = await one(store, 'sharingPermission');
    await store.commit({
      changes: [
        {
          kind: 'sharingPermission',
          record: permission.id,
          parents: permission.heads,
          set: { endedOn: '2026-11-24', endedWhy: 'Taken back' } as never,
        },
      ],
      reason: 'case-work',
    });
    await expect(store.commit(decided.value.commit)).rejects.toMatchObject(
      refused('handling-forbids'),
    );
    expect(await store.query('decision')).toEqual([]);
  });
});
