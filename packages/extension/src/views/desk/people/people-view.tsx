/** Several people on paper or in a file: named one by one, and only once the disclosure is logged on each of them. */
import { MARKINGS, type SubjectRow, writtenDate } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp, useOpenVault } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { PageHeading } from '../../../components/page-heading.js';
import { Table } from '../../../components/table.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';
import { csvText } from '../../act/export/csv-text.js';
import { useDocumentDisclosure } from '../../act/use-document-disclosure.js';
import { usePrintOnce } from '../../act/use-print-once.js';
import { useListKnown } from '../list/use-list-known.js';
import { useRows } from '../list/use-rows.js';
import { PEOPLE_COLUMNS, peopleHeading, peopleWords } from './people-table.js';

export function PeopleView({ route }: { route: RouteOf<'people'> }) {
  const news = useRows('subjects');
  const { known, unread, failed } = useListKnown({ hasLevels: true, hasReferrals: true });
  const why = news && 'error' in news ? asIssue(news.error).message : failed?.why;
  const wanted = useMemo(() => new Set(route.subjects ?? []), [route.subjects]);
  if (why !== undefined)
    return <ErrorSummary errors={[{ message: t('people.not-read', { why }) }]} />;
  // Due acts and levels are on the paper: it is not made before they are there.
  if (!news || unread.length > 0)
    return (
      <p class="govuk-body" role="status">
        {t('common.loading')}
      </p>
    );
  const all = 'rows' in news ? news.rows : [];
  const rows = all.filter(({ id, isClosed }) => !isClosed && wanted.has(id));
  return (
    <>
      <PageHeading>{t('people.title', { count: rows.length })}</PageHeading>
      {rows.length < wanted.size && (
        <p class="govuk-body">{t('people.fewer', { count: wanted.size - rows.length })}</p>
      )}
      {rows.length > 0 && <PeopleForm rows={rows} known={known} />}
    </>
  );
}

interface PeopleFormProps extends Pick<ReturnType<typeof useListKnown>, 'known'> {
  rows: readonly SubjectRow[];
}

function PeopleForm({ rows, known }: PeopleFormProps) {
  const { services, session } = useApp();
  const { officer, kind } = useOpenVault();
  const disclosure = useDocumentDisclosure(
    { records: rows.map(({ id }) => id), fields: [...PEOPLE_COLUMNS] },
    { isOfSeveral: rows.length > 1, mayKeep: true },
  );
  const printed = usePrintOnce();
  const words = useMemo(
    () => rows.map((row) => ({ id: row.id, ...peopleWords(row, known) })),
    [rows, known],
  );
  const print = () =>
    disclosure.leave(() => {
      printed.start();
      session.say({ heading: t('print.done') });
    });
  const save = () =>
    disclosure.leave(() => {
      const [, marking] = MARKINGS;
      const today = services.today();
      const made = t('people.made', { date: writtenDate(today), name: officer.name });
      const cells = words.map((row) => PEOPLE_COLUMNS.map((column) => row[column]));
      const practice = kind === 'practice' ? [[t('common.practice')]] : [];
      const head = [[marking], ...practice, [made], PEOPLE_COLUMNS.map(peopleHeading)];
      services.download(
        // The type, the day and the officer’s id: no person's name.
        `people-${today}-${officer.id.slice(0, 8)}.csv`,
        'text/csv',
        csvText([...head, ...cells]),
      );
      session.say({ heading: t('people.saved', { count: rows.length }) });
    });
  return (
    <>
      <div class="cp-no-print">
        <Form label={t('people.paper')} onSubmit={() => void print()}>
          <p class="govuk-body">{t('people.why')}</p>
          <ErrorSummary errors={disclosure.errors} />
          {disclosure.left || (
            <>
              {disclosure.fields}
              <ButtonGroup>
                <Button type="submit" busy={disclosure.isBusy}>
                  {t('print.go')}
                </Button>
                <Button kind="secondary" busy={disclosure.isBusy} onPress={() => void save()}>
                  {t('people.table')}
                </Button>
              </ButtonGroup>
            </>
          )}
        </Form>
      </div>
      <Table
        caption={t('people.caption')}
        empty=""
        rows={words}
        keyOf={({ id }) => id}
        columns={PEOPLE_COLUMNS.map((column) => ({
          key: column,
          heading: peopleHeading(column),
          cell: (row: (typeof words)[number]) => <span dir="auto">{row[column]}</span>,
        }))}
      />
    </>
  );
}
