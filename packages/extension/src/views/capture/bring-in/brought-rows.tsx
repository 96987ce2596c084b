import { type Issue, isError } from '@cyber-prevent/core';
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
import { BornCell } from './born-cell.js';
import { BroughtColumns } from './brought-columns.js';
import {
  type BroughtIn,
  type BroughtRow,
  draftOfRow,
  needsALook,
  withOpened,
} from './brought-in.js';
import { LookAt, NameOf, SeenCell, SeenLine } from './row-cells.js';
import { TogetherOffer } from './together-offer.js';
import { TogetherView } from './together-view.js';
import { type Alike, useAlike } from './use-alike.js';
import { useLooked } from './use-looked.js';

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
  const alike = useAlike(file).value;
  const { name, importer, rows, issues } = file;
  const filed = looked.filed.value;
  const of = (which: Filter) => rows.filter((row) => isIn(which, row, file, filed, alike));
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
            <TogetherOffer
              file={file}
              looked={looked}
              alike={alike}
              onPress={() => {
                isTogether.value = true;
              }}
            />
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
              {
                key: 'look',
                heading: t('bring-in.look'),
                cell: (row) => <LookAt row={row} alike={alike?.get(row.at)} />,
              },
              {
                key: 'seen',
                heading: t('bring-in.seen'),
                cell: ({ at }) =>
                  filed.has(at) ? (
                    <>–</>
                  ) : (
                    <SeenCell
                      answer={looked.answers.value.get(at)}
                      lack={looked.lacks.value.get(at)}
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
  alike: Alike | undefined,
): boolean {
  if (which === 'all') return true;
  if (which === 'filed') return filed.has(row.at);
  if (which === 'look') return needsALook(row) || alike?.has(row.at) === true;
  return !filed.has(row.at) && opened.has(row.at) === (which === 'opened');
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
