import { describe, expect, it } from 'vitest';
import type { Decision, Draft } from '../capture/draft.js';
import { testHost } from '../testing/host.js';
import { draftOfFields } from './draft-of-fields.js';
import { veilOf } from './veil.js';

/** A draft with one taken name and a related person's name that the officer decided on. */
function draftOf(related: string, decision: Decision, isNamed = true): Draft {
  const draft = draftOfFields(
    { 'subject.name': ['Rowan Vael'], 'relatedPersons[].name': [related] },
    { way: 'page', system: 'Practice', title: '' },
    testHost(),
  );
  const rows = draft.rows.map((row) =>
    row.path === 'subject.name' ? row : { ...row, decision, path: isNamed ? row.path : undefined },
  );
  return { ...draft, rows };
}
const left = { kind: 'leave' } as const;
const masked = { kind: 'mask' } as const;

describe('veil', () => {
  it('blots a left value out as words, and a masked one wherever it stands', () => {
    expect(veilOf(draftOf('Ann', left)).text('ANN: planning, Ann.')).toBe('…: planning, ….');
    expect(veilOf(draftOf('Ann', masked)).text('ANN: planning')).toBe('…: pl…ing');
  });

  it('lets what was taken be said again, unless it was masked too', () => {
    expect(veilOf(draftOf('Rowan Vael', left)).text('Rowan Vael')).toBe('Rowan Vael');
    expect(veilOf(draftOf('Rowan Vael', masked)).text('Rowan Vael')).toBe('…');
  });

  it('passes over rows that nobody has named', () => {
    expect(veilOf(draftOf('Open', left, false)).text('Open referral')).toBe('Open referral');
  });

  it('never takes a hostile value for a pattern', () => {
    expect(veilOf(draftOf('.*(a+)+$', left)).text('a .*(a+)+$ b')).toBe('a … b');
    expect(veilOf(draftOf('İstanbul', masked)).text('to İstanbul')).toBe('to …');
  });

  it('keeps of an address that names somebody only where it is, or nothing', () => {
    const { address } = veilOf(draftOf('Marisol Quell', left));
    expect(address('https://records.example.org/r/1')).toBe('https://records.example.org/r/1');
    expect(address('https://records.example.org/Marisol%20Quell')).toBe(
      'https://records.example.org',
    );
    expect(address('https://records.example.org/%E0%A4%A')).toBe(
      'https://records.example.org/%E0%A4%A',
    );
    const host = veilOf(draftOf('nightowl', left)).address;
    expect(host('https://nightowl.example.org/x')).toBe('');
    expect(host('about nightowl')).toBe('');
  });
});
