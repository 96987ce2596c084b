/** A pack that is about to be taken in: its file, what it would change, and taking it in as it was shown. */
import type { Issue } from '@cyber-prevent/core';
import { type Signal, useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { t } from '../../../locales/late.js';
import type { PackPin, PackPreview } from '../../../ports/packs.js';
import { asIssue } from '../../act/as-issue.js';
import { readPackFile } from './read-pack-file.js';

/** A preview, with the text and the rank that it was made of. */
export interface ShownPack {
  readonly text: string;
  readonly pin: PackPin | undefined;
  readonly preview: PackPreview;
}

export interface PackFile {
  readonly file: Signal<File | undefined>;
  readonly shown: Signal<ShownPack | undefined>;
  readonly problems: Signal<readonly Issue[]>;
  readonly isBusy: Signal<boolean>;
  /** Reads the chosen file and shows what it would change. */
  read(): Promise<void>;
  /** Shows it again with its key pinned by the officer’s word. */
  pin(pin: PackPin): Promise<void>;
  take(): Promise<void>;
  /** Begins with another file. */
  forget(): void;
}

export function usePackFile(): PackFile {
  const { services, session, router } = useApp();
  const file = useSignal<File | undefined>(undefined);
  const shown = useSignal<ShownPack | undefined>(undefined);
  const problems = useSignal<readonly Issue[]>([]);
  const isBusy = useSignal(false);
  const act = async (work: () => Promise<readonly Issue[]>): Promise<void> => {
    isBusy.value = true;
    problems.value = [];
    try {
      problems.value = await work();
    } catch (error) {
      problems.value = [asIssue(error)];
    } finally {
      isBusy.value = false;
    }
  };
  const show = async (text: string, pin: PackPin | undefined): Promise<readonly Issue[]> => {
    const preview = await services.ask('pack-preview', [text, pin]);
    shown.value = preview.ok ? { text, pin, preview: preview.value } : undefined;
    return preview.ok ? [] : preview.issues;
  };
  return {
    file,
    shown,
    problems,
    isBusy,
    read: () =>
      act(async () => {
        if (!file.value) return [told(t('take-pack.missing'))];
        const text = await readPackFile(file.value).catch(() => undefined);
        return text === undefined ? [told(t('take-pack.gone'))] : show(text, undefined);
      }),
    pin: (pin) => act(async () => (shown.value ? show(shown.value.text, pin) : [])),
    take: () =>
      act(async () => {
        const { value } = shown;
        if (!value) return [];
        const { text, pin, preview } = value;
        const taken = await services.ask('pack-take', [text, pin, preview.shown]);
        if (!taken.ok) {
          const isStale = taken.issues.some(({ code }) => code === 'pack-changed-since');
          if (isStale) await show(text, pin);
          return taken.issues;
        }
        const { title, version } = preview;
        session.say({ heading: t('take-pack.done', { title, version }) });
        router.go({ name: 'definitions' });
        return [];
      }),
    forget() {
      file.value = undefined;
      shown.value = undefined;
      problems.value = [];
    },
  };
}

function told(message: string): Issue {
  return { code: 'missing', severity: 'error', message };
}
