import type { ComponentChildren } from 'preact';
import { KeyHint } from './key-hint.js';

export interface ButtonProps {
  children: ComponentChildren;
  onPress?: () => void;
  kind?: 'primary' | 'secondary' | 'warning' | 'link';
  /** `submit` sends the surrounding form, as Enter in a text input also does. */
  type?: 'button' | 'submit';
  /** Key that does the same, shown on the button: `F8`. The key is not bound here. */
  keyHint?: string | undefined;
  /** True while the work is under way: a second press does nothing, and focus is not lost as it is with `disabled`. */
  busy?: boolean | undefined;
  /** Read out after the words on the button, so that six buttons named “Change” can be told apart. */
  about?: string | undefined;
  expanded?: boolean | undefined;
  id?: string | undefined;
  /** Id of the form that `submit` sends, for a button that is not inside it. */
  form?: string | undefined;
}

const CLASS = {
  primary: 'govuk-button',
  secondary: 'govuk-button govuk-button--secondary',
  warning: 'govuk-button govuk-button--warning',
  link: 'cp-link-button govuk-link',
} as const;

export function Button({
  children,
  onPress,
  kind = 'primary',
  type = 'button',
  keyHint,
  busy,
  about,
  expanded,
  id,
  form,
}: ButtonProps) {
  return (
    <button
      id={id}
      type={type}
      form={form}
      class={CLASS[kind]}
      aria-disabled={busy ? 'true' : undefined}
      aria-expanded={expanded}
      aria-keyshortcuts={keyHint?.replace('Ctrl', 'Control')}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onPress?.();
      }}
    >
      {children}
      {about && <span class="govuk-visually-hidden"> {about}</span>}
      {keyHint && <KeyHint>{keyHint}</KeyHint>}
    </button>
  );
}

/** Buttons of one act, side by side, the primary first. */
export function ButtonGroup({ children }: { children: ComponentChildren }) {
  return <div class="govuk-button-group">{children}</div>;
}
