import type { Instrument, Issue } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useApp, useOpenVault } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { InsetText } from '../../../components/inset-text.js';
import { PageHeading } from '../../../components/page-heading.js';
import { Table } from '../../../components/table.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';
import { onPolicyChange } from '../../act/policy/follow-policy.js';
import { loadInstrument, removeInstrument } from '../../case/instrument-files.js';
import { placedSentence, statusWords } from '../../case/level-words.js';
import { instrumentsGiven, useInstruments } from '../../case/use-instruments.js';
import { FileInput } from '../../vault/backup/file-input.js';

const FILE = 'cp-instrument-file';
/** Bytes. Larger files are not even read. */
const LARGEST = 4 * 1024 * 1024;

/**
 * Available instruments, each with its purpose and evidence. Another can be added from a file; its errors name line and
 * reason.
 */
export function InstrumentsView() {
  const { services } = useApp();
  const { kind } = useOpenVault();
  const { at, again } = useInstruments();
  useEffect(() => onPolicyChange(services, () => void again()), [services, again]);
  const control = useRef<HTMLInputElement>(null);
  const errors = useSignal<readonly Issue[]>([]);
  const done = useSignal('');
  const act = async (work: () => Promise<readonly Issue[] | string>): Promise<void> => {
    done.value = '';
    errors.value = [];
    try {
      const came = await work();
      // The list comes first, so that a success message is never ahead of what is visible.
      await again();
      if (typeof came === 'string') done.value = came;
      else errors.value = came;
    } catch (error) {
      errors.value = [asIssue(error)];
    }
  };
  const load = (): Promise<void> =>
    act(async () => {
      const file = control.current?.files?.[0];
      if (!file) return [];
      if (file.size > LARGEST) return [tooLarge()];
      const given = await instrumentsGiven(services.policy);
      const loaded = await loadInstrument(services.work, await file.text(), given);
      if (control.current) control.current.value = '';
      if (!loaded.ok) return loaded.issues;
      const { title, version } = loaded.value;
      return t('assessment.file.loaded', { title, version });
    });
  const remove = (instrument: Instrument): Promise<void> =>
    act(async () => {
      const removed = await removeInstrument(services.work, instrument);
      return removed.ok ? t('assessment.file.removed') : removed.issues;
    });
  const loaded = new Set(at?.loaded);
  const given = new Set(at?.given);
  const packed = new Set(at?.packed);
  const own = new Set([...given, ...loaded, ...packed].map(({ id }) => id));
  const fromKey = (each: Instrument) => {
    if (packed.has(each)) return 'assessment.from.pack';
    return given.has(each) ? 'assessment.from.policy' : 'assessment.from.shipped';
  };
  const shipped = [...(at?.inUse.values() ?? [])].filter(
    ({ id, status }) => !own.has(id) && (kind === 'practice' || status !== 'illustrative'),
  );
  return (
    <>
      <PageHeading>{t('assessment.instruments')}</PageHeading>
      <InsetText>{t('assessment.instruments.intro')}</InsetText>
      <Form>
        <ErrorSummary
          title={t('assessment.file.refused')}
          check={errors.value}
          errors={errors.value.map((issue) => ({
            message: placedSentence(issue),
            fieldId: FILE,
          }))}
        />
        <FileInput
          id={FILE}
          label={t('assessment.file')}
          hint={t('assessment.file.hint')}
          error={errors.value.length > 0 ? t('assessment.file.refused') : undefined}
          accept=".json,application/json"
          control={control}
          onChange={() => void load()}
        />
      </Form>
      <p class="govuk-body" role="status">
        {done.value}
      </p>
      {at && at.issues.length > 0 && (
        <InsetText>
          {t('assessment.file.no-longer')} {at.issues.map(placedSentence).join(' ')}
        </InsetText>
      )}
      {at && at.policyIssues.length > 0 && (
        <InsetText>
          {t('settings.force.wrong')} {at.policyIssues.map(placedSentence).join(' ')}
        </InsetText>
      )}
      {at && (
        <Table
          caption={t('assessment.instruments')}
          captionHidden
          stacks
          empty={t('assessment.instruments.none')}
          rows={[...shipped, ...at.packed, ...at.given, ...at.loaded]}
          keyOf={({ id, version }) => `${id} ${version}`}
          columns={[
            { key: 'title', heading: t('assessment.instrument'), cell: ({ title }) => title },
            {
              key: 'version',
              heading: t('assessment.version.heading'),
              cell: ({ version, items }) =>
                t('assessment.version.items', { version, count: items.length }),
            },
            {
              key: 'status',
              heading: t('assessment.evidence.status'),
              cell: ({ status }) => statusWords(status),
            },
            { key: 'source', heading: t('assessment.source'), cell: ({ source }) => source },
            {
              key: 'from',
              heading: t('assessment.from'),
              cell: (each) =>
                loaded.has(each) ? (
                  <Button
                    kind="link"
                    about={`${each.title} ${each.version}`}
                    onPress={() => void remove(each)}
                  >
                    {t('assessment.file.remove')}
                  </Button>
                ) : (
                  t(fromKey(each))
                ),
            },
          ]}
        />
      )}
    </>
  );
}

function tooLarge(): Issue {
  return { code: 'instrument-invalid', severity: 'error', message: t('assessment.file.large') };
}
