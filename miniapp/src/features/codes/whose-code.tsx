import { revealCodeRequest } from '@grid-relief/shared-types/quarantine/code-request.contract';
import type { CodeRequestRow } from '@grid-relief/shared-types/quarantine/code-request.schema';
import { RefusedWords, useMayAsk, useReveal } from '@/api';
import { useText } from '@/text';
import { codesText } from '@/text/codes';
import { uiText } from '@/text/ui';
import { Button, Line, Words } from '@/ui';

/** Whose code it is: masked, and for whoever takes it to the province opened for a time by a look that is written down. */
export function WhoseCode({ request }: { readonly request: CodeRequestRow }) {
  const t = useText(codesText);
  const ui = useText(uiText);
  const mayOpen = useMayAsk(revealCodeRequest);
  const { opened, problem, isBusy, open, hide } = useReveal(revealCodeRequest, request.id);
  const name = opened?.name ?? request.nameMasked;
  return (
    <>
      <Words strong block>
        {t('whose', { name, code: request.code })}
      </Words>
      {opened?.idNumber !== undefined && <Words block>{t('number', { number: opened.idNumber })}</Words>}
      {opened && <Words tone="quiet">{ui('lookRecorded')}</Words>}
      {mayOpen && !opened && (
        <Button icon="eye-closed" label={t('open')} busy={isBusy} onPress={() => void open('TO_PROVINCE')} />
      )}
      <RefusedWords of={problem} />
      {opened && (
        <Line>
          <Button look="link" icon="eye" label={ui('hide')} onPress={hide} />
        </Line>
      )}
    </>
  );
}
