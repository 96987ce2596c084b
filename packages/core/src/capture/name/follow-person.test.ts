import { describe, expect, it } from 'vitest';
import { testHost } from '../../testing/host.js';
import { buildReading, type ReadingCell } from '../../testing/reading.js';
import { openDraft } from '../draft/open-draft.js';

function paths(...cells: readonly ReadingCell[]) {
  const draft = openDraft({
    reading: buildReading(...cells),
    adapters: [],
    way: 'page',
    host: testHost(),
  });
  return draft.rows.map(({ path, value }) => [path, value]);
}

describe('contact details without a heading of their own', () => {
  it('belong to the referrer that they follow', () => {
    expect(
      paths(
        { label: 'Name', value: 'Taz Vael' },
        { label: 'Mobile', value: '07700 900111' },
        { label: 'Referred by', value: 'Jo Vale' },
        { label: 'Job title', value: 'Teacher' },
        { label: 'Telephone', value: '01632 960417' },
        { label: 'E-mail', value: 'jo@fernbrook.example' },
      ),
    ).toEqual([
      ['subject.name', 'Taz Vael'],
      ['subject.phones[]', '+447700900111'],
      ['referrer.name', 'Jo Vale'],
      ['referrer.role', 'Teacher'],
      ['referrer.phone', '+441632960417'],
      ['referrer.email', 'jo@fernbrook.example'],
    ]);
  });

  it('go back to the subject after anything else of the subject', () => {
    expect(
      paths(
        { label: 'Parent', value: 'Ann Vael' },
        { label: 'Date of birth', value: '14/03/2009' },
        { label: 'Mobile', value: '07700 900111' },
      )[2],
    ).toEqual(['subject.phones[]', '+447700900111']);
  });
});

describe('a form that asks for a name again', () => {
  it('gives the subject none of what follows, though the surname is the same', () => {
    const found = paths(
      { label: 'Surname', value: 'VAEL' },
      { label: 'Forename(s)', value: 'TAZ' },
      { label: 'D.O.B', value: '29-JAN-2011' },
      { label: 'Surname', value: 'VAEL' },
      { label: 'Forename(s)', value: 'GILL' },
      { label: 'Tel', value: '07700 900275' },
    );
    expect(found).toContainEqual(['subject.name', 'TAZ VAEL']);
    expect(found).toContainEqual([undefined, 'GILL']);
    expect(found).toContainEqual([undefined, '07700 900275']);
  });
});

describe('a section about somebody whom its heading does not name', () => {
  const subject: ReadingCell[] = [
    { label: 'First name', value: 'Taz', owner: ['Case'] },
    { label: 'Surname', value: 'Vael', owner: ['Case'] },
    { label: 'Date of birth', value: '14/03/2009', owner: ['Case'] },
  ];

  it('gives the subject no name and no telephone', () => {
    const found = paths(
      ...subject,
      { label: 'Name', value: 'Jo Marlow', owner: ['Key worker of the week'] },
      { label: 'Telephone', value: '01632 960417', owner: ['Key worker of the week'] },
    );
    expect(found).toContainEqual([undefined, 'Jo Marlow']);
    expect(found).toContainEqual([undefined, '01632 960417']);
    expect(found).toContainEqual(['subject.name', 'Taz Vael']);
  });

  it('is the subject’s where it names nobody', () => {
    expect(
      paths(...subject, { label: 'Telephone', value: '01632 960417', owner: ['Ways to reach'] }),
    ).toContainEqual(['subject.phones[]', '+441632960417']);
  });
});
