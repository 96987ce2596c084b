import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../shared/primitives.js';
import { heldRecord } from '../../testing/held-under-test.js';
import { gatherHandlingRules, WAYS_OUT } from '../rules/handling-rules.js';
import { handlingOn, originsAt, touchesPath } from './handling-on.js';
import { originIn } from './origin.js';
import { answerOf, stopLines, stopWords, verdictOn } from './verdict.js';
import { wayOut, wayTo } from './way-out.js';

const given = (handlingAction: string, handlingSanitisation: string) => ({
  handling: {
    handlingCode: 'C',
    handlingAction,
    handlingSanitisation,
    handlingInstructions: 'Ask' as never,
  },
});
const today = '2026-11-24' as PlainDate;

describe('the answer of conditions', () => {
  it('is that of the strictest code', () => {
    expect(answerOf(given('A1', 'S1'), 'partner')).toBe('permission');
    expect(answerOf(given('A2', 'S1'), 'partner')).toBe('forbid');
    expect(answerOf(given('A1', 'S2'), 'force')).toBe('allow');
    expect(answerOf({ conditions: 'Not to the family' as never }, 'subject')).toBe('permission');
  });

  it('is that of the strictest of several captures and of several codes, in any order', () => {
    const [mild, strict] = ['A1', 'A2'].map((action) => {
      const origin = originIn(heldRecord('sourceCapture', given(action, 'S1') as never));
      if (!origin) throw new Error('no origin');
      return origin;
    });
    if (!mild || !strict) throw new Error('There are two');
    const terms = { way: 'partner' as const, permissions: [], today };
    expect(verdictOn([mild, strict], terms)).toBe('forbid');
    expect(verdictOn([strict, mild], terms)).toBe('forbid');
    expect(answerOf(given('A1', 'S9'), 'force')).toBe('forbid');
    expect(answerOf(given('A9', 'S1'), 'force')).toBe('forbid');
  });

  it('is never lifted by a permission where it forbids, and where it asks from the day on', () => {
    const verdict = (action: string, permittedOn: string) => {
      const capture = heldRecord('sourceCapture', given(action, 'S1') as never);
      const origin = originIn(capture);
      const permission = heldRecord('sharingPermission', {
        origins: [capture.id],
        wayOut: 'partner',
        permittedOn,
      });
      const terms = { way: 'partner' as const, permissions: [permission], today };
      return origin && verdictOn([origin], terms);
    };
    expect(verdict('A2', '2026-11-01')).toBe('forbid');
    expect(verdict('A1', '2026-11-24')).toBe('allow');
    expect(verdict('A1', '2026-11-25')).toBe('permission');
  });

  it('is the strictest there is for a code that nobody has ruled on', () => {
    for (const way of WAYS_OUT) {
      expect(answerOf(given('A9', 'S1'), way)).toBe('forbid');
      expect(answerOf({ handling: { handlingCode: 'X' } }, way)).toBe('forbid');
    }
  });

  it('allows everything without conditions, and under handling code P', () => {
    for (const way of WAYS_OUT) {
      expect(answerOf({}, way)).toBe('allow');
      expect(answerOf({ handling: { handlingCode: 'P' } }, way)).toBe('allow');
    }
  });

  it('has rules that say of every way what applies, and are not called official', () => {
    const { conditions, status } = gatherHandlingRules();
    expect(status).toBe('proposed');
    for (const row of conditions) for (const way of WAYS_OUT) expect(row[way]).toBeDefined();
    expect(() =>
      gatherHandlingRules({ ...gatherHandlingRules(), conditions: [{ code: 'A1' }] }),
    ).toThrow('Not rules of handling');
  });
});

describe('a sentence about what stops', () => {
  const capture = heldRecord('sourceCapture', {
    packageReference: 'NP/26/0042',
    ...given('A1', 'S1'),
  } as never);
  const origin = originIn(capture);
  if (!origin) throw new Error('no origin');

  it('names the fact, the condition, the package and what to do', () => {
    const terms = { way: 'partner' as const, permissions: [], today };
    expect(stopWords('Date of birth', [origin], terms)).toBe(
      'Date of birth: given on conditions (package NP/26/0042, handling C A1 S1: Ask). Ask the originator, and record the permission first.',
    );
  });

  it('names all that one set of conditions stops, and what to do once', () => {
    const terms = { way: 'partner' as const, permissions: [], today };
    const stopped = ['Telephone', 'Name', 'Telephone'].map((what) => ({ what, origins: [origin] }));
    expect(stopLines(stopped, terms)).toEqual([
      'Telephone, Name: given on conditions (package NP/26/0042, handling C A1 S1: Ask). Ask the originator, and record the permission first.',
    ]);
    const elsewhere = { ...origin, id: heldRecord('sourceCapture', {} as never).id };
    expect(stopLines([...stopped, { what: 'Name', origins: [elsewhere] }], terms)).toHaveLength(2);
  });

  it('says that a permission has ended', () => {
    const ended = heldRecord('sharingPermission', {
      origins: [capture.id],
      wayOut: 'partner',
      permittedOn: '2026-11-01',
      until: '2026-11-20',
    } as never);
    const terms = { way: 'partner' as const, permissions: [ended], today };
    expect(verdictOn([origin], terms)).toBe('permission');
    expect(stopWords('Date of birth', [origin], terms)).toContain(
      'The permission ended on 20 November 2026.',
    );
  });
});

describe('the conditions on a value', () => {
  it('are those of both captures that it was read from', () => {
    const captures = ['A1', 'A2'].map((action) =>
      heldRecord('sourceCapture', given(action, 'S1') as never),
    );
    const refs = captures.map(({ id }) => ({ capture: id }));
    const subject = { ...heldRecord('subject'), sources: { bornOn: refs as never } };
    const on = handlingOn(subject, (id) => captures.find((each) => each.id === id));
    expect(originsAt(on, 'bornOn')).toHaveLength(2);
    expect(originsAt(on, 'name')).toEqual([]);
    expect(verdictOn(originsAt(on, 'bornOn'), { way: 'court', permissions: [], today })).toBe(
      'forbid',
    );
  });

  it('are those of the grade of an intelligence note', () => {
    const note = heldRecord('intelligenceNote', {
      grade: { sourceEvaluation: '2', intelligenceAssessment: 'C', ...given('A1', 'S2').handling },
    } as never);
    expect(handlingOn(note, () => undefined).whole.map(({ id }) => id)).toEqual([note.id]);
  });

  it('stand on the value of a list at its own place, and on the list as a whole', () => {
    expect(touchesPath('addresses[0].lines', 'addresses')).toBe(true);
    expect(touchesPath('addresses[0].lines', 'addresses.lines')).toBe(true);
    expect(touchesPath('addresses[0].lines', 'addresses[1].lines')).toBe(false);
    expect(touchesPath('phones[0]', 'phonesOther')).toBe(false);
  });
});

describe('the way out of a disclosure', () => {
  const entry = { action: 'disclosure', records: [], fields: [], reason: 'disclosure' } as const;

  it('is that of its destination, and outside policing for one that nobody knows', () => {
    expect(wayTo('supervisor')).toBe('force');
    expect(wayTo('nccu')).toBe('police');
    expect(wayTo('charity')).toBe('partner');
    expect(wayTo('toString')).toBe('partner');
  });

  it('is none for a sealed copy, the log and what is due, and sealed for a colleague', () => {
    expect(wayOut({ ...entry, fields: ['backup'], recipients: ['own-use', 'x'] }, false)).toBe(
      undefined,
    );
    expect(wayOut({ ...entry, fields: ['exchange'], recipients: ['colleague', 'x'] }, false)).toBe(
      'colleague',
    );
  });

  it('is that of its destination if anything else goes with it, is saved with it, or is a file', () => {
    const to = (fields: readonly string[], more: object = {}) => ({
      ...entry,
      fields,
      recipients: ['partner', 'Testford youth team'],
      ...more,
    });
    const file = { format: 'csv', marking: 'OFFICIAL', digest: '0'.repeat(64) };
    expect(wayOut(to(['log', 'chronology']), false)).toBe('partner');
    expect(wayOut(to([]), false)).toBe('partner');
    expect(wayOut(to(['name']), true)).toBe('partner');
    expect(wayOut(to(['exchange'], { file }), false)).toBe('partner');
    const inside = { recipients: ['force-system', 'Records'] };
    expect(wayOut(to(['name'], inside), true)).toBeUndefined();
    expect(wayOut(to(['name'], inside), false)).toBe('force');
    expect(wayOut(to(['name'], { ...inside, file }), true)).toBe('force');
  });
});
