import type { ComponentChildren } from 'preact';
import { t } from '../locales/translate.js';
import { Button } from './button.js';
import { Fieldset, type FieldsetProps } from './fieldset.js';

export interface AddedListProps<Row>
  extends Pick<FieldsetProps, 'hint' | 'error' | 'size' | 'role'> {
  id: string;
  /** What one of them is called. */
  label: string;
  /** What all of them are called, where that is another word. */
  legend?: string | undefined;
  rows: readonly Row[];
  /** What a row is that was only added. */
  fresh: Row;
  onRows: (rows: readonly Row[]) => void;
  /** One row; `remove` is the button that takes it away, to stand where the row ends. */
  row: (
    row: Row,
    index: number,
    change: (to: Row) => void,
    remove: ComponentChildren,
  ) => ComponentChildren;
}

/** Several of one thing, added and removed by hand. */
export function AddedList<Row>(props: AddedListProps<Row>) {
  const { id, label, legend = label, rows, fresh, onRows, row, ...rest } = props;
  return (
    <Fieldset id={`${id}-all`} legend={legend} {...rest}>
      {rows.map((each, index) => (
        // The place is the row's only identity: two may be the same, and none is reordered.
        <div class="cp-group-list__row" key={index}>
          {row(
            each,
            index,
            (to) => onRows(rows.with(index, to)),
            <Button
              kind="link"
              about={t('field.group-number', { label, count: index + 1 })}
              onPress={() => onRows(rows.toSpliced(index, 1))}
            >
              {t('field.remove')}
            </Button>,
          )}
        </div>
      ))}
      <Button id={id} kind="secondary" about={label} onPress={() => onRows([...rows, fresh])}>
        {t(rows.length ? 'field.add-another' : 'field.add')}
      </Button>
    </Fieldset>
  );
}
