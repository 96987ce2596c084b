import type { PastePart } from '@cyber-prevent/core/fill';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { useKeys } from '../../../app/use-keys.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { TextInput } from '../../../components/text-input.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import type { Clip } from '../../act/clip.js';
import type { Pack } from './fill-work.js';
import { othersOfPart, partLabel, partsOfPack } from './pack-fields.js';
import { PackPart } from './pack-part.js';

export interface PackPanelProps {
  pack: Pack;
  clip: Clip;
  /** True if the force's policy forbids copying: each value is typed by hand. */
  isForbidden: boolean;
  busy: boolean;
  /** True if anything was copied now or typed before: otherwise nothing can have been sent. */
  isGiven: boolean;
  /** Warnings that the form may be about somebody else. */
  warnings?: ComponentChildren;
  onPack: (pack: Pack) => void;
  /** @param system - the officer's name for it, if no form gave one */
  onSent: (system: string) => void;
  onRestart: () => void;
  onClose: () => void;
}

/** Values one after another: each press copies the next one, ticks it and moves on. */
export function PackPanel(props: PackPanelProps) {
  const { pack, clip, isForbidden, busy, isGiven, onPack, onSent, onRestart, onClose } = props;
  const { settings } = useApp();
  const section = useRef<HTMLElement>(null);
  const said = useSignal('');
  const hasFailed = useSignal(false);
  const system = useSignal(pack.system ?? '');
  const isMissing = useSignal(false);
  const { sequence, aside } = partsOfPack(pack);
  const next = sequence[pack.at];
  const isOver = next === undefined;
  const isNothing = sequence.length === 0 && aside.length === 0;
  const skipped = sequence.filter(({ id }) => !pack.copied.includes(id));
  const latest = useRef(pack);
  latest.current = pack;

  const take = async (part: PastePart, moveTo?: number): Promise<void> => {
    const isThere = isForbidden || (await clip.copy(part.text));
    hasFailed.value = !isThere;
    if (!isThere) return;
    const now = latest.current;
    const copied = [...new Set([...now.copied, part.id])];
    onPack({ ...now, copied, at: moveTo ?? now.at });
    const isLast = moveTo !== undefined && moveTo >= sequence.length;
    const slots = { label: partLabel(part) };
    if (!isForbidden) said.value = t(isLast ? 'pack.copied.last' : 'pack.copied', slots);
  };
  const takeNext = (): void => {
    if (next) void take(next, pack.at + 1);
  };
  const step = (by: 1 | -1) => () => {
    const at = Math.max(0, Math.min(sequence.length - 1, latest.current.at + by));
    onPack({ ...latest.current, at });
  };
  useKeys(t('pack.keys'), section, [
    { key: 'ArrowUp', label: t('pack.key.back'), run: step(-1) },
    { key: 'ArrowDown', label: t('pack.key.on'), run: step(1) },
  ]);
  // The next button has the focus, so that one key is enough; at the end it is the one that reports the sending. If
  // nothing was given, that button is absent and the sentence that says so takes the focus.
  useLayoutEffect(() => {
    section.current
      ?.querySelector<HTMLElement>('[data-next] input, [data-next] button, [data-next] p[tabindex]')
      ?.focus();
  }, [isOver]);
  useEffect(() => {
    if (clip.state.value === 'cleared') said.value = t('pack.cleared');
  }, [clip.state.value]);

  const send = (): void => {
    isMissing.value = system.value.trim() === '';
    if (!isMissing.value) onSent(system.value.trim());
  };
  const row = (part: PastePart, at?: number) => (
    <PackPart
      key={part.id}
      part={part}
      isNext={at === pack.at}
      isDone={pack.copied.includes(part.id)}
      isForbidden={isForbidden}
      isAside={at === undefined}
      others={othersOfPart(pack, part)}
      onCopy={() => void take(part, at === undefined ? undefined : at + 1)}
    />
  );
  const endWords = (): string => {
    if (!isGiven && isNothing) return t('pack.empty');
    if (!isGiven) return t(isForbidden ? 'pack.none.hand' : 'pack.none', { count: aside.length });
    if (sequence.length === 0) return t('pack.no-more');
    if (skipped.length > 0) return t('pack.skipped', { labels: skipped.map(partLabel).join(', ') });
    return t(isForbidden ? 'pack.all.hand' : 'pack.all');
  };
  const clipWords = {
    empty: undefined,
    holding: undefined,
    cleared: t('pack.cleared'),
    overwritten: t('pack.overwritten'),
    others: t('pack.others'),
    'not-cleared': t('pack.not-cleared'),
  }[clip.state.value];
  return (
    <section
      ref={section}
      class="cp-pack"
      aria-label={t('pack.title')}
      // A key kept down would run through them all.
      onKeyDown={(event) => {
        if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
      }}
    >
      <h2 class="govuk-heading-m">{t('pack.title')}</h2>
      {!isNothing && (
        <p class="govuk-body-s">
          {pack.system === undefined ? t('pack.ours') : t('pack.theirs', { system: pack.system })}
        </p>
      )}
      {props.warnings}
      {isForbidden && <WarningText>{t('pack.forbidden')}</WarningText>}
      {hasFailed.value && (
        <p role="alert" class="govuk-error-message">
          {t('pack.failed')}
        </p>
      )}
      {next ? (
        <div data-next>
          {isForbidden && (
            <div class="cp-pack__text" dir="auto">
              {next.text}
            </div>
          )}
          <Button onPress={takeNext}>
            {t(isForbidden ? 'pack.hand' : 'pack.copy', {
              at: pack.at + 1,
              count: sequence.length,
              label: partLabel(next),
            })}
          </Button>
        </div>
      ) : (
        <div data-next>
          <p class="govuk-body" {...(isGiven ? {} : { tabIndex: -1 })}>
            {endWords()}
          </p>
          {isGiven && pack.system === undefined && (
            <Form label={t('fill.sent')} onSubmit={send}>
              <TextInput
                label={t('fill.sent.system')}
                value={system.value}
                error={isMissing.value ? t('fill.sent.system.missing') : undefined}
                onValue={(value) => {
                  system.value = value;
                }}
              />
            </Form>
          )}
          {isGiven && (
            <ButtonGroup>
              <Button busy={busy} onPress={send}>
                {t('fill.sent')}
              </Button>
              {sequence.length > 0 && (
                <Button kind="link" onPress={onRestart}>
                  {t('pack.restart')}
                </Button>
              )}
            </ButtonGroup>
          )}
        </div>
      )}
      <p role="status" class="govuk-body-s cp-pack__said">
        {said.value}
      </p>
      {clipWords && clip.state.value !== 'cleared' && <p class="govuk-body-s">{clipWords}</p>}
      {settings.settings.value.singleKeys && sequence.length > 0 && (
        <p class="govuk-hint cp-keys-hint">{t('pack.key.hint')}</p>
      )}
      <ol class="cp-pack__parts">{sequence.map(row)}</ol>
      {aside.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{t('pack.aside')}</h3>
          <p class="govuk-body-s">{t('pack.aside.hint')}</p>
          <ul class="cp-pack__parts">{aside.map((part) => row(part))}</ul>
        </>
      )}
      {!isForbidden && !isNothing && <p class="govuk-body-s">{t('pack.clears')}</p>}
      <p class="govuk-body">
        <Button kind="link" onPress={onClose}>
          {t('pack.close')}
        </Button>
      </p>
    </section>
  );
}
