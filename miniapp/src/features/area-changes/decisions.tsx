import { areaChangeActions, getAreaChange } from '@grid-relief/shared-types/areas/area-change.contract';
import type { AreaChangeView } from '@grid-relief/shared-types/areas/area-change.schema';
import { useState } from 'react';
import { RefusedWords, useDecide, useHolds } from '@/api';
import { useText } from '@/text';
import { areaChangesText } from '@/text/area-changes';
import { BottomBar, Button, Words } from '@/ui';
import { WhenSheet } from './when-sheet';
import { WhySheet } from './why-sheet';

/** What this reader may decide: the server's `actions` say it. */
export function Decisions({ change }: { readonly change: AreaChangeView }) {
  const t = useText(areaChangesText);
  const isHead = useHolds()(['COUNTY_HEAD']);
  const { decide, isBusy, problem } = useDecide(getAreaChange, change);
  const [asks, setAsks] = useState<'WHEN' | 'revert' | 'cancel'>();
  const may = (action: string) => change.actions.includes(action);
  const close = () => setAsks(undefined);
  const done = async (deciding: Promise<boolean>) => {
    await deciding;
    close();
  };
  const off = may('revert') ? 'revert' : may('cancel') ? 'cancel' : undefined;
  const takeOff = off && <Button look="danger" label={t(off)} busy={isBusy} onPress={() => setAsks(off)} />;
  const main = may('schedule') ? (
    <Button look="main" icon="clock" label={t('schedule')} busy={isBusy} onPress={() => setAsks('WHEN')} />
  ) : may('preview') ? (
    <Button look="main" label={t('preview')} busy={isBusy} onPress={() => void decide(areaChangeActions.preview)} />
  ) : undefined;
  const isOwn = isHead && change.state === 'PREVIEWED' && !may('schedule');
  return (
    <>
      <RefusedWords of={problem} />
      {isOwn && <Words tone="amber">{t('own-draft')}</Words>}
      <BottomBar main={main ?? takeOff} quiet={main ? takeOff : undefined} />
      <WhenSheet
        open={asks === 'WHEN'}
        isBusy={isBusy}
        onClose={close}
        onWhen={(at) => void done(decide(areaChangeActions.schedule, { at: at.toISOString() }))}
      />
      {(asks === 'revert' || asks === 'cancel') && (
        <WhySheet onClose={close} onSend={(reason) => void decide(areaChangeActions[asks], { reason })} />
      )}
    </>
  );
}
