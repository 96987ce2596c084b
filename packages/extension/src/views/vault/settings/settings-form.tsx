/** One change in the settings: a form, and a way back. */
import type { ComponentChildren } from 'preact';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary, type SummaryError } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';

export interface SettingsFormProps {
  title: string;
  errors: readonly SummaryError[];
  submit: string;
  busy: boolean;
  onSubmit: () => void;
  onCancel: () => void;
  children: ComponentChildren;
}

export function SettingsForm(props: SettingsFormProps) {
  return (
    <div class="cp-read">
      <PageHeading>{props.title}</PageHeading>
      <Form label={props.title} onSubmit={props.onSubmit}>
        <ErrorSummary errors={props.errors} check={props.errors} />
        {props.children}
        <ButtonGroup>
          <Button type="submit" busy={props.busy}>
            {props.submit}
          </Button>
          <Button kind="link" onPress={props.onCancel}>
            {t('settings.cancel')}
          </Button>
        </ButtonGroup>
      </Form>
    </div>
  );
}
