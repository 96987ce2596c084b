import { describe, expect, it } from 'vitest';
import { goldOf, textOf } from './component-gold.ts';

const legend = { legend: { text: 'Nationality' } };

describe('the gold of a component', () => {
  it('has the rows of a summary list, without those that are switched off', () => {
    const rows = [{ key: { text: 'Name' }, value: { html: 'Sarah<br>Philips' } }, false, null];
    expect(goldOf('summary-list', { rows })?.truth.labels).toEqual({ Name: ['Sarah\nPhilips'] });
  });

  it('names a cell by its column, by its row where no column is named, and an unnamed one not at all', () => {
    const rows = [[{ text: 'January' }, { text: '£85', colspan: 2 }, { text: '£95' }]];
    const head = [{ text: 'Month' }, { text: 'Bicycles' }, { text: '' }, { text: 'Cars' }];
    expect(goldOf('table', { head, rows })?.truth.labels).toEqual({
      Month: ['January'],
      Bicycles: ['£85'],
      Cars: ['£95'],
    });
    const headed = goldOf('table', { rows, firstCellIsHeader: true });
    expect(headed?.truth.labels).toEqual({ January: ['£85', '£95'] });
    expect(goldOf('table', { rows })).toBeUndefined();
  });

  it('does not ask for what a table writes where there is nothing', () => {
    const gold = goldOf('table', { head: [{ text: 'Product' }], rows: [[{ text: 'No data' }]] });
    expect(gold?.truth.labels).toEqual({});
    expect(gold?.isOptional).toContain('No data');
  });

  it('has a label that is given as a heading', () => {
    const gold = goldOf('input', { label: { heading: 'Name', size: 'l' }, value: 'Sarah' });
    expect(gold?.truth.labels).toEqual({ Name: ['Sarah'] });
  });

  it('has a box by its label and what was filled in, and an empty one as empty', () => {
    const filled = goldOf('input', { label: { text: 'Name' }, value: 'Sarah' });
    expect(filled).toMatchObject({
      truth: { labels: { Name: ['Sarah'] } },
      state: { values: ['Sarah'] },
    });
    expect(goldOf('input', { label: { text: 'Name' } })?.state?.values).toEqual([]);
  });

  it('has the chosen of radios and checkboxes, by value or by themselves', () => {
    const items = [
      { value: 'british', text: 'British' },
      { value: 'irish', text: 'Irish', checked: true },
      { value: 'other', text: 'Other', checked: false },
    ];
    const both = goldOf('checkboxes', { fieldset: legend, items, values: ['british', 'other'] });
    expect(both?.truth.labels).toEqual({ Nationality: ['British', 'Irish'] });
    expect(goldOf('radios', { items, value: 'british' })?.state?.values).toEqual(['Irish']);
    expect(goldOf('radios', { items, value: 'british' })?.isOptional).toContain('Irish');
  });

  it('has the option that was chosen, and need not have one that shows itself', () => {
    const items = [
      { value: '', text: 'Choose' },
      { value: 1, text: 'One' },
    ];
    const chosen = goldOf('select', { label: { text: 'Sort by' }, items, value: 1 });
    expect(chosen?.truth.labels).toEqual({ 'Sort by': ['One'] });
    expect(goldOf('select', { label: { text: 'Sort by' }, items })?.state).toEqual({
      values: [],
      byDefault: 'Choose',
    });
  });

  it('has a date as the whole of its boxes', () => {
    const values = { day: 5, month: 8, year: 2024 };
    const date = goldOf('date-input', { fieldset: legend, values });
    expect(date?.truth.labels).toEqual({ Nationality: ['5 8 2024'] });
    const named = { namePrefix: 'dob', values: { 'dob-day': 5 } };
    expect(goldOf('date-input', named)?.state?.values).toEqual(['5']);
    const boxes = goldOf('date-input', { items: [{ name: 'month', value: 8 }], fieldset: legend });
    expect(boxes?.state?.values).toEqual(['8']);
  });

  it('wants nothing read of a password or a file', () => {
    const secret = { label: { text: 'Password' }, value: 'hunter2' };
    expect(goldOf('password-input', secret)).toMatchObject({
      truth: { labels: {} },
      state: { values: [] },
    });
  });

  it('takes text as displayed: without tags, and without what is hidden from the eye', () => {
    expect(
      textOf({
        html: '<a href="#">Sort<span class="govuk-visually-hidden"> by</span></a> &amp; go',
      }),
    ).toBe('Sort  & go');
    expect(textOf({ text: '<b>' })).toBe('<b>');
    expect(textOf('x')).toBe('x');
  });
});
