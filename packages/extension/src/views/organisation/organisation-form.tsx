import {
  addOrganisation,
  becomeOther,
  type CaseCommit,
  closeOrganisation,
  correctOrganisation,
  type FieldDescription,
  fieldsOf,
  ORGANISATION_ASKED,
  organisationApart,
  type PlainDate,
  type Result,
  renameOrganisation,
  type StoredRecord,
} from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import type { RouteOf } from '../../app/route.js';
import { asText } from '../../components/form-values.js';
import { t } from '../../locales/late.js';
import { ActForm, type Filled } from '../act/act-form.js';
import { statedWords } from '../case/organisation/stated-words.js';
import { apartWords, useOrganisations } from '../desk/list/use-organisations.js';

type Form = Exclude<NonNullable<RouteOf<'organisation'>['form']>, 'join' | 'undo'>;

/** The fields of each form, by name. */
const ASKED: Readonly<Record<Form, readonly string[]>> = {
  add: ORGANISATION_ASKED,
  correct: ORGANISATION_ASKED,
  rename: ['name', 'until'],
  close: ['closedOn'],
  become: ['becameId', 'becameHow', 'becameOn', 'becameWhy'],
};

const SAID = {
  add: 'organisation.added',
  correct: 'organisation.corrected',
  rename: 'organisation.renamed',
  close: 'organisation.was-closed',
  become: 'organisation.was-become',
} as const;

/** The new name, and the last day of the old one. */
function renameFields(): readonly FieldDescription[] {
  const fields = fieldsOf('organisation');
  const name = fields.find((each) => each.name === 'name');
  const until = fields
    .find((each) => each.name === 'earlierNames')
    ?.fields?.find((each) => each.name === 'until');
  return [
    ...(name ? [name] : []),
    ...(until ? [{ ...until, label: t('organisation.rename.last') }] : []),
  ];
}

/** One form of an organisation: a new one, or one of the acts on it. */
export function OrganisationForm({
  form,
  held,
}: {
  form: Form;
  held?: StoredRecord<'organisation'>;
}) {
  const { services } = useApp();
  const known = useOrganisations();
  const from = useMemo(() => (form === 'rename' ? renameFields() : undefined), [form]);
  const others = (known?.rows ?? [])
    .filter(({ id }) => id !== held?.id)
    .map((row) => ({
      value: row.id,
      label: statedWords(apartWords(row), row, known?.now(row.id)?.words),
    }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'en-GB'));
  const act = async ({
    values,
    typed,
    held: now,
  }: Filled<'organisation'>): Promise<Result<CaseCommit>> => {
    const { host, lists, store } = services;
    const context = { host, lists, organisations: await store.query('organisation') };
    if (form === 'add' || !now) return addOrganisation(values, context);
    switch (form) {
      case 'rename':
        return renameOrganisation(
          now,
          { name: asText(typed.name), until: (asText(typed.until) || undefined) as PlainDate },
          context,
        );
      case 'close':
        return closeOrganisation(now, values.closedOn, context);
      case 'become':
        return becomeOther(now, values, context);
      default:
        return correctOrganisation(now, values, context);
    }
  };
  return (
    <ActForm
      kind="organisation"
      title={t(`organisation.${form}.title`)}
      caption={held ? organisationApart(held.value) : t('organisation.title')}
      isOnNobody
      only={ASKED[form]}
      from={from}
      workKey={`organisation/${form}/${held?.id ?? ''}`}
      submit={t(`organisation.${form}.save`)}
      said={t(SAID[form])}
      to={held && { name: 'organisation', organisation: held.id }}
      opened={held}
      needed={form === 'become' ? ASKED.become : form === 'close' ? ASKED.close : undefined}
      labels={
        form === 'become'
          ? {
              becameId: t('organisation.become.which'),
              becameHow: t('organisation.become.how'),
              becameOn: t('organisation.become.from'),
            }
          : undefined
      }
      choices={{ becameId: others, partOf: others }}
      hints={
        form === 'rename' && held
          ? { until: t('organisation.rename.hint', { name: held.value.name }) }
          : undefined
      }
      intro={form === 'become' && <p class="govuk-body">{t('organisation.become.hint')}</p>}
      act={act}
    />
  );
}
