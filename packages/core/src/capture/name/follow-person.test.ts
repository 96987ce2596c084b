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

describe('details that follow a name', () => {
  it('are the role of a referrer, whom it asks who they are to the child', () => {
    expect(
      paths(
        { label: 'Contact made by', value: 'PC 2207 Ewan Sorley' },
        { label: 'Relationship to child', value: 'Neighbourhood officer' },
        { label: 'Telephone', value: '01632 960745' },
      ),
    ).toEqual([
      ['referrer.name', 'PC 2207 Ewan Sorley'],
      ['referrer.role', 'Neighbourhood officer'],
      ['referrer.phone', '+441632960745'],
    ]);
  });

  it('begin somebody else’s where a name comes next', () => {
    expect(
      paths(
        { label: 'Referred by', value: 'PC 2207 Ewan Sorley' },
        { label: 'Relationship', value: 'Father' },
        { label: 'Name', value: 'Dee Vael' },
      ),
    ).toContainEqual(['relatedPersons[].relationship', 'Father']);
  });

  it('are no role of the referrer’s below the name of somebody else', () => {
    const found = paths(
      { label: 'Referrer', value: 'Ann Sample' },
      { label: 'Interviewee', value: 'Kieran Marlow' },
      { label: 'Role', value: 'Witness' },
    );
    expect(found).toContainEqual([undefined, 'Witness']);
  });
});

describe('whoever reported it', () => {
  const reported: ReadingCell = { label: 'Reported by', value: 'PC Linnet Ashby' };

  it('is no referrer where another is named as having referred', () => {
    const found = paths(
      reported,
      { label: 'Email', value: 'l.ashby@coldshire.example' },
      { label: 'Ref’d by', value: 'Sgt Orla Quill' },
    );
    expect(found).toContainEqual([undefined, 'PC Linnet Ashby']);
    expect(found).toContainEqual([undefined, 'l.ashby@coldshire.example']);
    expect(found).toContainEqual(['referrer.name', 'Sgt Orla Quill']);
  });

  it('is the referrer where nobody else is, or where it is the same person', () => {
    expect(paths(reported)).toContainEqual(['referrer.name', 'PC Linnet Ashby']);
    const same = paths(reported, {
      label: 'Referred by',
      value: 'PC Linnet Ashby, Coldshire Police',
    });
    expect(same[0]).toEqual(['referrer.name', 'PC Linnet Ashby']);
  });
});
