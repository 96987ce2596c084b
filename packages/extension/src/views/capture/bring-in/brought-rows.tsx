import { type Issue, isError, type SeenAnswer } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { PageHeading } from '../../../components/page-heading.js';
import { Table } from '../../../components/table.js';
import { Tag } from '../../../components/tag.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';
import { beginDraft } from '../begin-draft.js';
import { reasonWords, withBirthMeant } from '../review/person/seen-words.js';
import { BornCell } from './born-cell.js';
import { BroughtColumns } from './brought-columns.js';
import {
  type BroughtIn,
  type BroughtRow,
  draftOfRow,
  needsALook,
  withOpened,
} from './brought-in.js';
import { countSeen } from './rows-to-file.js';
import { TogetherView } from './together-view.js';
import { type Looked, useLooked } from './use-looked.js';

/** Rows shown at first, and more at each press. */
const STEP = 100;
const FILTERS = ['all', 'look', 'left', 'opened', 'filed'] as const;
type Filter = (typeof FILTERS)[number];

interface BroughtRowsProps {
  file: BroughtIn;
  /** Undefined: another file is to be chosen. */
  onFile: (file: BroughtIn | undefined) => void;
}

/** The rows of the file. Each is opened as a draft; nothing is on record until that is reviewed and saved. */
export function BroughtRows({ file, onFile }: BroughtRowsProps) {
  const { services, router } = useApp();
  const filter = useSignal<Filter>('all');
  const most = useSignal(STEP);
  const problems = useSignal<readonly Issue[]>([]);
  const isBusy = useSignal(false);
  const isTogether = useSignal(false);
  const looked = useLooked(file);
  const { name, importer, rows, issues } = file;
  const filed = looked.filed.value;
  const of = (which: Filter) => rows.filter((row) => isIn(which, row, file, filed));
  const found = of(filter.value);

  const open = async (row: BroughtRow): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    try {
      const begun = await beginDraft(services.work, draftOfRow(file, row, services.host));
      if (begun.ok) {
        onFile(withOpened(file, row));
        router.go({ name: 'review' });
      } else problems.value = begun.issues;
    } catch (error) {
      problems.value = [asIssue(error)];
    } finally {
      isBusy.value = false;
    }
  };

  if (isTogether.value)
    return (
      <TogetherView
        file={file}
        looked={looked}
        onFiled={(next) => {
          isTogether.value = false;
          onFile(next);
        }}
        onBack={() => {
          isTogether.value = false;
        }}
      />
    );
  return (
    <>
      <PageHeading>{t('bring-in.title.of', { name })}</PageHeading>
      <ErrorSummary errors={problems.value} />
      <p class="govuk-body">
        {t('bring-in.read-as', { title: importer.title })}{' '}
        {rows.length > 0 &&
          (filed.size > 0
            ? t('bring-in.rows.filed', { count: rows.length, filed: filed.size })
            : t('bring-in.rows', { count: rows.length }))}
      </p>
      <FileIssues issues={issues} />
      {file.columns.length > 0 && <BroughtColumns file={file} onRead={onFile} />}
      {rows.length > 0 && (
        <>
          {rows.length > 1 && (
            <p class="govuk-body">
              <Button
                kind="secondary"
                onPress={() => {
                  isTogether.value = true;
                }}
              >
                {t('bring-in.together')}
              </Button>
            </p>
          )}
          <SeenLine looked={looked} />
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and this is none */}
          <div class="cp-draft-filter" role="group" aria-label={t('bring-in.filter')}>
            {FILTERS.filter((which) => which !== 'filed' || filed.size > 0).map((which) => (
              <button
                key={which}
                type="button"
                class="cp-draft-chip"
                aria-pressed={which === filter.value}
                onClick={() => {
                  filter.value = which;
                  most.value = STEP;
                }}
              >
                {t(`bring-in.filter.${which}`, { count: of(which).length })}
              </button>
            ))}
          </div>
          <Table
            caption={t('bring-in.table')}
            captionHidden
            columns={[
              { key: 'at', heading: t('bring-in.at'), cell: ({ at }) => at },
              { key: 'name', heading: t('bring-in.name'), cell: (row) => <NameOf row={row} /> },
              {
                key: 'born',
                heading: t('bring-in.born'),
                cell: ({ born }) => <BornCell born={born} />,
              },
              { key: 'look', heading: t('bring-in.look'), cell: (row) => <LookAt row={row} /> },
              {
                key: 'seen',
                heading: t('bring-in.seen'),
                cell: ({ at }) =>
                  filed.has(at) ? (
                    <>–</>
                  ) : (
                    <SeenCell
                      answer={looked.answers.value.get(at)}
                      isBare={looked.bare.value.has(at)}
                      isDone={looked.isDone.value}
                    />
                  ),
              },
              {
                key: 'act',
                heading: t('bring-in.next'),
                cell: (row) =>
                  filed.has(row.at) ? (
                    <Tag colour="grey">{t('bring-in.filed')}</Tag>
                  ) : (
                    <>
                      {file.opened.has(row.at) && <Tag colour="grey">{t('bring-in.opened')}</Tag>}{' '}
                      <Button
                        kind="link"
                        about={t('bring-in.about', {
                          at: row.at,
                          name: row.name ?? t('bring-in.no-name'),
                        })}
                        onPress={() => void open(row)}
                      >
                        {t(file.opened.has(row.at) ? 'bring-in.review-again' : 'bring-in.review')}
                      </Button>
                    </>
                  ),
              },
            ]}
            rows={found.slice(0, most.value)}
            keyOf={({ at }) => at}
            empty={t('bring-in.none')}
            stacks
          />
          {found.length > most.value && (
            <p class="govuk-body">
              <Button
                kind="secondary"
                onPress={() => {
                  most.value += STEP;
                }}
              >
                {t('bring-in.more', { count: Math.min(STEP, found.length - most.value) })}
              </Button>
            </p>
          )}
        </>
      )}
      <ButtonGroup>
        <Button kind="secondary" onPress={() => onFile(undefined)}>
          {t('bring-in.another')}
        </Button>
      </ButtonGroup>
    </>
  );
}

function isIn(
  which: Filter,
  row: BroughtRow,
  { opened }: BroughtIn,
  filed: ReadonlySet<string>,
): boolean {
  if (which === 'all') return true;
  if (which === 'filed') return filed.has(row.at);
  if (which === 'look') return needsALook(row);
  return !filed.has(row.at) && opened.has(row.at) === (which === 'opened');
}

function NameOf({ row: { name } }: { row: BroughtRow }) {
  return name === undefined ? <em>{t('bring-in.no-name')}</em> : <strong dir="auto">{name}</strong>;
}

/** Issues of a row, each with the column it is in. */
function LookAt({ row: { at: place, issues, name, sameAs, referenceAs } }: { row: BroughtRow }) {
  const said = [
    ...(sameAs === undefined ? [] : [t('bring-in.same', { at: sameAs })]),
    ...(referenceAs === undefined ? [] : [t('bring-in.same-reference', { at: referenceAs })]),
    ...(name === undefined ? [t('bring-in.no-name.what')] : []),
    ...issues.map(({ message, at }) =>
      at === undefined || at === place ? message : t('bring-in.issue-at', { at, message }),
    ),
  ];
  return said.length === 0 ? <>–</> : <Lines lines={said} />;
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul class="cp-brought__issues">
      {lines.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

interface SeenCellProps {
  answer: SeenAnswer | undefined;
  isBare: boolean;
  isDone: boolean;
}

/** Number of people on record who may be the person of a row, and why. */
function SeenCell({ answer, isBare, isDone }: SeenCellProps) {
  if (!answer) return <>{isDone ? '–' : t('bring-in.seen.looking')}</>;
  const count = countSeen(answer);
  if (count === 0) return <>{t(isBare ? 'bring-in.seen.bare' : 'bring-in.seen.none')}</>;
  const why = [...answer.people, ...answer.apart].flatMap(({ reasons, births }) =>
    reasons.map((reason) => withBirthMeant(reasonWords(reason), reason.said, births)),
  );
  return (
    <>
      {t('bring-in.seen.some', { count })}
      <Lines lines={[...new Set(why)]} />
    </>
  );
}

/** Says that people on record were looked at, or could not be. */
function SeenLine({ looked: { answers, isLost, again } }: { looked: Looked }) {
  if (isLost.value)
    return (
      <p class="govuk-body">
        {t('bring-in.seen.lost')}{' '}
        <Button kind="link" onPress={again}>
          {t('bring-in.seen.again')}
        </Button>
      </p>
    );
  const isSeen = [...answers.value.values()].some((answer) => countSeen(answer) > 0);
  return isSeen ? <p class="govuk-body-s">{t('bring-in.seen.logged')}</p> : null;
}

/** Most issues of a file that are shown; their number is said. */
const SHOWN = 50;

function FileIssues({ issues }: { issues: readonly Issue[] }) {
  if (issues.length === 0) return null;
  const inOrder = [...issues.filter(isError), ...issues.filter((issue) => !isError(issue))];
  return (
    <section class="cp-brought__file">
      <h2 class="govuk-heading-s">{t('bring-in.not-read', { count: issues.length })}</h2>
      <ul class="cp-brought__issues">
        {inOrder.slice(0, SHOWN).map(({ message, at }) => (
          <li key={`${at} ${message}`}>{at ? t('bring-in.issue-at', { at, message }) : message}</li>
        ))}
      </ul>
      {issues.length > SHOWN && (
        <p class="govuk-body-s">{t('bring-in.not-read.more', { count: issues.length - SHOWN })}</p>
      )}
    </section>
  );
}
