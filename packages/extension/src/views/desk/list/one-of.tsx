/** A few ways to show a list, next to each other: the one in force is pressed. */
export interface OneOfProps<Choice extends string> {
  label: string;
  choices: readonly Choice[];
  words: (choice: Choice) => string;
  chosen: Choice;
  onChosen: (choice: Choice) => void;
}

export function OneOf<Choice extends string>(props: OneOfProps<Choice>) {
  const { label, choices, words, chosen, onChosen } = props;
  return (
    <fieldset class="cp-one-of cp-no-print">
      <legend class="cp-one-of__label">{label}</legend>
      {choices.map((choice) => (
        <button
          key={choice}
          type="button"
          class="cp-one-of__choice"
          aria-pressed={choice === chosen}
          onClick={() => onChosen(choice)}
        >
          {words(choice)}
        </button>
      ))}
    </fieldset>
  );
}
