export interface TagProps {
  children: string;
  /** Colour never adds meaning to the word. */
  colour?: 'grey' | 'green' | 'blue' | 'yellow' | 'orange' | 'red' | 'purple' | undefined;
}

export function Tag({ children, colour = 'grey' }: TagProps) {
  return <strong class={`govuk-tag govuk-tag--${colour}`}>{children}</strong>;
}
