import type { RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { Route, RouteName } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { t } from '../../../locales/late.js';
import { SubjectSelect } from '../choose/subject-select.js';
import { useSubjectNames } from '../use-subject-names.js';

/**
 * Forms that may as well be about somebody else, each with the parameters that do not belong to the person. Their drafts
 * are kept by person, so that nothing typed about one is ever saved on the other.
 */
const FORMS: { readonly [N in RouteName]?: readonly string[] } = {
  act: ['act'],
  'quick-log': [],
  intervention: [],
  note: [],
  'stop-card': ['where'],
  session: [],
  handover: ['ask'],
  'ask-check': [],
  hold: [],
};

type FormOfOne = Route & { readonly subject: RecordId };

/** True for a form that makes something new: a change of a record stays with its person. */
export function canChange(route: Route): route is FormOfOne {
  const others = FORMS[route.name];
  if (others === undefined || !('subject' in route) || route.subject === undefined) return false;
  return Object.keys(route).every(
    (name) => name === 'name' || name === 'subject' || others.includes(name),
  );
}

/** The only way from one person to another within a form. The person of the form is named before and after. */
export function ChangePerson({ route, name }: { route: FormOfOne; name: string }) {
  const { router } = useApp();
  const id = useId();
  const isOpen = useSignal(false);
  const isAsked = useSignal(false);
  const chosen = useSignal<RecordId | ''>('');
  const other = useSubjectNames().get(chosen.value as RecordId);
  const close = (): void => {
    isOpen.value = isAsked.value = false;
    chosen.value = '';
  };
  const change = (): void => {
    isAsked.value = true;
    if (chosen.value === '') return;
    // The route of the same form, about somebody else.
    router.go({ ...route, subject: chosen.value } as Route);
  };
  if (!isOpen.value)
    return (
      <p class="govuk-body-s cp-who__change cp-no-print">
        <Button
          kind="link"
          onPress={() => {
            isOpen.value = true;
          }}
        >
          {t('line.change')}
        </Button>
      </p>
    );
  return (
    <section class="cp-confirm cp-no-print" aria-label={t('line.change')}>
      <Form label={t('line.change')} onSubmit={change}>
        <p class="govuk-body">{t('line.change.body', { name })}</p>
        <SubjectSelect
          id={id}
          label={t('line.change.who')}
          insteadOf={route.subject}
          error={isAsked.value && chosen.value === '' ? t('line.change.missing') : undefined}
          value={chosen.value}
          onValue={(next) => {
            chosen.value = next as RecordId | '';
          }}
        />
        <ButtonGroup>
          <Button type="submit" kind="secondary">
            {other === undefined ? t('line.change.go') : t('line.change.go.of', { name: other })}
          </Button>
          <Button kind="link" onPress={close}>
            {t('common.cancel')}
          </Button>
        </ButtonGroup>
      </Form>
    </section>
  );
}
