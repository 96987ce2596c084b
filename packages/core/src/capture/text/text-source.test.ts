import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sourceOfText } from './text-source.js';

it('names the sender of a pasted email by the address', () => {
  const email =
    'From: Mrs Lorna Hartwell <l.hartwell@fernbrook.example>\nSent: 24 November 2026 09:02\nTo: cyber@example.org\nSubject: A pupil\n\nName: Rowan Vael';
  expect(sourceOfText(email)).toBe('Email from l.hartwell@fernbrook.example');
});

it('names the sender by name where there is no address', () => {
  expect(sourceOfText('From: Lorna Hartwell\nSubject: A pupil\n\nHello')).toBe(
    'Email from Lorna Hartwell',
  );
});

it.each([
  ['a text with no header', 'Name: Rowan Vael\nDate of birth: 14 March 2009'],
  ['a period', 'From: 3 March 2026\nUntil: 5 March 2026'],
  ['a message that is quoted further down', `${'Hello\n'.repeat(20)}From: A B\nSubject: C`],
  ['nothing', ''],
])('says nothing of %s', (_, text) => {
  expect(sourceOfText(text)).toBeUndefined();
});

it('never fails, and never says more than one line', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (from, rest) => {
      expect(sourceOfText(`From: ${from}\nSubject: x\n${rest}`) ?? '').not.toContain('\n');
    }),
  );
});
