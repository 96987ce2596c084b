import { correctAdvice, logAdvice, type RecordId, type StoredRecord } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { askedOf } from '../../../components/asked-of.js';
import { FormEnd } from '../../../components/form-end.js';
import { asTexts } from '../../../components/form-values.js';
import { InsetText } from '../../../components/inset-text.js';
import { PageHeading } from '../../../components/page-heading.js';
import { RecordForm } from '../../../components/record-form.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { editValues, useEdit } from '../../act/use-edit.js';
import { useKeep } from '../../act/use-keep.js';
import { IdentityInWords } from '../../case/identity-in-words.js';
import { joinChosen } from '../../case/organisation/chosen-organisation.js';
import { suggestFor } from '../../case/organisation/suggest-for.js';

const ASKED = askedOf('advice', { first: ['givenOn', 'means'], without: ['followedUpOn'] });

const SUGGESTED = ['organisation'];

export interface AdviceFormProps {
  /** The record being corrected; absent for new advice. */
  opened?: StoredRecord<'advice'>;
  onDone: (id: RecordId) => void;
}

/** The question and the advice. Anyone named in either is asked about. */
export function AdviceForm({ opened, onDone }: AdviceFormProps) {
  const { services, router } = useApp();
  const form = useRecordForm({
    kind: 'advice',
    only: ASKED,
    initial: opened ? editValues(opened) : { givenOn: services.today() },
  });
  const edit = useEdit(opened, form);
  const work = useFormWork(`advice/${opened?.id ?? ''}`, form.values);

  const { isBusy, keep } = useKeep(form, work, edit);
  const save = (): Promise<void> =>
    keep(
      () => {
        const checked = form.check(services.today());
        if (!checked.ok) return undefined;
        const context = {
          host: services.host,
          lists: services.lists,
          identifyNobody: asTexts(form.values.value.identifyNobody),
        };
        const saved = edit
          ? correctAdvice(edit.held, checked.value, context)
          : logAdvice(checked.value, context);
        return joinChosen(saved, form.values.value, SUGGESTED, edit ? [edit.held] : [], services);
      },
      ({ id }) => ({
        heading: t(edit ? 'advice.corrected' : 'advice.saved'),
        go: () => onDone(id),
      }),
    );

  return (
    <div class="cp-read">
      <PageHeading>{t(opened ? 'advice.correct.title' : 'advice.add')}</PageHeading>
      {opened && <InsetText>{t('advice.correct.hint')}</InsetText>}
      <RecordForm
        form={form}
        work={work}
        lists={services.lists}
        on={services.today()}
        before={edit?.panel}
        after={{
          ...suggestFor(form, SUGGESTED),
          asked: <IdentityInWords form={form} names={['asked']} />,
          advice: <IdentityInWords form={form} names={['advice']} />,
        }}
        onSubmit={() => void save()}
      >
        <FormEnd work={work} busy={isBusy} onCancel={() => router.back()}>
          {t('advice.save')}
        </FormEnd>
      </RecordForm>
    </div>
  );
}
