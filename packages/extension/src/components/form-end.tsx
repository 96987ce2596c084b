import type { ComponentChildren } from 'preact';
import type { OpenWork } from '../app/open-work.js';
import { t } from '../locales/translate.js';
import { Button, ButtonGroup } from './button.js';
import { FootBar } from './foot-bar.js';
import { UnfinishedStatus } from './unfinished-status.js';
import { useLeaving } from './use-leaving.js';

interface FormEndProps {
  work: OpenWork<unknown>;
  busy: boolean;
  onCancel: () => void;
  /** `secondary` for a form that is not the main one of its screen. */
  kind?: 'primary' | 'secondary' | undefined;
  /** Words before the button: values that nobody typed. */
  note?: ComponentChildren;
  /** Words of the button that saves. */
  children: ComponentChildren;
}

/** End of every form, in sight at the foot of the window: the save button, the way out, and the draft's status. */
export function FormEnd({ work, busy, onCancel, kind, note, children }: FormEndProps) {
  const { cancel, question } = useLeaving(work, onCancel);
  const buttons = (
    <>
      <Button type="submit" kind={kind ?? 'primary'} busy={busy}>
        {children}
      </Button>
      <Button kind="link" onPress={cancel}>
        {t('common.cancel')}
      </Button>
    </>
  );
  // One bar stays in sight: that of the screen's own form.
  if (kind === 'secondary')
    return (
      <>
        <UnfinishedStatus work={work} />
        {note && <p class="govuk-body-s">{note}</p>}
        {question || <ButtonGroup>{buttons}</ButtonGroup>}
      </>
    );
  return (
    <FootBar>
      <UnfinishedStatus work={work} />
      {note && <p class="govuk-body-s cp-foot-bar__note">{note}</p>}
      {question || buttons}
    </FootBar>
  );
}
