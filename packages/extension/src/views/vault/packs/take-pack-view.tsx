import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { FileChooser } from '../../../components/file-chooser.js';
import { Form } from '../../../components/form.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { PackPreviewPage } from './pack-preview-page.js';
import { sentences } from './pack-words.js';
import { usePackFile } from './use-pack-file.js';

const FILE = 'take-pack-file';

/** Takes in a pack: the file first, then what it would change, and only then the act. */
export function TakePackView() {
  const { router } = useApp();
  const pack = usePackFile();
  const problems = pack.problems.value;
  const { value: file } = pack.file;
  return (
    <div class={pack.shown.value ? undefined : 'cp-read'}>
      <PageHeading>{t('take-pack.title')}</PageHeading>
      <ErrorSummary
        errors={problems.map((issue) => ({
          message: sentences([issue]),
          ...(pack.shown.value ? {} : { fieldId: FILE }),
        }))}
        check={problems}
      />
      {pack.shown.value ? (
        <PackPreviewPage pack={pack} shown={pack.shown.value} />
      ) : (
        <>
          <p class="govuk-body">{t('take-pack.intro')}</p>
          <Form onSubmit={() => void pack.read()}>
            <FileChooser
              id={FILE}
              label={t('take-pack.file')}
              hint={t('take-pack.hint')}
              then={file ? t('take-pack.chosen', { name: file.name }) : t('take-pack.then')}
              error={sentences(problems) || undefined}
              accept=".json,application/json"
              one
              onFiles={([given]) => {
                if (!given) return;
                pack.forget();
                pack.file.value = given;
              }}
            />
            <ButtonGroup>
              <Button type="submit" busy={pack.isBusy.value}>
                {t('take-pack.read')}
              </Button>
              <Button kind="link" onPress={() => router.back()}>
                {t('common.cancel')}
              </Button>
            </ButtonGroup>
          </Form>
        </>
      )}
    </div>
  );
}
