export interface TagProps {
  children: string;
  /** Colour never says anything that the word does not. */
  colour?: 'grey' | 'green' | 'blue' | 'yellow' | 'orange' | 'red' | 'purple' | undefined;
}

export function Tag({ children, colour = 'grey' }: TagProps) {
  return <strong class={`govuk-tag govuk-tag--${colour}`}>{children}</strong>;
}
