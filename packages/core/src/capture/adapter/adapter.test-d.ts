import { expectTypeOf, it } from 'vitest';
import { defineAdapter, type Screen } from './adapter.js';

const rest = {
  id: 'a/b',
  title: 'A',
  version: '1.0.0',
  owner: 'A',
  engine: '>=0.0.1',
  match: { anchors: [{ label: 'A' }] },
  fixtures: [],
} as const;

it('refuses a mistyped path, reader or locator where it is written', () => {
  defineAdapter({ ...rest, screens: [{ fields: { 'subject.bornOn': [{ label: 'D.O.B.' }] } }] });
  // @ts-expect-error there is no such path
  defineAdapter({ ...rest, screens: [{ fields: { 'subject.dob': [{ label: 'D.O.B.' }] } }] });
  const fields = {
    // @ts-expect-error there is no such reader
    'subject.bornOn': [{ label: 'x', read: 'usDate' }],
    // @ts-expect-error a locator is a label or a selector
    'subject.name': [{ xpath: '//td' }],
  } satisfies Screen['fields'];
  expectTypeOf(fields).toBeObject();
});
