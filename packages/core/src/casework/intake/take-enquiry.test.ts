import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { fieldsOf } from '../../record/kind.js';
import type { PlainDate, Result } from '../../shared/index.js';
import { createMemoryStore } from '../../store/index.js';
import { testHost, testSigner } from '../../testing/host.js';
import { anonymise, identityIn } from './identity-in.js';
import { takeEnquiry } from './take-enquiry.js';

const context = { host: testHost({ at: '2026-11-24T09:30:00.000Z' }), lists: gatherCodeLists() };
const ENQUIRY = {
  riskNow: 'concern',
  receivedOn: '2026-11-20' as PlainDate,
  route: 'school',
  tier: 'cusp',
  asked: 'A pupil in Year 9 has bought time on a stresser. Would you take this on?',
} as const;
const at = (result: Result<unknown>) => result.issues.map((issue) => `${issue.code} ${issue.at}`);

describe('takeEnquiry', () => {
  it('keeps what was asked, under a reason of its own, and nobody’s name', async () => {
    const store = await createMemoryStore({ host: context.host, signer: testSigner() });
    const taken = takeEnquiry(ENQUIRY, context);
    if (!taken.ok) throw new Error('not taken');
    const { commit, id } = taken.value;
    await store.commit(commit);
    expect((await store.get('enquiry', id))?.value).toEqual({ id, ...ENQUIRY });
    expect((await store.audit()).map(({ reason }) => reason)).toEqual(['enquiry']);
  });

  it('records who asks, to be replied to, in the same save, and nobody where nothing is said of them', async () => {
    const store = await createMemoryStore({ host: context.host, signer: testSigner() });
    const referrer = { name: 'Ottilie Brandt', email: 'safeguarding@example.org' };
    const taken = takeEnquiry({ ...ENQUIRY, referrer }, context);
    if (!taken.ok) throw new Error('not taken');
    await store.commit(taken.value.commit);
    const held = await store.get('enquiry', taken.value.id);
    const [asks] = await store.query('referrer');
    expect(asks?.value).toMatchObject(referrer);
    expect(held?.value.referrerId).toBe(asks?.id);
    const none = takeEnquiry({ ...ENQUIRY, referrer: { name: ' ' } }, context);
    expect(none.ok && none.value.commit.changes.map(({ kind }) => kind)).toEqual(['enquiry']);
    const wrong = takeEnquiry({ ...ENQUIRY, referrer: { name: 'A', kind: 'cousin' } }, context);
    expect(at(wrong)).toEqual(['code-not-in-force referrer.kind']);
    // Both are reported at once, not one after the other.
    const named = takeEnquiry({ riskNow: 'concern', asked: 'A pupil called Rowan.' }, context);
    expect(at(named)).toEqual(['missing route', 'identity-in-text asked']);
  });

  it('has no field for an identity', () => {
    const named = fieldsOf('enquiry').map(({ name }) => name);
    expect(
      named.filter((name) => /subject|name|born|address|school|email|phone/i.test(name)),
    ).toEqual([]);
  });

  it('asks about each identity in the text, and repeats none of them', () => {
    const asked = 'A pupil called Rowan at Testford Academy boasts on Discord.';
    const result = takeEnquiry({ ...ENQUIRY, asked }, context);
    expect(at(result)).toEqual(['identity-in-text asked', 'identity-in-text asked']);
    expect(result.issues[0]?.message).toMatch('seems to hold a name (1 of 2). Remove it');
    expect(JSON.stringify(result)).not.toMatch('Rowan');

    const clean = anonymise(asked, identityIn(asked));
    expect(takeEnquiry({ ...ENQUIRY, asked: clean }, context).ok).toBe(true);
    const identifyNobody = identityIn(asked).map(({ text }) => text);
    expect(takeEnquiry({ ...ENQUIRY, asked }, { ...context, identifyNobody }).ok).toBe(true);
  });

  it('says first what to do when somebody is in danger, also where something else is wrong', () => {
    const danger = { ...ENQUIRY, riskNow: 'immediate' };
    const [first] = takeEnquiry(danger, context).issues;
    expect(first).toMatchObject({ code: 'risk-immediate', severity: 'warning' });
    expect(first?.message).toMatch('Call 999 now');
    const wrong = takeEnquiry({ ...danger, asked: undefined, route: undefined }, context);
    expect(at(wrong)[0]).toBe('risk-immediate riskNow');
    expect(wrong.ok).toBe(false);
  });

  it.each([
    [{ receivedOn: '2026-11-25' }, 'date-in-future receivedOn'],
    [{ receivedOn: '2025-11-20' }, 'date-unlikely receivedOn'],
    [{ route: 'crystal-ball' }, 'code-not-in-force route'],
    [{ asked: '' }, 'missing asked'],
    [
      {
        suitability: [
          { question: 'in-area', answer: 'yes' },
          { question: 'in-area', answer: 'no' },
        ],
      },
      'answered-twice suitability',
    ],
  ])('says of %j: %s', (more, expected) => {
    const result = takeEnquiry({ ...ENQUIRY, ...(more as object) }, context);
    expect(at(result)).toContain(expected);
    expect(result.ok).toBe(expected.startsWith('date-unlikely'));
  });
});
