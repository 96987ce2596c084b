import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testHost } from '../../testing/host.js';
import { type Draft, draftValues } from '../draft.js';
import { readingOfText } from '../text/text-selection.js';
import { decide } from './decide.js';
import { mergeDraft } from './merge-draft.js';
import { openDraft } from './open-draft.js';

const host = testHost();

function draftOf(text: string, shown = true): Draft {
  const reading = readingOfText(text, { title: 'Record' });
  return openDraft({
    reading: { ...reading, values: reading.values.map((value) => ({ ...value, visible: shown })) },
    adapters: [],
    way: 'paste',
    host,
  });
}

function rowOf(draft: Draft, value: string) {
  const row = draft.rows.find((each) => each.value === value);
  if (!row) throw new RangeError(`No row says ${value}`);
  return row;
}

describe('mergeDraft', () => {
  it('adds what is new with where it came from, and shows once what both say', () => {
    const first = draftOf('Name: Taz Vael\nMobile: 07700 900123');
    const second = draftOf('Tel: 07700900123\nDOB: 14/03/2009');
    const both = mergeDraft(first, second);
    expect(both.rows.map(({ path, value, origin }) => [path, value, origin])).toEqual([
      ['subject.name', 'Taz Vael', first.origins[0]?.id],
      ['subject.phones[]', '+447700900123', first.origins[0]?.id],
      ['subject.bornOn', '2009-03-14', second.origins[0]?.id],
    ]);
    expect(both.rows[1]?.alsoAt).toMatchObject([
      { origin: second.origins[0]?.id, label: 'Tel', raw: '07700900123' },
    ]);
    expect(both).toMatchObject({
      id: first.id,
      openedAt: first.openedAt,
      updatedAt: second.updatedAt,
    });
    expect(both.origins).toHaveLength(2);
  });

  it('keeps that an account is left on purpose, and not for the account of another page', () => {
    const told = (what: string) =>
      draftOf(`Name: Taz Vael\nNarrative: ${what} Nobody else was there, and nothing was changed.`);
    const first: Draft = { ...told('Signed in as a teacher.'), withoutNarrative: true };
    expect(mergeDraft(first, told('Signed in as a teacher.')).withoutNarrative).toBe(true);
    expect(mergeDraft(first, draftOf('Tel: 07700 900123')).withoutNarrative).toBe(true);
    expect(mergeDraft(first, told('Sold a tool.'))).not.toHaveProperty('withoutNarrative');
  });

  it('takes no two rows of one file for two looks at one page', () => {
    const row = (text: string, ...codes: readonly string[]): Draft => {
      const draft = draftOf(text);
      return {
        ...draft,
        origins: draft.origins.map((origin) => ({ ...origin, way: 'file', url: '' })),
        issues: codes.map((code) => ({ code, severity: 'warning', message: 'Not captured.' })),
      };
    };
    const both = mergeDraft(row('Name: Taz Vael', 'part-covered'), row('Name: Tobias Wren'));
    expect(both.issues.map(({ code }) => code)).toEqual(['part-covered']);
  });

  it('forgets what one look could not read once the page is looked at again, and nothing of another page', () => {
    const seen = (url: string, ...codes: readonly string[]): Draft => {
      const draft = draftOf('Name: Taz Vael');
      return {
        ...draft,
        origins: draft.origins.map((origin) => ({ ...origin, way: 'page', url })),
        issues: codes.map((code) => ({ code, message: `${code} at ${url}`, severity: 'warning' })),
      };
    };
    const codes = (draft: Draft): readonly string[] => draft.issues.map(({ code }) => code);
    const here = 'https://rms.example.org/1';
    const covered = seen(here, 'part-covered', 'some-other');
    expect(codes(mergeDraft(covered, seen(here)))).toEqual(['some-other']);
    expect(codes(mergeDraft(covered, seen(here, 'part-covered')))).toEqual([
      'some-other',
      'part-covered',
    ]);
    const elsewhere = seen('https://rms.example.org/2');
    expect(codes(mergeDraft(covered, elsewhere))).toEqual(['part-covered', 'some-other']);
    // In a draft of two pages it is unknown which of them the issue was about.
    const both = mergeDraft(covered, elsewhere);
    expect(codes(mergeDraft(both, seen(here)))).toEqual(['part-covered', 'some-other']);
  });

  it('lets what the officer decided stand', () => {
    const page = 'Name: Taz Vael\nDOB: 14/03/2009';
    const first = draftOf(page);
    const left = decide(first, rowOf(first, 'Taz Vael').id, { kind: 'leave' });
    const corrected = decide(left, rowOf(first, '2009-03-14').id, {
      kind: 'take-corrected',
      value: '2009-03-15',
    });
    expect(mergeDraft(corrected, draftOf(page)).rows.map(({ decision }) => decision)).toEqual([
      { kind: 'leave' },
      { kind: 'take-corrected', value: '2009-03-15' },
    ]);
  });

  it('takes what was out of view before and is in view now', () => {
    const hidden = draftOf('DOB: 14/03/2009', false);
    const both = mergeDraft(hidden, draftOf('DOB: 14/03/2009'));
    expect(both.rows).toMatchObject([{ visible: true, decision: { kind: 'take' } }]);
    const masked = decide(hidden, rowOf(hidden, '2009-03-14').id, { kind: 'mask' });
    expect(mergeDraft(masked, draftOf('DOB: 14/03/2009')).rows).toMatchObject([
      { visible: true, decision: { kind: 'mask' } },
    ]);
  });

  it('takes no second birth date beside the first', () => {
    const both = mergeDraft(draftOf('DOB: 14/03/2009'), draftOf('DOB: 13/03/2009'));
    expect(both.rows.map(({ decision, issues }) => [decision.kind, issues[0]?.code])).toEqual([
      ['take', 'several-values'],
      ['leave', 'several-values'],
    ]);
  });

  it('knows a person again by name, and keeps two people apart', () => {
    const both = mergeDraft(
      draftOf('Parent\nName: Dawn Vael\nTelephone: 07700 900456'),
      draftOf(
        'Next of kin\nName: Rex Vael\nTelephone: 07700 900457\n\nParent\nName: DAWN VAEL\nEmail: dawn@example.org',
      ),
    );
    expect(both.rows.map(({ index, value }) => [index, value])).toEqual([
      [0, 'Dawn Vael'],
      [0, '+447700900456'],
      [1, 'Rex Vael'],
      [1, '+447700900457'],
      [0, 'dawn@example.org'],
    ]);
  });

  it('changes nothing when the same page is pressed again, but for one more place', () => {
    const text =
      'Name: Taz Vael\nHandles: Discord: a.b; Telegram: @c\nMother: Dawn Vael, 07700 900456\nStatus: Open';
    const first = draftOf(text);
    const again = mergeDraft(first, draftOf(text));
    expect(again.rows.map(({ alsoAt: _, ...row }) => row)).toEqual(
      first.rows.map(({ alsoAt: _, ...row }) => row),
    );
    expect(again.rows.every(({ alsoAt }) => alsoAt?.length === 1)).toBe(true);
  });

  const line = fc.constantFrom(
    'Name: Taz Vael',
    'Name: TAZ VAEL',
    'Full name: Ivy Vane',
    'DOB: 14/03/2009',
    'DOB: 13/03/2009',
    'Tel: 07700 900123',
    'Handles: Discord: a.b',
    'Handles: a.b',
    'Mother: Dawn Vael, 07700 900456',
    'Mother’s telephone: 07700 900456',
    'Father: Rex Vael',
    'Status: Open',
    '\nParent',
    '\nSubject',
  );
  const draft = fc
    .tuple(
      fc.array(line, { maxLength: 5 }),
      fc.boolean(),
      fc.array(fc.constantFrom('take', 'leave', 'mask'), { maxLength: 3 }),
    )
    .map(([lines, shown, kinds]) =>
      kinds.reduce(
        (made, kind, nth) => {
          const row = made.rows[nth];
          return row ? decide(made, row.id, { kind: kind as 'take' }) : made;
        },
        draftOf(lines.join('\n'), shown),
      ),
    );

  it('is associative in its rows, though not in what the later ones start as', () => {
    const plain = (of: Draft) =>
      of.rows.map(({ id, path, index, value, issues, visible, alsoAt }) => ({
        id,
        path,
        index,
        value,
        issues,
        visible,
        seen: alsoAt?.length,
      }));
    fc.assert(
      fc.property(draft, draft, draft, (a, b, c) => {
        expect(plain(mergeDraft(mergeDraft(a, b), c))).toEqual(
          plain(mergeDraft(a, mergeDraft(b, c))),
        );
      }),
    );
  });

  it('changes no decision of the open draft, but to take what comes into view', () => {
    fc.assert(
      fc.property(draft, draft, (a, b) => {
        const both = mergeDraft(a, b);
        for (const { path, value, platform, index, decision, visible } of a.rows) {
          const same = both.rows.filter(
            (row) =>
              row.path === path &&
              row.value.toLowerCase() === value.toLowerCase() &&
              row.platform === platform &&
              row.index === index,
          );
          if (visible || decision.kind !== 'leave')
            expect(same.map((row) => row.decision)).toContainEqual(decision);
        }
      }),
    );
  });

  it('loses no value of either', () => {
    fc.assert(
      fc.property(draft, draft, (a, b) => {
        const both = mergeDraft(a, b);
        for (const { path, value } of [...a.rows, ...b.rows])
          if (path)
            expect(draftValues(both, path).map((each) => each.toLowerCase())).toContain(
              value.toLowerCase(),
            );
      }),
    );
  });
});
