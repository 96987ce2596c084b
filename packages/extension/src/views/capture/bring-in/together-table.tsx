import { Checkbox } from '../../../components/checkboxes.js';
import { Table } from '../../../components/table.js';
import { t } from '../../../locales/late.js';
import { shownOf, type ToFile } from './rows-to-file.js';

interface TogetherTableProps {
  rows: readonly ToFile[];
  /** Places of the rows that are not to be filed. */
  leftOut: ReadonlySet<string>;
  onLeftOut: (leftOut: ReadonlySet<string>) => void;
}

/** Every person who would be filed, each with a box to leave them out. */
export function TogetherTable({ rows, leftOut, onLeftOut }: TogetherTableProps) {
  return (
    <Table
      caption={t('bring-in.together.table')}
      captionHidden
      columns={[
        {
          key: 'name',
          heading: t('bring-in.name'),
          cell: ({ at, name }) => (
            <Checkbox
              label={name}
              checked={!leftOut.has(at)}
              onChecked={(isIn) => {
                const next = new Set(leftOut);
                if (isIn) next.delete(at);
                else next.add(at);
                onLeftOut(next);
              }}
            />
          ),
        },
        {
          key: 'born',
          heading: t('bring-in.born'),
          cell: ({ born }) => born ?? t('bring-in.together.not-given'),
        },
        {
          key: 'school',
          heading: t('bring-in.together.school'),
          cell: ({ school }) => (
            <span dir="auto">{school ?? t('bring-in.together.not-given')}</span>
          ),
        },
        { key: 'at', heading: t('bring-in.at'), cell: ({ at }) => at },
      ]}
      rows={rows.map(({ at, draft }) => ({ at, ...shownOf(draft) }))}
      keyOf={({ at }) => at}
      empty={t('bring-in.together.none')}
      stacks
    />
  );
}
