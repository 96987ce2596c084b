import { InsetText } from '../../components/inset-text.js';
import { Radios } from '../../components/radios.js';
import { WarningText } from '../../components/warning-text.js';
import { t } from '../../locales/late.js';
import type { OfferedPaper, OfferedPapers } from './prepare.js';

interface DocumentChoiceProps {
  offered: OfferedPapers;
  chosen: OfferedPaper | undefined;
  onDocument: (id: string) => void;
}

/** Asks which document is made, where there is more than one, and says why one cannot be. */
export function DocumentChoice({ offered, chosen, onDocument }: DocumentChoiceProps) {
  const { papers, recalled } = offered;
  return (
    <>
      {recalled && <InsetText>{recalled}</InsetText>}
      {papers.length > 1 && (
        <Radios
          id="export-document"
          label={t('summary.document')}
          choices={papers.map(({ id, title, about }) => ({ value: id, label: title, hint: about }))}
          value={chosen?.id ?? ''}
          onValue={onDocument}
        />
      )}
      {chosen?.made.issues.map(({ message }) => (
        <WarningText key={message}>{message}</WarningText>
      ))}
    </>
  );
}
