import type { ComponentChildren } from 'preact';
import { t } from '../locales/translate.js';
import { Button } from './button.js';
import { Fieldset, type FieldsetProps } from './fieldset.js';

export interface AddedListProps<Row>
  extends Pick<FieldsetProps, 'hint' | 'error' | 'size' | 'role'> {
  id: string;
  /** Label for one row. */
  label: string;
  /** Heading for all the rows, if it differs from `label`. */
  legend?: string | undefined;
  /** Name of one row inside a sentence, where “Add: Label” would not read well: “Add another incident date”. */
  one?: string | undefined;
  rows: readonly Row[];
  /** Value of a row that has just been added. */
  fresh: Row;
  onRows: (rows: readonly Row[]) => void;
  /** Renders one row. `remove` is the button that takes the row away, placed at the row's end. */
  row: (
    row: Row,
    index: number,
    change: (to: Row) => void,
    remove: ComponentChildren,
  ) => ComponentChildren;
}

/** Several items of one kind, added and removed by hand. */
export function AddedList<Row>(props: AddedListProps<Row>) {
  const { id, label, legend = label, one, rows, fresh, onRows, row, ...rest } = props;
  const more = rows.length > 0;
  return (
    <Fieldset id={`${id}-all`} legend={legend} {...rest}>
      {rows.map((each, index) => (
        // The index is the row's only identity: two rows may be equal, and rows are never reordered.
        <div class="cp-group-list__row" key={index}>
          {row(
            each,
            index,
            (to) => onRows(rows.with(index, to)),
            one === undefined ? (
              <Button
                kind="link"
                about={t('field.group-number', { label, count: index + 1 })}
                onPress={() => onRows(rows.toSpliced(index, 1))}
              >
                {t('field.remove')}
              </Button>
            ) : (
              <Button kind="link" onPress={() => onRows(rows.toSpliced(index, 1))}>
                {t('field.remove-one', { one, count: index + 1 })}
              </Button>
            ),
          )}
        </div>
      ))}
      <Button
        id={id}
        kind="secondary"
        about={one === undefined ? label : undefined}
        onPress={() => onRows([...rows, fresh])}
      >
        {one === undefined
          ? t(more ? 'field.add-another' : 'field.add')
          : t(more ? 'field.add-another-one' : 'field.add-one', { one })}
      </Button>
    </Fieldset>
  );
}
