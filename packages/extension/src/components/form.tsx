import type { ComponentChildren } from 'preact';

export interface FormProps {
  children: ComponentChildren;
  onSubmit?: () => void;
  /** Names the form for a screen reader, where a page has several. */
  label?: string;
}

/** The only `<form>` of the extension: it never navigates, autocompletes or validates by itself. */
export function Form({ children, onSubmit, label }: FormProps) {
  return (
    <form
      autocomplete="off"
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit?.();
      }}
    >
      {children}
    </form>
  );
}
