import { describe, expect, it } from 'vitest';
import { signatureOf } from './text-signature.js';

const signed = (text: string) => signatureOf(text)?.facts.map(({ path, raw }) => [path, raw]);

describe('signatureOf', () => {
  it('reads who signs, what they are and how they are reached', () => {
    expect(
      signed(
        'Can you help?\n\nKind regards\nJo Vale\nDesignated Safeguarding Lead, Fernbrook School\nTel 01632 960417',
      ),
    ).toEqual([
      ['referrer.name', 'Jo Vale'],
      ['referrer.role', 'Designated Safeguarding Lead'],
      ['referrer.organisation', 'Fernbrook School'],
      ['referrer.phone', '01632 960417'],
    ]);
  });

  it('reads an officer’s block that has no closing words', () => {
    expect(
      signed(
        'Piers\nDC 0912 Piers Vale | Northmoor Police Cyber Crime Unit\n01632 960233 | p.vale@nm.example',
      ),
    ).toEqual([
      ['referrer.name', 'DC 0912 Piers Vale'],
      ['referrer.organisation', 'Northmoor Police Cyber Crime Unit'],
      ['referrer.phone', '01632 960233'],
      ['referrer.email', 'p.vale@nm.example'],
    ]);
  });

  it('does not take the number of the house for the writer’s', () => {
    expect(signed('Regards\nJo Vale\nSchool Office 01632 960380\njo@fernbrook.example')).toEqual([
      ['referrer.name', 'Jo Vale'],
      ['referrer.email', 'jo@fernbrook.example'],
    ]);
  });

  it('finds none in a telling that only names people', () => {
    expect(signatureOf('Taz Vael\nwas seen with Kit Marlow.\nThey left.')).toBeUndefined();
  });
});
