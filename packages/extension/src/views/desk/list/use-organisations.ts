/** The organisations as lists, filters and forms name them: from the rows of their list, so that no record is read. */
import {
  type ListRowOf,
  organisationApart,
  type RecordId,
  type ShownOrganisation,
} from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useRows } from './use-rows.js';

export type OrganisationRow = ListRowOf['organisations'];

export interface OrganisationsKnown {
  readonly rows: readonly OrganisationRow[];
  /** Its present state, and the words that tell it from another; undefined if it is not held. */
  readonly now: (id: RecordId) => ShownOrganisation | undefined;
}

const NONE: readonly OrganisationRow[] = [];

/** @returns undefined until they are read */
export function useOrganisations(isOn = true): OrganisationsKnown | undefined {
  const news = useRows(isOn ? 'organisations' : undefined);
  const rows = news && ('rows' in news ? news.rows : NONE);
  return useMemo(() => {
    if (!rows) return undefined;
    const byId = new Map(rows.map((row) => [row.id, row]));
    return {
      rows,
      now(id) {
        const seen = new Set<RecordId>();
        let row = byId.get(id);
        for (; row?.becameId && !seen.has(row.id); row = byId.get(row.becameId) ?? row) {
          if (!byId.has(row.becameId)) break;
          seen.add(row.id);
        }
        return row && { id: row.id, words: apartWords(row) };
      },
    };
  }, [rows]);
}

/** The name of a row with its town or number. */
export function apartWords({ name, town, identifiers }: OrganisationRow): string {
  return organisationApart({ name, town, identifiers } as Parameters<typeof organisationApart>[0]);
}
