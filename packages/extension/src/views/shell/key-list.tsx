/** The table of keys as an officer reads it: those of this screen first, each with a way to change it. */
import { useSignal } from '@preact/signals';
import { Fragment } from 'preact';
import { useRef } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import type { OwnKeys } from '../../app/keys/chord-keys.js';
import { commandsAt, isChangeable } from '../../app/keys/key-change.js';
import {
  type CommandId,
  drawnKey,
  KEY_TABLE,
  type KeyPlace,
  keyShown,
  USUAL_KEYS,
} from '../../app/keys/key-table.js';
import { Button } from '../../components/button.js';
import { Checkbox } from '../../components/checkboxes.js';
import { Form } from '../../components/form.js';
import { t } from '../../locales/late.js';
import { KeyForm } from './key-form.js';

const PLACES = Object.keys(KEY_TABLE) as readonly KeyPlace[];

export function KeyList() {
  const { keys: registered, settings } = useApp();
  const { keys, singleKeys } = settings.settings.value;
  const changing = useSignal<CommandId | undefined>(undefined);
  const said = useSignal('');
  const root = useRef<HTMLDivElement>(null);
  const here = new Set(registered.groups.value.flatMap(({ commands }) => Object.keys(commands)));
  const isHere = (place: KeyPlace) => commandsAt(place).some((command) => here.has(command));
  const close = (command: CommandId): void => {
    changing.value = undefined;
    // The form had the focus: it goes back to what opened it, which is drawn again first.
    requestAnimationFrame(() =>
      root.current?.querySelector<HTMLElement>(`[data-command="${command}"] button`)?.focus(),
    );
  };
  const places = (shown: readonly KeyPlace[]) =>
    shown.map((place) => (
      <div key={place}>
        <h4 class="govuk-heading-s">{t(`keys.at.${place}`)}</h4>
        <dl class="cp-key-list govuk-body">
          {commandsAt(place).map((command) => {
            const key = keyShown(command, { keys, singleKeys });
            return (
              <Fragment key={command}>
                <dt>{key === undefined ? '–' : <kbd class="cp-key">{key}</kbd>}</dt>
                <dd data-command={command}>
                  {t(`keys.${command}`)}
                  {(command === 'next' || command === 'previous') && (
                    <>, {t(`keys.arrow.${command}`)}</>
                  )}
                  {isChangeable(command) && changing.value !== command && (
                    <>
                      {' '}
                      <Button
                        kind="link"
                        about={t('keys.change.about', { words: t(`keys.${command}`) })}
                        onPress={() => {
                          changing.value = command;
                        }}
                      >
                        {t('keys.change')}
                      </Button>
                    </>
                  )}
                  {changing.value === command && (
                    <KeyForm
                      command={command}
                      own={keys}
                      onCancel={() => close(command)}
                      onKey={(chosen) => {
                        settings.change({ keys: withKey(keys, command, chosen) });
                        said.value = t('keys.changed', {
                          key: drawnKey(chosen),
                          words: t(`keys.${command}`),
                        });
                        close(command);
                      }}
                    />
                  )}
                </dd>
              </Fragment>
            );
          })}
        </dl>
      </div>
    ));
  return (
    <div ref={root}>
      <Form>
        <Checkbox
          label={t('keys.letters')}
          hint={t('keys.letters.hint')}
          checked={singleKeys}
          onChecked={(checked) => settings.change({ singleKeys: checked })}
        />
      </Form>
      <p class="govuk-body" role="status">
        {said.value}
      </p>
      <h3 class="govuk-heading-s">{t('keys.here')}</h3>
      {places(PLACES.filter(isHere))}
      <h3 class="govuk-heading-s">{t('keys.others')}</h3>
      {places(PLACES.filter((place) => !isHere(place)))}
      {Object.keys(keys).length > 0 && (
        <Button
          kind="secondary"
          onPress={() => {
            settings.change({ keys: {} });
            changing.value = undefined;
            said.value = t('keys.usual.done');
          }}
        >
          {t('keys.usual')}
        </Button>
      )}
    </div>
  );
}

/** The officer’s own keys with one more; the usual key of a command is none of their own. */
function withKey(own: OwnKeys, command: CommandId, chosen: string): OwnKeys {
  const { [command]: _, ...others } = own;
  return chosen === USUAL_KEYS[command] ? others : { ...others, [command]: chosen };
}
