import { typeOfFile, writtenSize } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { choicesOf } from '../../../components/choice.js';
import { Fieldset } from '../../../components/fieldset.js';
import { Select } from '../../../components/select.js';
import { TextInput } from '../../../components/text-input.js';
import { t } from '../../../locales/late.js';
import type { ChosenFile, ChosenFiles } from './use-chosen-files.js';

interface ChosenListProps {
  chosen: ChosenFiles;
  /** Id of the control at a path, and its error. */
  controlId: (path: string) => string;
  errorAt: (path: string) => string | undefined;
}

/** The chosen files, each asked what it is. */
export function ChosenList({ chosen, controlId, errorAt }: ChosenListProps) {
  const { services } = useApp();
  const kinds = choicesOf(services.lists, 'attachment-kind', services.today());
  return (
    <>
      {chosen.files.value.map((each, nth) => {
        const at = (field: string) => `files.${nth}.${field}`;
        return (
          <Fieldset
            key={each.key}
            id={controlId(at('file'))}
            legend={t('files.chosen.one', { nth: nth + 1, name: each.file.name })}
            error={errorAt(at('file'))}
            size="s"
          >
            <p class="govuk-hint" role="status">
              {factsOf(each)}
            </p>
            {each.warnings.map(({ code, message }) => (
              <p key={code} class="govuk-body">
                <strong>{message}</strong>
              </p>
            ))}
            <Select
              id={controlId(at('what'))}
              label={t('files.correct')}
              error={errorAt(at('what'))}
              choices={kinds}
              value={each.what}
              onValue={(what) => chosen.change(each.key, { what })}
            />
            <TextInput
              id={controlId(at('name'))}
              label={t('files.kept')}
              error={errorAt(at('name'))}
              value={each.name}
              onValue={(name) => chosen.change(each.key, { name })}
            />
            <Button kind="link" about={each.file.name} onPress={() => chosen.remove(each.key)}>
              {t('files.remove')}
            </Button>
          </Fieldset>
        );
      })}
    </>
  );
}

function factsOf({ file, read }: ChosenFile): string {
  if (!read) return t('files.reading', { name: file.name });
  const facts = { type: typeOfFile(read.mediaType).short, size: writtenSize(read.size) };
  return t(read.saysPlace ? 'files.facts.place' : 'files.facts', facts);
}
