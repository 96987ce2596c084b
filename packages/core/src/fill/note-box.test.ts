import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gatherCodeLists } from '../codes/index.js';
import { readPage } from '../page/read-page.js';
import { snapshotOfHtml } from '../page/saved-page.js';
import { buildIntervention, buildSubject } from '../testing/fiction/builder.js';
import { UNCONDITIONED } from '../testing/unconditioned.js';
import { fillValues } from './fill-value.js';
import { nameForm } from './name-form.js';
import { planFill } from './plan-fill.js';

const LISTS = gatherCodeLists();
const subject = buildSubject({ name: 'Tamsin Vael' });
const intervention = buildIntervention({
  subjectId: subject.id,
  heldOn: '2026-11-20',
  place: 'Home',
  note: 'Talked about port scanning.',
});
const NOTES = new Set(['intervention.note', 'intervention.asText']);

function rowsOn(html: string) {
  const page = snapshotOfHtml(html, { url: 'https://rms.example.org/1' });
  const form = nameForm(page, readPage(page), { kind: 'intervention' });
  return planFill(
    form,
    fillValues('intervention', { subject, intervention }, LISTS, UNCONDITIONED),
    [],
    [],
    true,
  ).rows;
}

/** Boxes into which the note, or the whole as text, would be typed at once, and the text it would replace. */
const notesOn = (html: string) =>
  rowsOn(html)
    .filter(({ id, box }) => NOTES.has(id) && box)
    .map(({ start, box, replaces }) =>
      [start, box?.target.selector, ...(replaces === undefined ? [] : [`over ${replaces}`])].join(
        ' ',
      ),
    );

describe('the box for a note', () => {
  test.each([
    ['a legend', '<fieldset><legend>Notes</legend><textarea id="n"></textarea></fieldset>'],
    ['a heading', '<h2>Add a private note</h2><div><textarea id="n"></textarea></div>'],
    ['a label', '<label>Post a comment <textarea id="n"></textarea></label>'],
    ['an accessible name', '<textarea id="n" aria-label="Reply to this case"></textarea>'],
    ['a label in Welsh', '<label>Nodiadau <textarea id="n"></textarea></label>'],
    ['another word', '<fieldset><legend>Remarks</legend><textarea id="n"></textarea></fieldset>'],
    ['a heading of the log', '<h2 id="h">Add to the log</h2><textarea id="n"></textarea>'],
    ['what stands in it', '<textarea id="n" placeholder="Leave a comment…"></textarea>'],
    [
      'a legend, though a tab stands before it',
      '<fieldset><legend>Notes</legend><ul><li><a href="#">Edit</a></li><li><a href="#">Preview</a></li></ul><textarea id="n"></textarea></fieldset>',
    ],
    [
      'a heading, though its label says how to write in it',
      '<h2>Add Comment</h2><fieldset><label for="n">You may use WikiFormatting here.</label><textarea id="n"></textarea></fieldset>',
    ],
    ['a heading over an editor', '<h2>Comments</h2><div id="n" contenteditable="true"></div>'],
  ])('is found by %s', (_, html) => {
    expect(notesOn(`<h1>Bug 12</h1>${html}`)).toEqual(['type #n']);
  });

  test('goes before the description of the record itself, which is not offered then', () => {
    const html = `<h1>Bug 12</h1>
      <label for="d">Description</label><textarea id="d">Seen to scan the school’s network.</textarea>
      <fieldset><legend>Notes</legend><textarea id="n"></textarea></fieldset>`;
    expect(notesOn(html)).toEqual(['type #n']);
  });

  test('where it holds a text, is offered last, and only when the officer chooses it', () => {
    const html = `<label>Description <textarea id="d">As reported.</textarea></label><label>Place <input id="p"></label>`;
    const rows = rowsOn(html).filter(({ state }) => state === 'can');
    expect(rows.map(({ start, box }) => `${start} ${box?.target.selector}`)).toEqual([
      'type #p',
      'leave #d',
    ]);
  });

  test.each([
    ['one line', '<fieldset><legend>Notes</legend><input id="n"></fieldset>'],
    ['a search', '<h2>Search notes</h2><textarea id="n"></textarea>'],
    [
      'what has a label of its own',
      '<h2>Notes</h2><label>Risk assessment <textarea id="n"></textarea></label>',
    ],
    ['another heading', '<h2>Add a person</h2><textarea id="n"></textarea>'],
  ])('is not %s', (_, html) => {
    expect(notesOn(html)).toEqual([]);
  });
});

const ways: Readonly<Record<string, (label: string, box: string) => string>> = {
  label: (label, box) => `<label>${label} ${box}</label>`,
  legend: (label, box) => `<fieldset><legend>${label}</legend>${box}</fieldset>`,
  heading: (label, box) => `<section><h2>${label}</h2><div>${box}</div></section>`,
};
const boxes = fc.uniqueArray(
  fc.record({
    label: fc.constantFrom('Description', 'Notes', 'Comment', 'Summary', 'Details', 'Add a reply'),
    way: fc.constantFrom(...Object.keys(ways)),
    holds: fc.constantFrom('', 'As reported.'),
  }),
  { selector: ({ label }) => label, minLength: 1, maxLength: 4 },
);

test('nothing is typed at once over a text, and nothing that would be comes first', () => {
  fc.assert(
    fc.property(boxes, (all) => {
      const html = all
        .map(({ label, way, holds }, at) =>
          ways[way]?.(label, `<textarea id="b${at}">${holds}</textarea>`),
        )
        .join('');
      const rows = rowsOn(`<h1>Case</h1>${html}`).filter(({ state }) => state === 'can');
      const isOver = rows.map(({ replaces }) => replaces !== undefined);
      expect(isOver).toEqual(isOver.toSorted());
      for (const { start, replaces, box } of rows) {
        const at = Number(box?.target.selector.slice(2));
        expect(replaces ?? '').toBe(all[at]?.holds);
        if (replaces !== undefined) expect(start).toBe('leave');
      }
      const named = all.filter(
        ({ label, holds }) => holds === '' && /Notes|Comment|reply/.test(label),
      );
      // An empty box that asks for a note by name is never passed over.
      if (named.length === 1) {
        const found = rows.map(({ box }) => all[Number(box?.target.selector.slice(2))]?.label);
        expect(found).toContain(named[0]?.label);
      }
    }),
  );
});

test('a box that looks for notes takes none', () => {
  expect(notesOn('<label>Search notes <textarea id="n"></textarea></label>')).toEqual([]);
});
