import { failed, type Issue, type ListQuery, passed } from '@cyber-prevent/core';
import { type Signal, useSignal } from '@preact/signals';
import { Button } from '../../../components/button.js';
import { Details } from '../../../components/details.js';
import { Form } from '../../../components/form.js';
import { TextInput } from '../../../components/text-input.js';
import { t } from '../../../locales/late.js';
import { MOST_VIEWS, type SavedView } from './held-views.js';
import type { SavedViewsRead } from './use-saved-views.js';

export interface SavedViewsProps {
  saved: SavedViewsRead;
  query: Signal<ListQuery>;
  /** Initial query of the list. */
  start: ListQuery;
}

/** Named searches that an officer uses again and again. */
export function SavedViews({ saved, query, start }: SavedViewsProps) {
  const { views } = saved;
  const name = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  const said = useSignal('');

  const change = async (
    to: Parameters<SavedViewsRead['change']>[0],
    done: string,
  ): Promise<boolean> => {
    said.value = '';
    problem.value = undefined;
    const kept = await saved.change(to);
    if (kept.ok) said.value = done;
    else problem.value = kept.issues[0]?.message;
    return kept.ok;
  };
  const save = async (): Promise<void> => {
    const given = name.value.trim().slice(0, 80);
    const view: SavedView = { name: given, query: query.value };
    const isKept = await change((held) => {
      const wrong = issueOf(given, held);
      return wrong ? failed(wrong) : passed([...held, view]);
    }, t('list.views.saved'));
    if (isKept) name.value = '';
  };

  return (
    <div class="cp-no-print">
      <Details summary={t('list.views')}>
        {views.length === 0 ? (
          <p class="govuk-body">{t('list.views.none')}</p>
        ) : (
          <ul class="govuk-list cp-list__views" aria-label={t('list.views.label')}>
            {views.map((view) => (
              <li key={view.name}>
                <Button
                  kind="link"
                  onPress={() => {
                    query.value = view.query;
                  }}
                >
                  {view.name}
                </Button>
                <Button
                  kind="link"
                  about={view.name}
                  onPress={() =>
                    void change(
                      (held) => passed(held.filter((each) => each.name !== view.name)),
                      t('list.views.removed'),
                    )
                  }
                >
                  {t('list.views.remove')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <Form label={t('list.views.save')} onSubmit={() => void save()}>
          <TextInput
            label={t('list.views.name')}
            hint={t('list.views.name.hint')}
            error={problem.value}
            width={20}
            value={name.value}
            onValue={(value) => {
              name.value = value;
            }}
          />
          <Button type="submit" kind="secondary">
            {t('list.views.save')}
          </Button>
        </Form>
        <Button
          kind="link"
          onPress={() => {
            query.value = start;
          }}
        >
          {t('list.views.reset')}
        </Button>
        <p role="status" class="govuk-body-s govuk-!-margin-top-3">
          {said.value}
        </p>
      </Details>
    </div>
  );
}

function issueOf(name: string, held: readonly SavedView[]): Issue | undefined {
  const message =
    name === ''
      ? t('list.views.name.missing')
      : held.some((each) => each.name === name)
        ? t('list.views.name.taken')
        : held.length >= MOST_VIEWS
          ? t('list.views.name.many', { count: MOST_VIEWS })
          : undefined;
  return message === undefined
    ? undefined
    : { code: 'view-name', severity: 'error', message, at: 'name' };
}
