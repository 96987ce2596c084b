import { snapshotOfHtml } from '@cyber-prevent/core/page/html';
import { testHost } from '@cyber-prevent/core/testing';
import { describe, expect, it } from 'vitest';
import { readFormPart } from './form-part.js';
import { fromMessages, toMessages } from './parse-request.js';
import { parseSettings } from './parse-settings.js';
import { answer } from './parse-worker.js';

const settings = parseSettings(testHost(), []);

/** The answer for a page, through the messages that carry it. */
function asked(json: string) {
  const [begin] = toMessages(1, { kind: 'form', of: 'intervention', pieces: [json], settings });
  if (begin?.type !== 'begin') throw new Error('No head');
  expect(fromMessages(begin.head, begin.pieces, settings)).toMatchObject({
    kind: 'form',
    of: 'intervention',
  });
  return [...answer(1, begin.head, begin.pieces, settings)];
}

const page = (html: string) =>
  JSON.stringify(snapshotOfHtml(html, { url: 'https://rms.example.org/1?q=Vael', title: 'Log' }));

describe('a page that is asked what its form takes', () => {
  it('answers with its controls by name, the address as it may be kept, and the references it names', () => {
    const [reply] = asked(
      page(
        '<p>Saved. Reference PR-1-7</p><label>Place <input></label><label>Outcome <select><option>Engaged</select></label><fieldset><legend>Method of contact</legend><label><input type="radio" name="m">In person</label></fieldset>',
      ),
    );
    if (reply?.type !== 'form') throw new Error(`There came ${reply?.type}`);
    const { form, references } = readFormPart(reply.json);
    expect(form.controls.map(({ path }) => path)).toEqual([
      'intervention.place',
      'intervention.outcome',
      'intervention.mode',
    ]);
    expect(form.url).toBe('https://rms.example.org/1');
    expect(references).toEqual(['PR-1-7']);
    expect(form.shown).toEqual([{ text: 'PR-1-7', label: 'Reference', named: 'any' }]);
  });

  it('answers in words where it is no page', () => {
    expect(asked('{')).toMatchObject([{ type: 'issues' }]);
  });
});

it('passes nothing on that a parser of ours would not say', () => {
  const [reply] = asked(page('<label>Place <input></label>'));
  if (reply?.type !== 'form') throw new Error('No form');
  const part = JSON.parse(reply.json);
  const [control] = part.form.controls;
  for (const bad of [
    { ...part, more: 1 },
    { ...part, references: [7] },
    { ...part, form: { ...part.form, shown: [{ text: 'PR-1-7', of: 'Ada Vael' }] } },
    { ...part, form: { ...part.form, controls: [{ ...control, path: 'subject.password' }] } },
    { ...part, form: { ...part.form, controls: Array(2001).fill(control) } },
  ])
    expect(() => readFormPart(JSON.stringify(bad))).toThrow(TypeError);
});
