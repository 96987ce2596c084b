import { codeLabel, type RecordId, type StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import { type Request, requestLine } from '../../case/colleague/request-words.js';
import { useSubjectNames } from '../../case/use-subject-names.js';

/** Requests and answers in the file that was taken in, with a link to continue each. */
export function TakenRequests({ requests }: { requests: readonly RecordId[] }) {
  const { services, router } = useApp();
  const held = useSignal<readonly Request[]>([]);
  const names = useSubjectNames();
  const key = requests.join();
  useEffect(() => {
    let gone = false;
    Promise.all(requests.map((id) => services.store.get('colleagueRequest', id))).then(
      (found) => {
        if (!gone) held.value = found.flatMap((each) => each ?? []);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [services, key]);
  const state = services.vault.state();
  const me = state.name === 'open' ? state.officer.id : undefined;
  const nameOf = ({ value }: StoredRecord<'colleagueRequest'>) =>
    names.get(value.subjectId) ?? t('ending.asked.not-taken');
  const asked = held.value.filter(({ value }) => value.to === me && value.answer === undefined);
  const answered = held.value.filter(
    ({ value }) => value.from === me && value.answer !== undefined,
  );
  return (
    <>
      {asked.length > 0 && (
        <section aria-labelledby="cp-taken-asked">
          <h3 class="govuk-heading-s" id="cp-taken-asked">
            {t('second.taken.asked')}
          </h3>
          <ul class="govuk-list">
            {asked.map((request) => (
              <li key={request.id}>
                <Button
                  kind="link"
                  onPress={() => router.go({ name: 'second-officer', request: request.id })}
                >
                  {t('ending.asked.heading', {
                    what: codeLabel(services.lists, 'request-kind', request.value.kind),
                    name: nameOf(request),
                  })}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {answered.length > 0 && (
        <section aria-labelledby="cp-taken-answered">
          <h3 class="govuk-heading-s" id="cp-taken-answered">
            {t('second.taken.answered')}
          </h3>
          <ul class="govuk-list">
            {answered.map((request) => (
              <li key={request.id}>
                <Button
                  kind="link"
                  onPress={() => router.go({ name: 'second-officer', request: request.id })}
                >
                  {nameOf(request)}
                </Button>
                <br />
                {requestLine(request, services.lists)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
