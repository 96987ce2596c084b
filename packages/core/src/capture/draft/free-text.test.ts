import { describe, expect, it } from 'vitest';
import { testHost } from '../../testing/host.js';
import { buildReading, type ReadingCell } from '../../testing/reading.js';
import { openDraft } from './open-draft.js';

const NOTES =
  'Ref NCCU-TEST-2026-0001. DOB: 04/10/2009\nMother: Tessa Vael 07700 900932.\nRan a DDoS against the exam portal on 14/01/2026 with a free trial of a stresser. TikTok @taz.v. He knew that it was wrong, and stopped.';

function rows(...cells: readonly ReadingCell[]) {
  const draft = openDraft({
    reading: buildReading(...cells),
    adapters: [],
    way: 'page',
    host: testHost(),
  });
  return draft.rows.flatMap(({ path, value, freeText, decision }) =>
    path === undefined ? [] : [{ path, value, freeText, decision: decision.kind }],
  );
}

describe('running text in a draft', () => {
  it('takes the longest telling of a page about somebody for the narrative, and leaves it', () => {
    const found = rows({ label: 'Name', value: 'Taz Vael' }, { label: 'Notes', value: NOTES });
    expect(found).toContainEqual({
      path: 'referral.narrative',
      value: NOTES,
      freeText: false,
      decision: 'leave',
    });
    expect(found.filter(({ path }) => path === 'relatedPersons[].name')).toHaveLength(1);
    expect(
      found.filter(({ freeText }) => freeText).map(({ path, value }) => [path, value]),
    ).toEqual(
      expect.arrayContaining([
        ['subject.bornOn', '2009-10-04'],
        ['relatedPersons[].name', 'Tessa Vael'],
        ['relatedPersons[].phones[]', '+447700900932'],
        ['referral.incidentDates[]', '2026-01-14'],
        ['subject.onlineIdentifiers[].asSeen', '@taz.v'],
        ['referral.reference', 'NCCU-TEST-2026-0001'],
      ]),
    );
  });

  it('reads a date of an incident that only the month first makes one', () => {
    const told = `${NOTES} He sold logins on 4/20/2026, and on 4/24/2026 a second time.`;
    const found = rows({ label: 'Name', value: 'Taz Vael' }, { label: 'Notes', value: told });
    const days = found.filter(({ path }) => path === 'referral.incidentDates[]');
    expect(days.map(({ value, decision }) => [value, decision])).toEqual([
      ['2026-01-14', 'leave'],
      ['2026-04-20', 'leave'],
      ['2026-04-24', 'leave'],
    ]);
  });

  it('starts whatever stands in running text as left', () => {
    const found = rows({ label: 'Name', value: 'Taz Vael' }, { label: 'Notes', value: NOTES });
    expect(found.filter(({ freeText, decision }) => freeText && decision !== 'leave')).toEqual([]);
  });

  it('takes no text of a page about nobody for a narrative', () => {
    expect(
      rows({ label: 'Welcome', value: 'Anyone can edit, and every improvement helps. '.repeat(4) }),
    ).toEqual([]);
  });

  it('names the subject from the heading that rules the facts, where nothing else does', () => {
    const facts: ReadingCell[] = [
      { label: 'Born', value: '23 September 2007', owner: ['Nominal Avery Vael'] },
      { label: 'Mobile', value: '07700 900219', owner: ['Nominal Avery Vael'] },
    ];
    const reading = {
      ...buildReading(...facts),
      headings: ['Nominal Avery Vael'],
      headingPlaces: [{ frame: [], selector: 'h1', verbatim: 'Nominal Avery Vael' }],
    };
    const draft = openDraft({ reading, adapters: [], way: 'page', host: testHost() });
    expect(draft.rows.find(({ path }) => path === 'subject.name')).toMatchObject({
      value: 'Avery Vael',
      place: { selector: 'h1' },
    });
  });

  it('sees a name of a closed tab in the heading of the page', () => {
    const reading = buildReading({ label: 'Name', value: 'Avery Vael', visible: false });
    const heading = { frame: [], selector: 'h1', verbatim: 'Avery Vael' };
    const open = (headings: readonly string[]) =>
      openDraft({
        reading: { ...reading, headings, headingPlaces: headings.map(() => heading) },
        adapters: [],
        way: 'page',
        host: testHost(),
      }).rows[0];
    expect(open(['Avery Vael'])).toMatchObject({
      visible: true,
      place: { selector: 'h1' },
      decision: { kind: 'take' },
    });
    expect(open(['Kit Marlow'])).toMatchObject({ visible: false, decision: { kind: 'leave' } });
  });

  it('takes the sender of a message about somebody for the referrer, and its day for the referral’s', () => {
    const found = rows(
      { label: 'From', value: 'DC Ann Vale <ann.vale@nm.police.example>' },
      { label: 'Sent', value: '28 January 2026 09:12' },
      { label: 'Full name', value: 'Taz Vael' },
    );
    expect(found.map(({ path, value }) => [path, value])).toEqual(
      expect.arrayContaining([
        ['referrer.name', 'DC Ann Vale'],
        ['referrer.email', 'ann.vale@nm.police.example'],
        ['referral.receivedOn', '2026-01-28'],
      ]),
    );
    expect(
      rows({ label: 'From', value: 'Ann Vale' }, { label: 'Sent', value: '28/01/2026' }),
    ).toEqual([]);
  });

  it('never takes the holder of an account for a subject', () => {
    const found = rows(
      { label: 'Username', value: 'jvale' },
      { label: 'Real name', value: 'Jo Vale' },
      { label: 'Groups', value: 'Staff' },
      { label: 'E-mail', value: 'jo.vale@fernbrook.example' },
    );
    expect(found.filter(({ path }) => path.startsWith('subject.'))).toEqual([]);
  });
});
