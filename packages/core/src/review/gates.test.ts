import { expect, it } from 'vitest';
import { codesInForce, gatherCodeLists } from '../codes/index.js';
import type { PlainDate } from '../shared/index.js';
import { defaultGates, REGIMES } from './gates.js';

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

it('gives none for a host that may never be read', () => {
  expect(defaultGates('never', 'part3')).toMatchObject({
    ok: false,
    issues: [{ code: 'host-never' }],
  });
});
