import { describe, expect, it } from 'vitest';
import { formatDate } from '../dates.ts';
import { readForm, toForm } from '../form.ts';
import { formOf, textRuns } from '../page-text.ts';
import { type PracticeRecord, paragraphs } from '../record.ts';
import { practiceRecords } from '../records.ts';
import type { Look } from './look.ts';
import { LOOKS, shownOn } from './looks.ts';

const looks = Object.values(LOOKS);

function viewOf(look: Look, record: PracticeRecord): string {
  return look.view(look.sections(record), { listPath: '/', editPath: '/edit' }).text;
}

/** Every text of the record, read from the record itself and not from the look. */
function leaves(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return value === null ? [] : Object.values(value as object).flatMap(leaves);
}

describe.each(looks)('the $id look', (look) => {
  it.each(practiceRecords)('shows every value of $reference', (record) => {
    const { id: _, ...held } = record;
    const text = textRuns(viewOf(look, record)).join('\n');
    for (const leaf of leaves(held).flatMap(paragraphs)) {
      const isUpperCase = look.id === 'legacy' && leaf === record.subject.familyName;
      const shown = isUpperCase ? leaf.toLocaleUpperCase('en-GB') : formatDate(leaf, look.dates);
      expect(text).toContain(shown);
    }
  });

  it.each(practiceRecords)('shows what it says it shows of $reference', (record) => {
    const runs = textRuns(viewOf(look, record));
    const shown = shownOn(record, look.id);
    for (const [path, texts] of Object.entries(shown)) {
      for (const text of texts) {
        const place = runs.findIndex((run) => run === text || run.startsWith(`${text} `));
        expect(place, `${path}: ${text}`).toBeGreaterThan(-1);
      }
    }
  });

  it('says that a date of birth is not known', () => {
    const record = practiceRecords.find((each) => each.subject.bornOn === null);
    expect(record && shownOn(record, look.id)['subject.bornOn']).toEqual(['Not known']);
  });

  it.each(practiceRecords)(
    'gives $reference back unchanged when its form is sent as it is',
    (record) => {
      const edit = look.edit({
        record,
        form: toForm(record, look.typedDates),
        errors: new Map(),
        editPath: '/edit',
        viewPath: '/view',
      });
      expect(readForm(formOf(edit.text), record)).toEqual({ ok: true, record });
      // Also read into an empty record: no box may be missing from the page.
      expect(readForm(formOf(edit.text), { ...emptyRecord, id: record.id })).toEqual({
        ok: true,
        record,
      });
    },
  );

  it('has no script and no name in its title', () => {
    for (const record of practiceRecords) {
      const markup = viewOf(look, record);
      expect(markup).not.toMatch(/<script|\son\w+=/i);
      expect(markup).toContain('<title>Practice record system</title>');
      expect(markup).toContain('Practice system: every person is fictional');
    }
  });
});

describe('what the looks do differently', () => {
  const [record] = practiceRecords;
  if (!record) throw new Error('There is no practice record');

  it('writes the date of birth in its own way', () => {
    expect(shownOn(record, 'legacy')['subject.bornOn']).toEqual(['14/03/2009']);
    expect(shownOn(record, 'lists')['subject.bornOn']).toEqual(['14-Mar-2009']);
    expect(shownOn(record, 'summary')['subject.bornOn']).toEqual(['14 March 2009']);
  });

  it('writes the surname first, in capitals, on the legacy look only', () => {
    expect(shownOn(record, 'legacy')['subject.name']).toEqual(['O’CONNELL-VAEL, Tamsin Aoife']);
    expect(shownOn(record, 'summary')['subject.name']).toEqual(['Tamsin Aoife O’Connell-Vael']);
    expect(shownOn(record, 'lists')['subject.familyName']).toEqual(['O’Connell-Vael']);
  });

  it('nests the tables of the legacy look three deep and gives its boxes no label', () => {
    let depth = 0;
    const depths = [...viewOf(LOOKS.legacy, record).matchAll(/<(\/?)table/g)].map((found) => {
      depth += found[1] ? -1 : 1;
      return depth;
    });
    expect(Math.max(...depths)).toBe(3);
    const form = toForm(record, 'slashed');
    const options = { record, form, errors: new Map(), editPath: '/edit', viewPath: '/view' };
    expect(LOOKS.legacy.edit(options).text).not.toContain('<label');
  });
});

const emptyRecord: PracticeRecord = {
  id: '',
  reference: '',
  otherReferences: [],
  receivedOn: '',
  subject: {
    familyName: '',
    givenNames: '',
    aliases: [],
    bornOn: null,
    address: [],
    postcode: '',
    school: '',
    phones: [],
    emails: [],
    onlineIdentifiers: [],
    sexRecorded: '',
    communicationNeeds: '',
  },
  suspectedOffences: [],
  lawMentioned: [],
  incidentDates: [],
  narrative: '',
  statedRisk: '',
  referrer: { name: '', organisation: '', role: '', phone: '', email: '' },
  parent: null,
};
