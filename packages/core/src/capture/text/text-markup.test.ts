import { describe, expect, it } from 'vitest';
import { plainLines } from './text-markup.js';

describe('plainLines', () => {
  it('reads wiki terms and what follows them as labelled lines', () => {
    expect(
      plainLines('Intro\n; Person referred\n: Taz Vael\n; Address\n: 9 Bogus Road\n: Fakeham\nEnd'),
    ).toBe('Intro\nPerson referred: Taz Vael\nAddress: 9 Bogus Road\nFakeham\nEnd');
    expect(plainLines('; DOB : 01/12/2006')).toBe('DOB: 01/12/2006');
  });

  it('reads bullets, bold labels and table rows', () => {
    expect(
      plainLines(
        '* Name: Taz\n**DOB:** 01/12/2006\n- **School**: Fernbrook\n| Phone | 07700 900123 |',
      ),
    ).toBe('Name: Taz\nDOB: 01/12/2006\nSchool: Fernbrook\nPhone: 07700 900123');
  });

  it('reads the rows of a wiki’s table by their bold cells, or by the heads over them', () => {
    expect(
      plainLines(
        "| **Name** | Taz Vael | **Shoe size** | 7 |\n| **Address** | 9 Bogus Road || **Tel** 07700 900123 |\n| **Online** | Discord ''taz_v'' \\\\ Steam ''tv'' |||",
      ),
    ).toBe(
      'Name: Taz Vael\nShoe size: 7\nAddress: 9 Bogus Road\nTel: 07700 900123\nOnline: Discord taz_v; Steam tv',
    );
    expect(plainLines('^ Who ^ Relationship ^ PR ^\n| Tessa Vael | Mother | Y |')).toBe(
      'Who:\tRelationship:\tPR:\nTessa Vael\tMother\tY',
    );
    expect(plainLines('^ Risk | Medium |')).toBe('Risk: Medium');
  });

  it('leaves text that only begins with a mark as it stands', () => {
    for (const line of ['*not a list', '- and then he left', ': aside', 'a | b'])
      expect(plainLines(line)).toBe(line);
  });
});
