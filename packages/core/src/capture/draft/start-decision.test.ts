import { describe, expect, it } from 'vitest';
import { testHost } from '../../testing/host.js';
import { buildReading, type ReadingCell } from '../../testing/reading.js';
import { openDraft } from './open-draft.js';

describe('a referrer', () => {
  const referrer = (...cells: ReadingCell[]) =>
    openDraft({
      reading: buildReading(...cells),
      adapters: [],
      way: 'page',
      host: testHost(),
    }).rows.map(({ decision }) => decision.kind);
  const owner = ['Referrer'];

  it.each([
    [
      'an organisation',
      [
        { label: 'Name', value: 'Lorna Hartwell', owner },
        { label: 'Organisation', value: 'Fernbrook School', owner },
      ],
    ],
    [
      'a role',
      [
        { label: 'Name', value: 'Lorna Hartwell', owner },
        { label: 'Role', value: 'Teacher', owner },
      ],
    ],
    ['a rank', [{ label: 'Referred by', value: 'DC Marlow Voss' }]],
    ['a police address', [{ label: 'Email', value: 'm.voss@northmoor.police.uk', owner }]],
    [
      'an address that a place of work gave',
      [
        { label: 'Name', value: 'Mrs Lorna Hartwell', owner },
        { label: 'Email', value: 'l.hartwell@fernbrook.example', owner },
      ],
    ],
    [
      'the heading “Referring officer”',
      [{ label: 'Name', value: 'Marlow Voss', owner: ['Referring officer'] }],
    ],
  ])('is taken with %s', (_, cells) => {
    expect(new Set(referrer(...cells))).toEqual(new Set(['take']));
  });

  it.each([
    [
      'a mother',
      [
        { label: 'Name', value: 'Hester Toadflax', owner },
        { label: 'Role', value: 'Mother', owner },
      ],
    ],
    [
      'a mother with an employer',
      [
        { label: 'Name', value: 'Hester Toadflax', owner },
        { label: 'Role', value: 'Mother', owner },
        { label: 'Organisation', value: 'Brackenfield Bakers', owner },
      ],
    ],
    [
      'somebody of whom nothing else is known',
      [
        { label: 'Name', value: 'Hester Toadflax', owner },
        { label: 'Email', value: 'hester@example.org', owner },
      ],
    ],
    [
      'a mother at her work',
      [
        { label: 'Name', value: 'Hester Toadflax', owner },
        { label: 'Relationship', value: 'Mother', owner },
        { label: 'Email', value: 'h.toadflax@brackenfield.example', owner },
      ],
    ],
    [
      'somebody who stands on the page as a parent too',
      [
        { label: 'Name', value: 'Hester Toadflax', owner },
        { label: 'Email', value: 'h.toadflax@brackenfield.example', owner },
        { label: 'Name', value: 'Hester Toadflax', owner: ['Parent or carer'] },
      ],
    ],
    [
      'somebody with private mail',
      [
        { label: 'Name', value: 'Hester Toadflax', owner },
        { label: 'Email', value: 'h.toadflax@gmail.example', owner },
      ],
    ],
    [
      'somebody whose organisation is not known',
      [
        { label: 'Name', value: 'Hester Toadflax', owner },
        { label: 'Organisation', value: 'Not known', owner },
      ],
    ],
  ])('is left when it is %s', (_, cells) => {
    expect(new Set(referrer(...cells))).toEqual(new Set(['leave']));
  });
});
