import { t } from '../../../locales/late.js';
import type { InForceRow } from '../../../ports/packs.js';
import { DefinitionsTable } from './definitions-table.js';

/** Many definitions: a heading and a table for each kind, both in the order of the alphabet. */
export function DefinitionsByKind({ rows }: { rows: readonly InForceRow[] }) {
  const kinds = new Map<string, readonly InForceRow[]>();
  for (const row of rows) {
    const name = t(`packs.kind.${row.kind}`);
    kinds.set(name, [...(kinds.get(name) ?? []), row]);
  }
  const groups = [...kinds].sort(([one], [other]) => one.localeCompare(other, 'en'));
  return (
    <>
      {groups.map(([name, each]) => (
        <div key={name}>
          <h3 class="govuk-heading-s">
            {t('packs.kind.group', { kind: name, count: String(each.length) })}
          </h3>
          <DefinitionsTable
            caption={name}
            rows={each.toSorted((one, other) => one.title.localeCompare(other.title, 'en'))}
            empty=""
          />
        </div>
      ))}
    </>
  );
}
