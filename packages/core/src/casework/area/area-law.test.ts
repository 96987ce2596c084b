import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { DatedArea } from '../../record/dated-area.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { SavedRecord } from '../../store/log/gate.js';
import { buildId } from '../../testing/fiction/builder.js';
import { POSTCODE_TABLE } from '../../testing/postcode-table.js';
import { areaIssues } from './area-law.js';
import { areaOfPostcode } from './area-of-postcode.js';

const lists = gatherCodeLists();
const TODAY = '2026-12-02' as PlainDate;
const said = (reason: string) => ({ reason, audit: [] });
const looked = areaOfPostcode('GU99 1AA', [POSTCODE_TABLE], TODAY);
if (!looked.ok) throw new Error('not in the table');
const FOUND: DatedArea = { ...looked.value, notedOn: TODAY };

function saved(
  kind: SavedRecord['kind'],
  after: Readonly<Record<string, unknown>>,
  before?: Readonly<Record<string, unknown>>,
  id: RecordId = buildId(),
): SavedRecord {
  return {
    kind,
    id,
    before: before && ({ kind, id, value: before } as unknown as SavedRecord['before']),
    after,
    set: after,
    sources: {},
  };
}

function codes(
  record: SavedRecord,
  { others = [], reason = 'case-work', tables = [POSTCODE_TABLE] } = {} as {
    readonly others?: readonly SavedRecord[];
    readonly reason?: string;
    readonly tables?: readonly (typeof POSTCODE_TABLE)[];
  },
) {
  return areaIssues(record, [record, ...others], { lists, tables, said: said(reason) }).map(
    ({ code }) => code,
  );
}

describe('the law of areas', () => {
  it('lets in what its table gives, and what somebody said', () => {
    expect(codes(saved('subject', { areas: [FOUND] }))).toEqual([]);
    const told = { forceArea: '45', localAuthority: 'E10000030', notedOn: TODAY };
    expect(codes(saved('subject', { areas: [told] }), { tables: [] })).toEqual([]);
  });

  it.each([
    ['another council', { ...FOUND, localAuthority: 'E06000035', forceArea: '46' }],
    ['no council', { ...FOUND, localAuthority: undefined }],
    ['no force', { ...FOUND, forceArea: undefined }],
    ['another postcode', { ...FOUND, fromPostcode: 'ME99 1AA' }],
    ['no postcode', { ...FOUND, fromPostcode: undefined }],
    ['another table', { ...FOUND, fromTable: 'A table of mine' }],
    ['a country', { outside: 'scotland', fromPostcode: 'EH1 1AA', fromTable: 'x', notedOn: TODAY }],
  ])('refuses one that says that a table gives it with %s', (_what, area) => {
    expect(codes(saved('subject', { areas: [area] }))).toEqual(['area-not-of-table']);
  });

  it('refuses a table that nobody holds, unless a save is undone or the area moves', () => {
    const record = saved('subject', { areas: [FOUND] });
    expect(codes(record, { tables: [] })).toEqual(['area-not-of-table']);
    expect(codes(record, { tables: [], reason: 'undo' })).toEqual([]);
    const from = saved('subject', { areas: [] }, { areas: [FOUND] });
    expect(codes(record, { tables: [], others: [from] })).toEqual([]);
  });

  it('asks nothing of an area that the person had, also as it ends', () => {
    const ended = { ...FOUND, until: TODAY };
    expect(codes(saved('subject', { areas: [ended] }, { areas: [FOUND] }), { tables: [] })).toEqual(
      [],
    );
  });

  it.each([
    ['subject', (area: object) => ({ areas: [{ ...area, notedOn: TODAY }] })],
    ['referral', (area: object) => ({ ...area, receivedOn: TODAY })],
    ['intervention', (area: object) => ({ ...area, heldOn: TODAY })],
  ] as const)('keeps a council of one force out of the area of another: %s', (kind, of) => {
    expect(codes(saved(kind, of({ forceArea: '46', localAuthority: 'E10000030' })))).toEqual([
      'area-misfit',
    ]);
    expect(codes(saved(kind, of({ forceArea: '45', localAuthority: 'E10000030' })))).toEqual([]);
  });

  it('leaves a record alone whose save says nothing of an area', () => {
    const misfit = { forceArea: '46', localAuthority: 'E10000030', receivedOn: TODAY };
    expect(codes({ ...saved('referral', misfit, misfit), set: { status: 'accepted' } })).toEqual(
      [],
    );
  });
});
