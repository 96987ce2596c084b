import {
  alsoIdentifierOf,
  codeLabel,
  failed,
  identifierWords,
  type RecordId,
  type StoredRecord,
  sayWhoseIdentifier,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { asText } from '../../../components/form-values.js';
import { t } from '../../../locales/late.js';
import { ActForm } from '../../act/act-form.js';
import { useByHand } from '../../act/use-person.js';
import { SubjectSelect } from '../../case/choose/subject-select.js';
import { TOLD_NAMES, ToldInForm, toldOf } from '../told-fields.js';
import { ASKED_OF_ATTRIBUTION } from './identifier-fields.js';

const WHOM = 'whom';

export interface AttributeFormProps {
  held: StoredRecord<'onlineIdentifier'>;
  /** True if it stays with the one whose it is, and is somebody else’s as well. */
  isAlso: boolean;
}

/** Says whose an identifier is: how sure, who says so, and how the officer knows. */
export function AttributeForm({ held, isAlso }: AttributeFormProps) {
  const { services } = useApp();
  const context = useByHand();
  const { id, value } = held;
  const seen = identifierWords(value, (list, code) => codeLabel(services.lists, list, code));
  return (
    <ActForm
      kind="onlineIdentifier"
      title={t(isAlso ? 'identifier.also-of.title' : 'identifier.say-whose')}
      caption={seen}
      isOnNobody
      only={ASKED_OF_ATTRIBUTION}
      needed={ASKED_OF_ATTRIBUTION}
      workKey={`identifier/${isAlso ? 'also' : 'whose'}/${id}`}
      submit={t(isAlso ? 'identifier.also-of.save' : 'identifier.say-whose.save')}
      said={t(isAlso ? 'identifier.also-of.said' : 'identifier.say-whose.said')}
      to={{ name: 'identifier' }}
      also={[...TOLD_NAMES, WHOM]}
      first={(form) => (
        <SubjectSelect
          id={form.controlId(WHOM)}
          label={t(isAlso ? 'identifier.whom.also' : 'identifier.whom')}
          isNeeded
          without={value.subjectId ? [value.subjectId] : undefined}
          value={asText(form.values.value[WHOM])}
          error={form.errorAt(WHOM)}
          onValue={(subject) => form.set(WHOM, subject)}
        />
      )}
      extra={(form) => <ToldInForm form={form} />}
      act={async ({ values, typed }) => {
        const whom = asText(typed[WHOM]) as RecordId | '';
        const { store } = services;
        const subject = whom === '' ? undefined : await store.get('subject', whom);
        const ledger = whom ? await store.query('onlineIdentifier', { subjectId: whom }) : [];
        const say = isAlso ? alsoIdentifierOf : sayWhoseIdentifier;
        const said = say(held, values, toldOf(typed), { ...context, subject, ledger });
        if (said.ok || said.issues.every(({ at }) => at !== 'subjectId')) return said;
        const message = t('identifier.whom.missing');
        return failed({ code: 'missing', severity: 'error', message, at: WHOM });
      }}
    />
  );
}
