import type { HealthTrackerView } from '@grid-relief/shared-types/returnees/returnee.schema';
import { healthTrackerActions } from '@grid-relief/shared-types/returnees/returnee-actions.contract';
import { useState } from 'react';
import type { Act } from '@/api';
import { useText } from '@/text';
import { trackerDeathText } from '@/text/tracker-death';
import { Button, Rows, Sheet, Words } from '@/ui';

type TrackerDeathProps = { readonly tracker: Pick<HealthTrackerView, 'actions' | 'state'>; readonly doing: Act };

/** That somebody who was followed has died: asked once more, since nothing of it can be taken back (handbook 2.3). */
export function TrackerDeath({ tracker, doing }: TrackerDeathProps) {
  const t = useText(trackerDeathText);
  const [isAsking, setAsking] = useState(false);
  if (tracker.state === 'DECEASED') return <Words strong>{t('tracker-dead')}</Words>;
  if (!tracker.actions.includes('recordDeath') || doing.isUnderWay) return null;
  const say = () => {
    setAsking(false);
    void doing.act(healthTrackerActions.recordDeath, {});
  };
  return (
    <>
      <Button icon="warning" label={t('record-death')} onPress={() => setAsking(true)} />
      <Sheet title={t('record-death')} open={isAsking} onClose={() => setAsking(false)}>
        <Rows>
          <Words size={5} block>
            {t('record-death-sure')}
          </Words>
          <Button look="danger" icon="check" label={t('record-death-yes')} onPress={say} />
        </Rows>
      </Sheet>
    </>
  );
}
