import { revealDoor } from '@grid-relief/shared-types/screening/screening.contract';
import { useProblemWords, useReveal } from '@/api';
import { useText } from '@/text';
import { doorsText } from '@/text/doors';
import { uiText } from '@/text/ui';
import { Button, Card, Words } from '@/ui';

/** The number of a home nobody opened at, opened for a time by a look that is written down. */
export function DoorPhone({ id }: { readonly id: string }) {
  const t = useText(doorsText);
  const ui = useText(uiText);
  const problemWords = useProblemWords();
  const { opened, problem, isBusy, open, hide } = useReveal(revealDoor, id);
  if (opened === undefined) {
    return (
      <>
        <Button icon="eye-closed" label={t('open-phone')} busy={isBusy} onPress={() => void open('CALL')} />
        {problem && <Words tone="danger">{problemWords(problem)}</Words>}
      </>
    );
  }
  return (
    <Card>
      <Words strong block>
        {t('phone-is', { phone: opened.phone ?? '—' })}
      </Words>
      <Words tone="quiet">{ui('lookRecorded')}</Words>
      <Button look="link" icon="eye" label={ui('hide')} onPress={hide} />
    </Card>
  );
}
