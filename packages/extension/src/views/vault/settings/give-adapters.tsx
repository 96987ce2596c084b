import { digestGroups } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { Checkboxes } from '../../../components/checkboxes.js';
import { Details } from '../../../components/details.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { KeyGroups } from '../../../components/key-groups.js';
import { TextInput } from '../../../components/text-input.js';
import { useStillWrong } from '../../../components/use-still-wrong.js';
import { t } from '../../../locales/late.js';
import type { ListedAdapter } from '../../../ports/services.js';
import { asIssue } from '../../act/as-issue.js';

const [WHICH, TITLE, KEY] = ['give-which', 'give-title', 'give-key'];

/** Makes a signed pack for colleagues, or the text that an administrator puts into the force's policy. */
export function GiveAdapters({ listed }: { listed: readonly ListedAdapter[] }) {
  const { services } = useApp();
  const chosen = useSignal<readonly string[]>([]);
  const title = useSignal('');
  const done = useSignal('');
  const errors = useSignal<readonly { message: string; fieldId?: string | undefined }[]>([]);
  const key = useSignal<readonly string[]>([]);
  useEffect(() => {
    void ownKey().then(
      (groups) => {
        key.value = groups;
      },
      () => undefined,
    );
    async function ownKey(): Promise<readonly string[]> {
      const { card } = await services.vault.colleagueCard();
      return digestGroups(await services.host.digest(card.signingKey));
    }
  }, [services]);
  const wrong = useStillWrong(errors.value, { [WHICH]: chosen.value, [TITLE]: title.value });
  const inUse = listed.filter(({ isInUse }) => isInUse);
  if (inUse.length === 0) return null;

  const give = async (what: 'pack' | 'policy'): Promise<void> => {
    done.value = '';
    const which = inUse.filter(({ adapter }) => chosen.value.includes(adapter.id));
    errors.value = [
      ...(which.length === 0 ? [{ message: t('adapters.give.none'), fieldId: WHICH }] : []),
      ...(what === 'pack' && title.value.trim() === ''
        ? [{ message: t('adapters.give.no-title'), fieldId: TITLE }]
        : []),
    ];
    if (errors.value.length > 0) return;
    try {
      if (what === 'policy') {
        const adapters = which.map(({ adapter }) => JSON.stringify({ ...adapter, fixtures: [] }));
        const text = `${JSON.stringify({ adapters }, undefined, 2)}\n`;
        services.download('adapters.policy.json', 'application/json', text);
      } else {
        const pack = await services.adapters.pack(which, title.value.trim());
        if (!pack.ok) {
          errors.value = pack.issues.map(({ message }) => ({ message }));
          return;
        }
        services.download('adapters.pack.json', 'application/json', pack.value);
      }
      done.value = t('adapters.give.done');
    } catch (error) {
      errors.value = [{ message: asIssue(error).message }];
    }
  };
  const saidOf = (id: string | undefined): string | undefined =>
    wrong.find(({ fieldId }) => fieldId === id)?.message;

  return (
    <Details summary={t('adapters.give')}>
      <p class="govuk-body">{t('adapters.give.what')}</p>
      <ErrorSummary errors={wrong} check={errors.value} />
      <Form label={t('adapters.give')}>
        <Checkboxes
          id={WHICH}
          label={t('adapters.give.which')}
          error={saidOf(WHICH)}
          choices={inUse.map(({ adapter: { id, title: label, version } }) => ({
            value: id,
            label: `${label}, ${version}`,
          }))}
          value={chosen.value}
          onValue={(value) => {
            chosen.value = value;
          }}
        />
        <TextInput
          id={TITLE}
          label={t('adapters.give.title')}
          error={saidOf(TITLE)}
          value={title.value}
          onValue={(value) => {
            title.value = value;
          }}
        />
        <ButtonGroup>
          <Button kind="secondary" onPress={() => void give('pack')}>
            {t('adapters.give.pack')}
          </Button>
          <Button kind="secondary" onPress={() => void give('policy')}>
            {t('adapters.give.policy')}
          </Button>
        </ButtonGroup>
      </Form>
      <p class="govuk-body" role="status">
        {done.value}
      </p>
      <p class="govuk-body" id={KEY}>
        {t('adapters.give.own-key')}
      </p>
      <KeyGroups groups={key.value} labelledBy={KEY} />
    </Details>
  );
}
