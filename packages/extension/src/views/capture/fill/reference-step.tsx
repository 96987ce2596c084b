import { type Issue, keepReference, type StoredRecord } from '@cyber-prevent/core';
import { type FillValue, type WhoseForm, whoseForm } from '@cyber-prevent/core/fill';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ConfirmPanel } from '../../../components/confirm-panel.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { PageHeading } from '../../../components/page-heading.js';
import { TextInput } from '../../../components/text-input.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import type { GrantedTab } from '../../../ports/capture-service.js';
import { asIssue } from '../../act/as-issue.js';
import { takeBack } from '../../act/take-back.js';
import { useSave } from '../../act/use-save.js';
import { givenDay } from './given-day.js';
import { personWords } from './person-words.js';
import { doubtsOf, isOfName, nameWords, ownerWords, referenceWords } from './reference-doubts.js';

export interface ReferenceStepProps {
  note: StoredRecord<'writeBack'>;
  route: RouteOf<'fill'>;
  /** Values of the record itself: the page may show them too, but they are not the reference. */
  values: readonly FillValue[];
  /** Name of the person whom the record is about. */
  name: string;
}

/** Reference given by the other system: read from its page, or typed. Saved only after the officer has seen it. */
export function ReferenceStep({ note, route, values, name }: ReferenceStepProps) {
  const { services, session, router } = useApp();
  const reference = useSignal(note.value.reference ?? '');
  const others = useSignal<readonly string[]>([]);
  const whose = useSignal<WhoseForm>(NO_SIGNS);
  const isAsking = useSignal(false);
  const isSure = useRef(false);
  const said = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  const isBusy = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  const { system, givenAt } = note.value;
  const id = 'cp-reference';

  // Runs before the paint: a press may come at once.
  useLayoutEffect(() => {
    let gone = false;
    let press = 0;
    const look = async (tab: GrantedTab): Promise<void> => {
      if (services.vault.state().name !== 'open' || tab.press <= press) return;
      press = tab.press;
      const before = reference.value;
      said.value = t('fill.reading');
      const read = await (await services.fill()).read(tab, route.of);
      const against = read.ok
        ? await doubtsOf(read.value, route.subject, services, read.value.references)
        : undefined;
      if (gone || press !== tab.press) return;
      said.value = '';
      problem.value = read.ok ? undefined : read.issues[0]?.message;
      if (!read.ok) return;
      const found = read.value.references.filter((each) =>
        values.every(({ text }) => text !== each),
      );
      // A new entry has another reference than this person's earlier ones.
      const alien = against?.filter(({ kind }) => kind !== 'differs');
      const signs = whoseForm(read.value.form, values, alien);
      whose.value = against === undefined ? { ...signs, isDoubtful: true } : signs;
      isSure.current = false;
      isAsking.value = false;
      // A reference from the page of somebody else is offered, never entered: kept here, it would count as this person's.
      if (whose.value.isDoubtful) {
        others.value = found;
        if (against === undefined) problem.value = t('reference.unchecked');
        return;
      }
      const [first, ...rest] = found;
      // Text typed while the page was being read stays; references from the page are offered next to it.
      const isTyped = reference.value !== before;
      others.value = isTyped ? found : rest;
      said.value = t(first === undefined ? 'reference.none' : 'reference.found');
      if (first !== undefined && !isTyped) reference.value = first;
    };
    const stop = services.capture.subscribe((tab) => void look(tab));
    return () => {
      gone = true;
      stop();
    };
  }, [services, route.of, route.subject, values]);

  const { save } = useSave();
  const leave = (): void => router.go({ name: 'subject', subject: route.subject });
  const attempt = async (act: () => Promise<string | undefined>): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    problem.value = undefined;
    try {
      problem.value = await act();
    } catch (error) {
      problem.value = asIssue(error).message;
    } finally {
      isBusy.value = false;
    }
  };
  const show = ([issue]: readonly Issue[]): void => {
    problem.value = issue?.message;
    // The records know more than the page: the officer is asked as on the page of somebody else.
    isAsking.value = issue?.code === 'reference-in-doubt';
  };
  const keep = (): Promise<void> =>
    save(
      { work: `reference/${note.id}`, show },
      [note.heads, reference.value, isSure.current],
      () => keepReference(note, reference.value, isSure.current),
      () => ({
        heading: t('reference.saved', { reference: reference.value.trim() }),
        go: leave,
      }),
    );
  const keepIfSure = (): void => {
    isAsking.value = whose.value.isDoubtful && !isSure.current && reference.value.trim() !== '';
    if (!isAsking.value) void keep();
  };
  const undo = (seq: number) =>
    attempt(async () => {
      const back = await takeBack(services, seq);
      if (!back.ok) return back.issues[0]?.message;
      session.say({ heading: t('reference.taken-back'), body: t('reference.taken-back.body') });
      leave();
      return undefined;
    });
  return (
    <div class="cp-read">
      <PageHeading caption={t('reference.caption', { system, date: givenDay(givenAt) })}>
        {t('reference.title')}
      </PageHeading>
      {problem.value && <ErrorSummary errors={[{ message: problem.value, fieldId: id }]} />}
      <p class="govuk-body">{t('reference.ask', { system })}</p>
      {signWords(whose.value, name).map((words) => (
        <WarningText key={words}>{words}</WarningText>
      ))}
      <p role="status" class="govuk-body-s">
        {said.value}
      </p>
      <Form label={t('reference.title')} onSubmit={keepIfSure}>
        <div ref={box}>
          <TextInput
            id={id}
            label={t('reference.label', { system })}
            value={reference.value}
            width={20}
            onValue={(value) => {
              reference.value = value;
              // The answer was about another reference.
              isSure.current = false;
            }}
          />
          {others.value.length > 0 && (
            <>
              <p class="govuk-body-s">{t('reference.others')}</p>
              <ButtonGroup>
                {others.value.map((each) => (
                  <Button
                    key={each}
                    kind="secondary"
                    onPress={() => {
                      reference.value = each;
                      isSure.current = false;
                      box.current?.querySelector('input')?.focus();
                    }}
                  >
                    {t('reference.use', { reference: each })}
                  </Button>
                ))}
              </ButtonGroup>
            </>
          )}
        </div>
        <ButtonGroup>
          <Button type="submit" busy={isBusy.value}>
            {t('reference.keep')}
          </Button>
          <Button kind="link" onPress={leave}>
            {note.value.reference === undefined ? t('reference.later') : t('common.cancel')}
          </Button>
        </ButtonGroup>
      </Form>
      {isAsking.value && (
        <ConfirmPanel
          heading={t('reference.sure', { name })}
          confirm={t('reference.sure.keep', { name })}
          onConfirm={() => {
            isSure.current = true;
            isAsking.value = false;
            void keep();
          }}
          onCancel={() => {
            isAsking.value = false;
            box.current?.querySelector('input')?.focus();
          }}
        >
          <p class="govuk-body">{t('reference.sure.body')}</p>
        </ConfirmPanel>
      )}
      {route.seq !== undefined && note.value.reference === undefined && (
        <Button kind="link" onPress={() => void undo(route.seq ?? 0)}>
          {t('reference.take-back')}
        </Button>
      )}
    </div>
  );
}

const NO_SIGNS: WhoseForm = { isDoubtful: false };

/** Each sign that the page is about somebody else. */
function signWords({ another, doubts = [] }: WhoseForm, name: string): readonly string[] {
  return [
    ...(another ? [t('reference.page-of', { another: personWords(another) })] : []),
    ...doubts.map((doubt) =>
      isOfName(doubt)
        ? `${nameWords(doubt, name)} ${t('reference.named.so')}`
        : t('reference.another', { reference: referenceWords(doubt), people: ownerWords(doubt) }),
    ),
  ];
}
