/** A key, a fingerprint or a digest in groups: to read aloud, to compare or to copy by hand. */
export interface KeyGroupsProps {
  groups: readonly string[];
  /** Id of the element that says what they are. */
  labelledBy: string;
  /** Each is asked for by its number. */
  numbered?: boolean | undefined;
}

export function KeyGroups({ groups, labelledBy, numbered }: KeyGroupsProps) {
  return (
    <ol class={`cp-groups${numbered ? ' cp-groups--numbered' : ''}`} aria-labelledby={labelledBy}>
      {groups.map((group, nth) => (
        <li key={`${nth} ${group}`}>{group}</li>
      ))}
    </ol>
  );
}
