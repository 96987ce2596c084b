import { expect, it } from 'vitest';
import { codesInForce, gatherCodeLists } from '../codes/index.js';
import type { PlainDate } from '../shared/index.js';
import { testHost } from '../testing/host.js';
import { draftOfFields } from './draft-of-fields.js';
import { defaultGates, draftGates, type GatedWork, REGIMES } from './gates.js';

const lists = gatherCodeLists();
const today = '2026-11-24' as PlainDate;
const codes = (list: string) => codesInForce(lists, list, today).map(({ code }) => code);

it('starts with codes that the lists have, for each regime and each class that may be read', () => {
  for (const regime of REGIMES)
    for (const hostClass of ['force', 'partner', 'open-source'] as const) {
      const gates = defaultGates(hostClass, regime);
      if (!gates.ok) throw new Error('refused');
      expect(codes('purpose')).toContain(gates.value.purpose);
      expect(codes('necessity')).toContain(gates.value.necessity);
      expect(codes('lawful-basis')).toContain(gates.value.lawfulBasis);
      expect(gates.value.lawfulBasis).toBe(regime === 'part3' ? 'part3-task' : 'gdpr-public-task');
      expect(gates.value.marking).toBe('OFFICIAL-SENSITIVE');
    }
  expect(codes('purpose-regime')).toEqual([...REGIMES]);
});

it('names a referral as the reason for nothing but a referral, and each reason is in use', () => {
  const reasonOf = (work: GatedWork) => {
    const gates = defaultGates('force', 'part3', work);
    return gates.ok ? gates.value.necessity : undefined;
  };
  const others = (['identification', 'note', 'record'] as const).map(reasonOf);
  expect(others).not.toContain(reasonOf('referral'));
  for (const each of others) expect(codes('necessity')).toContain(each);
  expect(draftGates(null, 'part3', 'note')).toEqual(defaultGates('force', 'part3', 'note'));
});

it('gives none for a host that may never be read', () => {
  expect(defaultGates('never', 'part3')).toMatchObject({
    ok: false,
    issues: [{ code: 'host-never' }],
  });
});

it('takes the strictest class of all the pages of a draft, in whatever order they were read', () => {
  const host = testHost();
  const pages = (['force', 'open-source', 'never'] as const).map((hostClass) =>
    draftOfFields(
      { 'subject.name': ['Ada Vael'] },
      { way: 'page', system: 'Practice', title: 'Page', hostClass },
      host,
    ),
  );
  const [force, open, never] = pages.map(({ origins }) => origins);
  const gatesOf = (...read: readonly (typeof force)[]) =>
    draftGates({ origins: read.flatMap((origins) => origins ?? []) }, 'part3');
  for (const read of [
    [force, never],
    [never, force],
    [force, open, never],
  ])
    expect(gatesOf(...read)).toMatchObject({ ok: false, issues: [{ code: 'host-never' }] });
  expect(gatesOf(force, open)).toEqual(defaultGates('open-source', 'part3'));
  expect(gatesOf(open, force)).toEqual(defaultGates('open-source', 'part3'));
  expect(draftGates(null, 'uk-gdpr')).toEqual(defaultGates('force', 'uk-gdpr'));
});
