import type { OwnWay, OwnWayView, TravellerView } from '@grid-relief/shared-types/returnees/returnee.schema';
import { OwnWay as OwnWays } from '@grid-relief/shared-types/returnees/returnee.schema';
import { travellerActions } from '@grid-relief/shared-types/returnees/returnee-actions.contract';
import { useState } from 'react';
import { type Act, ActButton } from '@/api';
import { useText } from '@/text';
import { returneesText } from '@/text/returnees';
import { Button, Card, Heading, Rows, Sheet, Words } from '@/ui';

type CardProps = { readonly person: TravellerView; readonly ownWay: OwnWayView; readonly doing: Act };

/**
 * How somebody comes home: what was said of it, and the means to say it or to take it back. A wish until the township has
 * approved the trip that it makes.
 */
export function OwnWayCard({ person: { actions }, ownWay: { is, how }, doing }: CardProps) {
  const t = useText(returneesText);
  const mayChoose = actions.includes('comeOwnWay');
  const isFree = !doing.isUnderWay && doing.refused === undefined;
  if (is === 'PLANNED' && how === undefined) return null;
  const said = how && t(is === 'OPEN' ? 'own-way-said' : 'own-way-planned', { how: t(`own-way-${how}`) });
  return (
    <Card tone="info">
      <Heading size={5}>{t('own-way')}</Heading>
      {is === 'MUST_BE_FETCHED' && <Words block>{t('own-way-fetched')}</Words>}
      {said !== undefined && <Words block>{said}</Words>}
      {mayChoose && <Words block>{t('own-way-may')}</Words>}
      {mayChoose && isFree && <Choice onSend={(way) => void doing.act(travellerActions.comeOwnWay, { how: way })} />}
      {actions.includes('letFetch') && (
        <ActButton of={doing} does={travellerActions.letFetch} look="link" icon="undo" label={t('w-letFetch')} />
      )}
    </Card>
  );
}

/** One tap for each way, and one more that says what it means. */
function Choice({ onSend }: { readonly onSend: (how: OwnWay) => void }) {
  const t = useText(returneesText);
  const [asked, setAsked] = useState<OwnWay>();
  const close = () => setAsked(undefined);
  return (
    <>
      <Rows gap={2}>
        {OwnWays.options.map((how) => (
          <Button key={how} label={t(`own-way-${how}`)} onPress={() => setAsked(how)} />
        ))}
      </Rows>
      {asked && (
        <Sheet title={t(`own-way-sure-${asked}`)} open onClose={close}>
          <Rows gap={2}>
            <Words block>{t('own-way-hint')}</Words>
            <Button
              look="main"
              label={t('own-way-send')}
              onPress={() => {
                close();
                onSend(asked);
              }}
            />
          </Rows>
        </Sheet>
      )}
    </>
  );
}
