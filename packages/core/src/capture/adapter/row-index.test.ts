import { describe, expect, it } from 'vitest';
import { testHost } from '../../testing/host.js';
import { buildReading, type ReadingCell } from '../../testing/reading.js';
import { openDraft } from '../draft/open-draft.js';
import type { Draft } from '../draft.js';

function open(cells: readonly ReadingCell[]): Draft {
  return openDraft({
    reading: buildReading(...cells),
    adapters: [],
    way: 'page',
    host: testHost(),
  });
}

/** Path, index, value and starting decision of every row that has a path. */
function rows(draft: Draft) {
  return draft.rows.flatMap(({ path, index, value, decision }) =>
    path === undefined
      ? []
      : [[index === undefined ? path : `${path} ${index}`, value, decision.kind]],
  );
}

describe('several people and several records', () => {
  it('lets two people have one telephone', () => {
    const draft = open([
      { label: 'Mother', value: 'Dawn Vael, 07700 900456' },
      { label: 'Father', value: 'Rex Vael, 07700 900456' },
    ]);
    expect(draft.rows.map(({ index, value }) => [index, value])).toEqual([
      [0, 'Dawn Vael'],
      [0, '+447700900456'],
      [1, 'Rex Vael'],
      [1, '+447700900456'],
    ]);
  });

  it('keeps each person’s facts together', () => {
    const draft = open([
      { label: 'Mother’s name', value: 'Dawn Vael' },
      { label: 'Father’s name', value: 'Rex Vael' },
      { label: 'Father’s telephone', value: '07700 900456' },
      { label: 'Name', value: 'Tess Vael', owner: ['Next of kin'] },
      { label: 'Name', value: 'Jude Vael', owner: ['Next of kin'] },
      { label: 'Mobile', value: '07700 900457', owner: ['Next of kin'] },
    ]);
    expect(rows(draft).map(([path, value]) => `${path} ${value}`)).toEqual([
      'relatedPersons[].name 0 Dawn Vael',
      'relatedPersons[].name 1 Rex Vael',
      'relatedPersons[].phones[] 1 +447700900456',
      'relatedPersons[].name 2 Tess Vael',
      'relatedPersons[].name 3 Jude Vael',
      'relatedPersons[].phones[] 3 +447700900457',
    ]);
  });

  const table = (...lines: readonly Readonly<Record<string, string>>[]) =>
    lines.flatMap((line, index) =>
      Object.entries(line).map(
        ([label, value]): ReadingCell => ({
          label,
          value,
          row: { table: 0, index },
          method: 'column-header',
        }),
      ),
    );

  it('reads a row with a relationship as a person around the subject', () => {
    const draft = open(
      table(
        { Name: 'Dawn Vael', Relationship: 'Mother', Telephone: '07700 900456' },
        { Name: 'Rex Vael', Relationship: 'Father', Telephone: '07700 900457' },
      ),
    );
    expect(rows(draft).map(([path]) => path)).toEqual([
      'relatedPersons[].name 0',
      'relatedPersons[].relationship 0',
      'relatedPersons[].phones[] 0',
      'relatedPersons[].name 1',
      'relatedPersons[].relationship 1',
      'relatedPersons[].phones[] 1',
    ]);
  });

  it('lists the platform of a handle as its own row only where it is not saved with the handle', () => {
    const draft = open(
      table(
        { Platform: 'Discord', Username: 'quillz#0421', 'First seen': '30/11/2025' },
        { Platform: 'Gribbleway', Username: 'Qu1llZ', 'First seen': '09/01/2026' },
      ),
    );
    const unnamed = draft.rows.filter(({ path }) => path === undefined);
    expect(unnamed.map(({ value }) => value)).toEqual(['30/11/2025', 'Gribbleway', '09/01/2026']);
  });

  it('gives a handle the platform of its row', () => {
    const draft = open(
      table(
        { Platform: 'Discord', Username: 'quillz#0421', 'First seen': '30/11/2025' },
        { Platform: 'Steam', Username: 'Qu1llZ', 'First seen': '09/01/2026' },
      ),
    );
    expect(
      draft.rows.flatMap(({ path, index, value, platform }) =>
        path ? [[index, value, platform]] : [],
      ),
    ).toEqual([
      [0, 'quillz#0421', 'discord'],
      [1, 'Qu1llZ', 'steam'],
    ]);
  });

  it('names nothing in a list of records', () => {
    const draft = open(
      table(
        { Reference: 'A/1', Name: 'Taz Vael', 'Date of birth': '14/03/2009' },
        { Reference: 'A/2', Name: 'Ivy Vane', 'Date of birth': '15/03/2010' },
      ),
    );
    expect(rows(draft)).toEqual([]);
    expect(draft.rows).toHaveLength(6);
  });
});
