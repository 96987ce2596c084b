import {
  defaultGates,
  failed,
  type Gates,
  type IdentifiedPerson,
  identifyPerson,
  type SeenAnswer,
  type StoredRecord,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useApp, useOpenVault } from '../../../app/app.js';
import { FormEnd } from '../../../components/form-end.js';
import { asText, cleanValues } from '../../../components/form-values.js';
import { PageHeading } from '../../../components/page-heading.js';
import { RecordForm } from '../../../components/record-form.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { useKeep } from '../../act/use-keep.js';
import { GatesPanel } from '../../capture/review/gates-panel.js';
import { useChosenSubject } from '../../capture/review/person/use-chosen-subject.js';
import { regimeOf } from '../../capture/review/review-context.js';
import { atPerson, missingIssue, NOBODY, personIn, soughtAs } from './person.js';
import { PERSON_PATHS, PersonFields } from './person-fields.js';
import { SeenChoice } from './seen-choice.js';

const ASKED = ['identifiedOn', 'source', 'reference', 'necessityWhy'] as const;

/**
 * Records a person at the edge of other work: only enough to find them again, the reason, and a decision that is then
 * due.
 */
export function IdentifyView() {
  const { services, router } = useApp();
  const { officer } = useOpenVault();
  const { host, lists, store } = services;
  const today = services.today();
  const started = defaultGates('force', regimeOf(officer), 'identification');
  const form = useRecordForm({
    kind: 'identification',
    only: ASKED,
    initial: { identifiedOn: today, ...(started.ok ? { gates: started.value } : {}) },
    alsoBefore: ['who', ...PERSON_PATHS, 'subjectId', 'seen'],
  });
  const work = useFormWork('identify', form.values);
  const values = form.values.value;
  const gates = values.gates as Gates | undefined;
  const seen = useSignal<SeenAnswer | undefined>(undefined);
  const held = useChosenSubject();
  /** Names the looks of this form: a person is logged once for all of them. */
  const lookId = useMemo(() => host.random.id(), [host]);

  /** Returns the person; undefined if that is still missing, which the form then asks for. */
  const whoIsIt = async (): Promise<StoredRecord<'subject'> | IdentifiedPerson | undefined> => {
    if (values.who === 'held') {
      const chosen = await held.held();
      if (chosen) return chosen;
      form.showIssues([missingIssue('subjectId', t('identify.subject.missing'))]);
      return undefined;
    }
    const person = personIn(values, today);
    const sought = { ...soughtAs(person), work: lookId };
    const answer = await services.seenBefore.look(sought, 'identification');
    seen.value = answer.people.length > 0 ? answer : undefined;
    if (!seen.value || values.seen === 'new') return person;
    const same = answer.people.find((each) => each.person === values.seen);
    if (same) return store.get('subject', same.person);
    form.showIssues([missingIssue('seen', t('identify.seen.missing'))]);
    return undefined;
  };
  const { isBusy, keep } = useKeep(form, work);
  const save = (): Promise<void> =>
    keep(
      async () => {
        if (asText(values.who) === '')
          return failed(missingIssue('who', t('identify.who.missing')));
        const input = { ...cleanValues(form.fields, values, () => true), ...gates };
        const context = { host, lists };
        // Errors that apply to any person come first: the search for stored people runs only for a record that can be
        // saved.
        const early = identifyPerson(input, {
          ...context,
          who: values.who === 'held' ? ((await held.held()) ?? NOBODY) : personIn(values, today),
        });
        if (!early.ok) return failed(...early.issues.map(atPerson));
        const who = await whoIsIt();
        if (!who) return undefined;
        const made = identifyPerson(input, { ...context, who });
        return made.ok ? made : failed(...made.issues.map(atPerson));
      },
      ({ id }) => ({
        heading: t('identify.saved'),
        go: () => router.go({ name: 'identification', identification: id }),
      }),
    );

  return (
    <div class="cp-read">
      <PageHeading>{t('identify.title')}</PageHeading>
      <p class="govuk-body">{t('identify.intro')}</p>
      <RecordForm
        form={form}
        work={work}
        lists={lists}
        on={today}
        onSubmit={() => void save()}
        before={
          <>
            <PersonFields form={form} held={held} />
            {seen.value && values.who === 'new' && (
              <SeenChoice
                id={form.controlId('seen')}
                error={form.errorAt('seen')}
                answer={seen.value}
                value={asText(values.seen)}
                onValue={(chosen) => form.set('seen', chosen)}
              />
            )}
          </>
        }
      >
        {gates && <GatesPanel gates={gates} onGates={(to) => form.set('gates', to)} />}
        <FormEnd work={work} busy={isBusy} onCancel={() => router.back()}>
          {t('identify.save')}
        </FormEnd>
      </RecordForm>
    </div>
  );
}
