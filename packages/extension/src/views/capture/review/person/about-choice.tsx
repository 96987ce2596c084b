import type { RecordId } from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { Radios } from '../../../../components/radios.js';
import { t } from '../../../../locales/translate.js';
import { MatchedLine } from '../save-bar-parts.js';
import type { MatchedLineProps } from './matched-line.js';
import { SubjectChoice } from './subject-choice.js';
import type { ChosenSubject } from './use-chosen-subject.js';

export interface AboutChoiceProps {
  /** Id of the first choice. */
  id: string;
  /** The person found at the save: the choice made before no longer applies. */
  matched: MatchedLineProps['person'] | undefined;
  /** Undefined while people on record may be the person, and nobody has said. */
  value: 'new' | 'held' | undefined;
  onValue: (value: 'new' | 'held') => void;
  held: ChosenSubject;
  onHeld: () => void;
  /** People who match the draft, and the name in it: they head the list of people on record. */
  matches: readonly RecordId[] | undefined;
  named: string | undefined;
  /** Questions about the person on record. */
  under: ComponentChildren;
}

/** Asks whether the draft is about a new person or about somebody on record, and whom. */
export function AboutChoice(props: AboutChoiceProps) {
  const { id, matched, value, onValue, held, onHeld, under } = props;
  if (matched !== undefined) return <MatchedLine person={matched} />;
  return (
    <Radios
      id={id}
      label={t('review.about')}
      legendSize="s"
      choices={[
        { value: 'new', label: t('review.about.new') },
        { value: 'held', label: t('review.about.held') },
      ]}
      value={value ?? ''}
      onValue={(chosen) => onValue(chosen === 'held' ? 'held' : 'new')}
      under={{
        held: (
          <>
            <SubjectChoice
              id="about-subject"
              label={t('review.about.which')}
              chosen={held}
              onChosen={onHeld}
              matches={props.matches}
              named={props.named}
            />
            {under}
          </>
        ),
      }}
    />
  );
}
