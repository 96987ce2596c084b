/** A key, fingerprint or digest in groups: to read aloud, compare or copy by hand. */
export interface KeyGroupsProps {
  groups: readonly string[];
  /** Id of the element that says what the groups are. */
  labelledBy: string;
  /** Numbers the groups, so that one can be asked for by its number. */
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
