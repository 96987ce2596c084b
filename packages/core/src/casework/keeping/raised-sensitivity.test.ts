/** Values that an adapter marks as sensitive, and those in a contact plan, are stored under a condition by any save. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConditionAnswer, Draft } from '../../capture/draft.js';
import { gatherCodeLists } from '../../codes/index.js';
import { draftOfFields } from '../../review/draft-of-fields.js';
import { defaultGates } from '../../review/gates.js';
import { review } from '../../review/review.js';
import type { PlainDate } from '../../shared/index.js';
import { createMemoryStore } from '../../store/index.js';
import type { Change } from '../../store/log/revision.js';
import { buildContactPlan, buildSubject, newRecord } from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { writeContactPlan } from '../person/contact-plan.js';
import { keepingLaw } from './keeping-law.js';
import type { LawOfficer } from './sensitive-law.js';

const lists = gatherCodeLists();
const TODAY = '2026-11-24' as PlainDate;
const LIVE: LawOfficer = { regime: 'part3', policyReference: 'APD-2026-07', practice: false };
const WHY = { condition: 'part3-safeguarding', whyNecessary: 'The talk is held in large print.' };
const VALUES = {
  'subject.name': ['Rowan Vael'],
  'subject.aliases[]': ['Ro'],
  'subject.school': ['Ashgrove Special School'],
} as const;
type Raised = keyof typeof VALUES;
const PATHS = Object.keys(VALUES) as Raised[];

async function underLaw(officer: LawOfficer = LIVE) {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const gate = keepingLaw({ host, lists, officer: () => officer });
  const store = await createMemoryStore({ host, signer: testSigner(), gate });
  const keep = (changes: readonly Change[]) => store.commit({ changes, reason: 'case-work' });
  return { host, store, keep };
}

/** The changes from a review of a draft in which an adapter raised these, each under a condition. */
function reviewed(raised: readonly Raised[], host: ReturnType<typeof testHost>): readonly Change[] {
  const plain = draftOfFields(VALUES, { way: 'typed', system: 'Clinic', title: 'Card' }, host);
  const conditions = raised.map(
    (what): ConditionAnswer => ({ what, sensitivity: 'special', regime: 'part3', ...WHY }),
  );
  const draft: Draft = {
    ...plain,
    rows: plain.rows.map((row) =>
      raised.some((path) => path === row.path) ? { ...row, sensitivity: 'special' } : row,
    ),
    conditions,
  };
  const gates = defaultGates('force', 'part3');
  if (!gates.ok) throw new Error('no gates');
  const officer = { regime: 'part3', policyReference: 'APD-2026-07', practice: false } as const;
  const result = review(draft, { gates: gates.value, officer, host });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value.changes;
}

const without = (changes: readonly Change[], what: Raised): readonly Change[] =>
  changes.map((change) => {
    const { processingConditions: given, ...set } = change.set as {
      processingConditions?: readonly { readonly what: string }[];
    };
    const left = given?.filter((each) => each.what !== what);
    return { ...change, set: left ? { ...set, processingConditions: left } : set } as Change;
  });
const refused = (code: string) => ({
  cause: expect.arrayContaining([expect.objectContaining({ code })]),
});

describe('what an adapter raised to sensitive data', () => {
  it('is kept as a review makes it, and refused without the condition of any one of them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...PATHS), { maxLength: 3 }),
        fc.option(fc.constantFrom(...PATHS), { nil: undefined }),
        fc.boolean(),
        async (raised, dropped, hasPolicy) => {
          const world = await underLaw(hasPolicy ? LIVE : { ...LIVE, policyReference: ' ' });
          const changes = reviewed(raised, world.host);
          const isKept = await world
            .keep(dropped === undefined ? changes : without(changes, dropped))
            .then(
              () => true,
              () => false,
            );
          const isWhole = dropped === undefined || !raised.includes(dropped);
          expect(isKept).toBe(isWhole && (hasPolicy || raised.length === 0));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('stays so, and keeps its condition for as long as the capture is held', async () => {
    const { host, store, keep } = await underLaw();
    await keep(reviewed(['subject.name', 'subject.school'], host));
    const [capture] = await store.query('sourceCapture');
    if (!capture) throw new Error('not held');
    expect(capture.value.sensitive).toEqual(['subject.name', 'subject.school']);
    const change = { kind: 'sourceCapture', record: capture.id, parents: capture.heads } as const;
    const sets = (set: object) => keep([{ ...change, set } as Change]);
    await expect(sets({ processingConditions: null })).rejects.toMatchObject(
      refused('condition-missing'),
    );
    await expect(sets({ sensitive: ['subject.name'] })).rejects.toMatchObject(
      refused('sensitive-stays'),
    );
    await expect(sets({ sensitive: null, processingConditions: null })).rejects.toMatchObject(
      refused('sensitive-stays'),
    );
    await sets({ title: 'Card of the clinic' });
  });
});

describe('the pronouns in a contact plan', () => {
  it('are kept under a condition, and the act asks for it as the law does', async () => {
    const { host, store, keep } = await underLaw();
    const value = buildSubject();
    await keep([newRecord('subject', value)]);
    const plan = (more: object) =>
      keep([
        newRecord(
          'contactPlan',
          buildContactPlan({ subjectId: value.id, pronouns: 'they', ...more }),
        ),
      ]);
    await expect(plan({})).rejects.toMatchObject(refused('condition-missing'));
    const [subject] = await store.query('subject');
    const act = (more: object) =>
      writeContactPlan(
        { pronouns: 'they', ...more },
        { host, lists, subject, regime: 'part3', officer: LIVE },
      );
    expect(act({}).issues.map(({ at }) => at)).toEqual(['condition', 'whyNecessary']);
    const written = act(WHY);
    if (!written.ok) throw new Error(JSON.stringify(written.issues));
    await store.commit(written.value.commit);
    const policyless = await underLaw({ ...LIVE, policyReference: undefined });
    const other = buildSubject();
    await policyless.keep([newRecord('subject', other)]);
    await expect(
      policyless.keep([
        newRecord(
          'contactPlan',
          buildContactPlan({ subjectId: other.id, pronouns: 'they', ...WHY, reviewedOn: TODAY }),
        ),
      ]),
    ).rejects.toMatchObject(refused('policy-document-missing'));
  });
});
