/** Columns of a list that an officer chooses; the first is always shown. */
import { t } from '../../locales/late.js';
import { Button } from '../button.js';
import { Checkboxes } from '../checkboxes.js';
import { Details } from '../details.js';
import { Form } from '../form.js';
import { type ListColumn, shownColumns } from './list-column.js';

export interface ColumnChoiceProps {
  columns: readonly Pick<ListColumn<never>, 'key' | 'heading' | 'isExtra'>[];
  /** Keys; undefined before any choice. */
  chosen: readonly string[] | undefined;
  /** Undefined for the columns of the start. */
  onChosen: (keys: readonly string[] | undefined) => void;
  problem?: string | undefined;
}

export function ColumnChoice({ columns, chosen, onChosen, problem }: ColumnChoiceProps) {
  const [first, ...others] = columns;
  const shown = shownColumns(columns, chosen).map(({ key }) => key);
  return (
    <div class="cp-no-print">
      <Details summary={t('list.columns')} late>
        <Form label={t('list.columns')}>
          <Checkboxes
            label={t('list.columns.choose')}
            hint={first && t('list.columns.first', { column: first.heading })}
            error={problem}
            choices={others.map(({ key, heading }) => ({ value: key, label: heading }))}
            value={shown}
            onValue={onChosen}
          />
        </Form>
        <Button kind="link" onPress={() => onChosen(undefined)}>
          {t('list.columns.reset')}
        </Button>
      </Details>
    </div>
  );
}
