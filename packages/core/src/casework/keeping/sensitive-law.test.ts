/** The law of sensitive data: kept only under its condition, and with the force’s policy document. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryStore, type StoredRecord } from '../../store/index.js';
import {
  buildContactPlan,
  buildReferral,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import {
  LIVE,
  lists,
  NOBODY,
  one,
  refused,
  SAID,
  setting,
  TODAY,
  underLaw,
} from '../../testing/law-under-test.js';
import { keepingLaw } from './keeping-law.js';
import type { LawOfficer } from './sensitive-law.js';

const CONDITION = {
  what: 'subject.communicationNeeds',
  regime: 'part3',
  condition: 'part3-safeguarding',
  whyNecessary: 'The talk is held in large print.',
  decidedOn: TODAY,
};

describe('sensitive data', () => {
  const NEEDS = { communicationNeeds: 'Large print' };
  const kept = (officer: LawOfficer, more: object) =>
    underLaw(officer).then(({ keep }) => keep(newRecord('subject', buildSubject(more))));

  it.each([
    ['no condition', NEEDS],
    ['a condition of another value', conditioned({ what: 'referral.answers' })],
    ['a condition of another law', conditioned({ condition: 'article9-safeguarding' })],
    ['a condition for criminal data', conditioned({ condition: 'article10-safeguarding' })],
    ['a condition that is on no list', conditioned({ condition: 'part3-no-more' })],
    ['a law that is none', conditioned({ regime: 'part4', condition: 'article9-safeguarding' })],
  ])('is not kept with %s', async (_, more) => {
    await expect(kept(LIVE, more)).rejects.toMatchObject(refused('condition-missing'));
    await expect(kept({ ...LIVE, practice: true }, more)).rejects.toMatchObject(
      refused('condition-missing'),
    );
  });

  it('is kept under its condition where the force’s policy document is named, or in practice', async () => {
    const whole = conditioned({});
    for (const policyReference of [undefined, '', ' '])
      await expect(kept({ ...LIVE, policyReference }, whole)).rejects.toMatchObject(
        refused('policy-document-missing'),
      );
    await kept(LIVE, whole);
    await kept({ regime: 'part3', practice: true }, whole);
    await kept(
      { ...LIVE, regime: 'uk-gdpr' },
      conditioned({ regime: 'uk-gdpr', condition: 'article9-safeguarding' }),
    );
  });

  it('keeps its condition for as long as it is kept', async () => {
    const { store, keep } = await underLaw();
    await keep(newRecord('subject', buildSubject(conditioned({}))));
    const held = await one(store, 'subject');
    await expect(keep(setting(held, { processingConditions: null }))).rejects.toMatchObject(
      refused('condition-missing'),
    );
    await keep(setting(held, { name: 'Rowan Vael-Marsh' }));
    const after = await one(store, 'subject');
    await keep(setting(after, { processingConditions: null, communicationNeeds: null }));
  });

  it('is an answer about autism, a value recorded differently and a contact plan as well', async () => {
    const { store, keep } = await underLaw();
    const subject = buildSubject();
    await keep(newRecord('subject', subject));
    const answers = [{ question: 'autism', answer: 'Diagnosed in 2021' }];
    const referral = buildReferral({ subjectId: subject.id, answers });
    await expect(keep(newRecord('referral', referral))).rejects.toMatchObject(
      refused('condition-missing'),
    );
    const condition = { ...CONDITION, what: 'referral.answers' };
    const remembers = setting(await one(store, 'subject'), { processingConditions: [condition] });
    await keep(remembers, newRecord('referral', referral));
    const forgets = setting(await one(store, 'subject'), { processingConditions: null });
    await expect(keep(forgets)).rejects.toMatchObject(refused('condition-missing'));
    const taken = setting(await one(store, 'referral'), { answers: null });
    await keep(forgets, taken);

    const beside = { what: 'communicationNeeds', value: 'Uses a reader', notedOn: TODAY };
    await expect(
      keep(setting(await one(store, 'subject'), { alsoRecorded: [beside] })),
    ).rejects.toMatchObject(refused('condition-missing'));

    const plan = { subjectId: subject.id, sensory: 'No bright light.' };
    const why = { condition: 'part3-safeguarding', whyNecessary: 'The visit is at dusk.' };
    for (const lacking of [{}, { ...why, condition: 'article9-safeguarding' }])
      await expect(
        keep(newRecord('contactPlan', buildContactPlan({ ...plan, ...lacking }))),
      ).rejects.toMatchObject(refused('condition-missing'));
    await keep(newRecord('contactPlan', buildContactPlan({ ...plan, ...why })));
  });

  it('that was kept before there was such a law stops no other change', async () => {
    const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
    const law = keepingLaw({ host, lists, officer: () => LIVE });
    const before = { value: buildSubject(NEEDS), kind: 'subject' } as unknown as StoredRecord;
    const saved = { kind: 'subject', id: before.value.id, before, sources: {} } as const;
    const asks = (set: object) =>
      law.save(
        [{ ...saved, set: { ...set }, after: { ...before.value, ...set } }],
        NOBODY,
        TODAY,
        SAID,
      );
    expect(asks({ name: 'Rowan Vael-Marsh' })).toEqual([]);
    expect(asks({ communicationNeeds: 'Braille' })).toHaveLength(1);
  });

  it('is never held without both, whatever is saved in whatever order', async () => {
    const values = fc.record(
      {
        communicationNeeds: fc.constantFrom(null, 'Large print', 'Braille'),
        processingConditions: fc.constantFrom(
          null,
          [CONDITION],
          [{ ...CONDITION, what: 'referral.answers' }],
          [{ ...CONDITION, condition: 'article9-consent' }],
        ),
        name: fc.constantFrom('Rowan Vael', 'R. Vael'),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(values, fc.boolean()), { maxLength: 6 }),
        async (saves) => {
          let officer: LawOfficer = LIVE;
          const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
          const gate = keepingLaw({ host, lists, officer: () => officer });
          const store = await createMemoryStore({ host, signer: testSigner(), gate });
          await store.commit({
            changes: [newRecord('subject', buildSubject())],
            reason: 'case-work',
          });
          for (const [set, hasPolicy] of saves) {
            officer = hasPolicy ? LIVE : { ...LIVE, policyReference: undefined };
            const before = (await one(store, 'subject')).value.communicationNeeds;
            const change = setting(await one(store, 'subject'), set);
            await store.commit({ changes: [change], reason: 'case-work' }).catch(() => undefined);
            const { communicationNeeds, processingConditions = [] } = (await one(store, 'subject'))
              .value;
            if (communicationNeeds === undefined) continue;
            expect(processingConditions).toContainEqual(CONDITION);
            if (communicationNeeds !== before) expect(hasPolicy).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

function conditioned(more: object) {
  return {
    communicationNeeds: 'Large print',
    processingConditions: [{ ...CONDITION, ...more }],
  };
}
