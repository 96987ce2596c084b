import type { ComponentChildren } from 'preact';

export interface FormProps {
  children: ComponentChildren;
  onSubmit?: () => void;
  /** Names the form for a screen reader, where a page has several. */
  label?: string;
  /** For a button outside the form that sends it. */
  id?: string;
}

/** The only `<form>` of the extension: it never navigates, autocompletes or validates by itself. */
export function Form({ children, onSubmit, label, id }: FormProps) {
  return (
    <form
      id={id}
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
