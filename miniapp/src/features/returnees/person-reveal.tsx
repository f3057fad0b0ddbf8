import { revealTraveller } from '@grid-relief/shared-types/returnees/returnee.contract';
import type { TravellerView } from '@grid-relief/shared-types/returnees/returnee.schema';
import { RefusedWords, useReveal } from '@/api';
import { callPhone } from '@/platform';
import { useText } from '@/text';
import { returneesText } from '@/text/returnees';
import { uiText } from '@/text/ui';
import { Button, Heading, Line, Words } from '@/ui';

/** Who it is, for the grid: masked, opened for a time by a look that is written down, with the number to ring. */
export function PersonReveal({ person }: { readonly person: Pick<TravellerView, 'id' | 'nameMasked'> }) {
  const t = useText(returneesText);
  const ui = useText(uiText);
  const { opened, problem, isBusy, open, hide } = useReveal(revealTraveller, person.id);
  const phone = opened?.phone;
  return (
    <>
      <Heading>{opened?.name ?? person.nameMasked}</Heading>
      {opened && <Words tone="quiet">{ui('lookRecorded')}</Words>}
      {!opened && <Button icon="eye-closed" label={t('open')} busy={isBusy} onPress={() => void open()} />}
      <RefusedWords of={problem} />
      {opened && (
        <Line>
          {phone === undefined ? (
            <Words>{t('no-phone')}</Words>
          ) : (
            <Button icon="phone" label={t('call-number', { phone })} onPress={() => void callPhone(phone)} />
          )}
          <Button look="link" icon="eye" label={ui('hide')} onPress={hide} />
        </Line>
      )}
    </>
  );
}
