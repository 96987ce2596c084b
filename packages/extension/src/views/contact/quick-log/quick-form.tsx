import { type Input, logIntervention, type RecordId, writtenDate } from '@cyber-prevent/core';
import { useLayoutEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { isPendingSave, keptSave } from '../../../app/pending-save.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { CameBack } from '../../../components/came-back.js';
import { choicesOf } from '../../../components/choice.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { asText, cleanValues } from '../../../components/form-values.js';
import { Select } from '../../../components/select.js';
import { TextInput } from '../../../components/text-input.js';
import { typedNumber } from '../../../components/typed-number.js';
import { UnfinishedStatus } from '../../../components/unfinished-status.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useLeaving } from '../../../components/use-leaving.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { sayKeptBefore } from '../../act/kept-before.js';
import { useKeep } from '../../act/use-keep.js';
import { ContactCheckFor } from '../../case/contact-check-for.js';
import { StopCardLink } from '../../case/stop-card-link.js';

interface QuickFormProps {
  subject: RecordId;
  about: string;
}

/** Lists that respond to a first letter. The number comes last, where Enter saves. */
const LISTS = [
  ['kind', 'intervention-kind'],
  ['mode', 'intervention-mode'],
  ['outcome', 'intervention-outcome'],
] as const;

export function QuickForm({ subject, about }: QuickFormProps) {
  const app = useApp();
  const { services, router, unfinished } = app;
  const { host, lists, store, work: desk } = services;
  const today = services.today();
  const form = useRecordForm({
    kind: 'intervention',
    only: ['kind', 'mode', 'outcome', 'minutes'],
  });
  const work = useFormWork(`quick-log/${subject}`, form.values);
  const { isBusy, keep } = useKeep(form, work);
  const { cancel, question } = useLeaving(work, () => router.back());
  const first = form.controlId('kind');
  useLayoutEffect(() => document.getElementById(first)?.focus(), [first]);

  const save = (): Promise<void> =>
    keep(
      async () => {
        const held = await store.get('subject', subject);
        const typed: Input<'intervention'> = cleanValues(
          form.fields,
          form.values.value,
          () => true,
        );
        const entry = { ...typed, subjectId: subject, heldOn: today };
        return logIntervention(entry, { host, lists, subject: held });
      },
      () => ({
        heading: t('intervention.saved', { name: about }),
        go: () => router.go({ name: 'subject', subject }),
      }),
    );
  /** Opens the full form with the values typed so far; a draft already there stays as it is. */
  const more = async (): Promise<void> => {
    // A save that was cut off may have been made: the full form would make it once more.
    const pending = work.held();
    const kept = isPendingSave(pending) ? await keptSave(services, pending) : undefined;
    if (kept) return sayKeptBefore(app, kept);
    const key = `intervention/${subject}`;
    const values = { heldOn: today, ...form.values.value };
    if (!(await desk.load(key))) {
      await desk.save(key, values, 0);
      unfinished.handOn(key);
    }
    await work.letGo();
    router.go({ name: 'intervention', subject });
  };
  const labelOf = (name: string) => form.fields.find((field) => field.name === name)?.label ?? name;
  const common = (name: string) => ({
    id: form.controlId(name),
    label: labelOf(name),
    error: form.errorAt(name),
    value: asText(form.values.value[name]),
  });
  const errors = form.errors.value;

  return (
    <CameBack work={work}>
      <Form label={t('quick.title')} onSubmit={() => void save()}>
        <ErrorSummary
          check={form.checked.value}
          errors={errors.map(({ path, message }) => ({
            message,
            fieldId: path === undefined ? undefined : form.controlId(path),
          }))}
        />
        <p class="govuk-body-s">{t('quick.intro', { date: writtenDate(today) })}</p>
        <ContactCheckFor subject={subject} />
        <StopCardLink subject={subject} />
        {LISTS.map(([name, list]) => (
          <Select
            key={name}
            {...common(name)}
            choices={choicesOf(lists, list, today)}
            onValue={(value) => form.set(name, value)}
          />
        ))}
        <TextInput
          {...common('minutes')}
          numeric
          width={5}
          onValue={(text) => form.set('minutes', typedNumber(text))}
        />
        <UnfinishedStatus work={work} />
        {question || (
          <ButtonGroup>
            <Button type="submit" busy={isBusy}>
              {t('intervention.save.for', { name: about })}
            </Button>
            <Button kind="secondary" onPress={() => void more()}>
              {t('quick.more')}
            </Button>
            <Button kind="link" onPress={cancel}>
              {t('common.cancel')}
            </Button>
          </ButtonGroup>
        )}
      </Form>
    </CameBack>
  );
}
