import { deliveryPlanActions } from '@grid-relief/shared-types/quarantine/delivery-plan.contract';
import type { SupplyView } from '@grid-relief/shared-types/quarantine/episode.schema';
import { SendingNote, useAct } from '@/api';
import { useOnItsWay } from '@/state/use-on-its-way';
import { useText } from '@/text';
import { myDaysText } from '@/text/my-days';
import { quarantineDeskText } from '@/text/quarantine-desk';
import { Button, Card, Heading, useTimeWords, Words } from '@/ui';

/** What a home in quarantine runs out of, and whether it has been silent; nothing while all is well. */
export function SupplyCard({ supply }: { readonly supply: SupplyView }) {
  const t = useText(quarantineDeskText);
  const tDays = useText(myDaysText);
  const timeWords = useTimeWords();
  const doing = useAct(supply.id);
  const { soonest, actions, silentSince, revision } = supply;
  const isOnItsWay = useOnItsWay(doing, revision);
  if (!soonest && !silentSince) return null;
  return (
    <Card tone={silentSince ? 'danger' : 'plain'}>
      {silentSince && (
        <Words strong block>
          {t('silent-since', { time: timeWords(new Date(silentSince)) })}
        </Words>
      )}
      {soonest && <Heading size={5}>{tDays('supply', { good: tDays(`good-${soonest}`) })}</Heading>}
      <SendingNote of={doing} />
      {soonest && actions.includes('ensure') && !isOnItsWay(deliveryPlanActions.ensure) && (
        <Button
          icon="check"
          label={t('ensured', { good: tDays(`good-${soonest}`) })}
          onPress={() => void doing.act(deliveryPlanActions.ensure, { good: soonest })}
        />
      )}
      {silentSince && actions.includes('recordCall') && !isOnItsWay(deliveryPlanActions.recordCall) && (
        <Button
          label={t('recorded-call')}
          onPress={() => void doing.act(deliveryPlanActions.recordCall, { answered: true })}
        />
      )}
    </Card>
  );
}
