import { expect, it } from 'vitest';
import { exactly } from './definition-kind.js';
import { entriesOfDefinition } from './definition-kinds.js';

it('leaves out where a value and its rows come from, and nothing that they say', () => {
  const trigger = (status: string) => ({
    id: 'closures',
    status: 'proposed',
    source: 'Working instruction 7',
    when: [{ kind: 'order', day: 'givenOn', count: 1, where: { status: [status], source: ['a'] } }],
  });
  const [open, ended] = ['open', 'ended'].map(trigger);
  expect(exactly([open])).not.toBe(exactly([ended]));
  expect(exactly([open])).toBe(exactly([{ ...open, status: 'found', source: 'Paper 8' }]));
  const exact = (each: unknown) => entriesOfDefinition('triggers', [each]).get('closures')?.exact;
  expect(exact(open)).not.toBe(exact(ended));
});
