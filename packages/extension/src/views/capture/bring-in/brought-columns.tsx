import type { Issue } from '@cyber-prevent/core';
import { FIELD_PATHS, type FieldPath, fieldOf, isFieldPath } from '@cyber-prevent/core/plugin';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { Details } from '../../../components/details.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { Select } from '../../../components/select.js';
import { Table } from '../../../components/table.js';
import { t } from '../../../locales/late.js';
import type { BroughtIn } from './brought-in.js';
import { readByColumns } from './read-file.js';
import { ReadingLine } from './reading-line.js';
import { useReading } from './use-reading.js';

const FIELDS = FIELD_PATHS.map((path) => ({ value: path, label: fieldOf(path).label }));

/** The columns of the file, and the field that each is read as. Another choice reads the file again. */
export function BroughtColumns({
  file,
  onRead,
}: {
  file: BroughtIn;
  onRead: (file: BroughtIn) => void;
}) {
  const { services } = useApp();
  const { columns, rows } = file;
  const said = useSignal<readonly (FieldPath | undefined)[]>(columns.map(({ path }) => path));
  const problems = useSignal<readonly Issue[]>([]);
  const reading = useReading();
  const read = columns.filter(({ path }) => path).length;
  const again = async (): Promise<void> => {
    const outcome = await reading.run(async (terms) =>
      readByColumns(await services.files(), file, said.value, {
        ...terms,
        today: services.today(),
      }),
    );
    problems.value = outcome.ok ? [] : outcome.issues;
    if (outcome.ok) onRead(outcome.value);
  };
  return (
    <Details
      summary={t('bring-in.columns', { read, count: columns.length })}
      open={rows.length === 0}
      late
    >
      <ErrorSummary errors={problems.value} />
      <Form label={t('bring-in.columns.form')} onSubmit={() => void again()}>
        <Table
          caption={t('bring-in.columns.form')}
          captionHidden
          columns={[
            {
              key: 'heading',
              heading: t('bring-in.column.heading'),
              cell: ({ heading, nth }) => (
                <span dir="auto">{heading || t('bring-in.column.nameless', { nth: nth + 1 })}</span>
              ),
            },
            {
              key: 'path',
              heading: t('bring-in.column.path'),
              cell: ({ heading, nth }) => (
                <Select
                  label={t('bring-in.column.of', {
                    heading: heading || t('bring-in.column.nameless', { nth: nth + 1 }),
                  })}
                  labelHidden
                  choices={FIELDS}
                  none={t('bring-in.column.leave')}
                  value={said.value[nth] ?? ''}
                  onValue={(value) => {
                    said.value = said.value.with(nth, isFieldPath(value) ? value : undefined);
                  }}
                />
              ),
            },
            {
              key: 'first',
              heading: t('bring-in.column.first'),
              cell: ({ first }) => <span dir="auto">{first.slice(0, 80)}</span>,
            },
          ]}
          rows={columns.map((column, nth) => ({ ...column, nth }))}
          keyOf={({ nth }) => String(nth)}
          empty={t('bring-in.none')}
          stacks
        />
        <ReadingLine reading={reading} />
        <Button type="submit" kind="secondary" busy={reading.isBusy.value}>
          {t('bring-in.columns.again')}
        </Button>
      </Form>
    </Details>
  );
}
