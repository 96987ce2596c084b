/** Controls, by the effect of typing into them. */

export type Control =
  | { readonly kind: 'input'; readonly element: HTMLInputElement }
  | { readonly kind: 'tick' | 'radio'; readonly element: HTMLInputElement }
  | { readonly kind: 'area'; readonly element: HTMLTextAreaElement }
  | { readonly kind: 'select'; readonly element: HTMLSelectElement }
  | { readonly kind: 'region'; readonly element: HTMLElement }
  /** A button, a colour, a slider: not a control to type into. */
  | { readonly kind: 'other'; readonly element: HTMLElement };
