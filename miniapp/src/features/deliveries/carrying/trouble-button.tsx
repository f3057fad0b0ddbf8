import { queryAddress, returnGoods } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useState } from 'react';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { Button, Card, Icon, ListRow, Rows, Sheet, Words } from '@/ui';
import { GiveSheet } from './give-sheet';
import { may } from './marks';
import { NobodySheet } from './nobody-sheet';
import { ReasonSheet } from './reason-sheet';
import type { StepProps } from './step-frame';

type Trouble = 'list' | 'nobody' | 'lost' | 'ill' | 'back';

/** What may go wrong on the way, behind one quiet button: nobody answers, no such door, I cannot go on, return it. */
export function TroubleButton({ view, doing }: StepProps) {
  const t = useText(carryingText);
  const [open, setOpen] = useState<Trouble>();
  const close = () => setOpen(undefined);
  const ways = [
    { to: 'nobody', action: 'failDelivery', icon: 'door' },
    { to: 'lost', action: 'queryAddress', icon: 'map-pin' },
    { to: 'ill', action: 'askHandover', icon: 'swap' },
  ] as const;
  const open3 = ways.filter(({ action }) => may(view, action));
  if (open3.length === 0) return null;
  return (
    <>
      <Button icon="warning" label={t('trouble')} onPress={() => setOpen('list')} />
      <Sheet title={t('trouble')} open={open === 'list'} onClose={close}>
        <Card>
          {open3.map(({ to, icon }, index) => (
            <ListRow
              key={to}
              title={t(`trouble-${to}`)}
              note={t(`trouble-${to}-hint`)}
              lead={<Icon name={icon} />}
              onPress={() => setOpen(to)}
              last={index === open3.length - 1}
            />
          ))}
        </Card>
        {may(view, 'returnGoods') && <Button label={t('return-goods')} onPress={() => setOpen('back')} />}
      </Sheet>
      <NobodySheet view={view} doing={doing} open={open === 'nobody'} onClose={close} />
      <LostSheet view={view} doing={doing} open={open === 'lost'} onClose={close} />
      <GiveSheet view={view} doing={doing} open={open === 'ill'} onClose={close} />
      <ReasonSheet
        title={t('return-title')}
        action="returnGoods"
        open={open === 'back'}
        onClose={close}
        onChoose={(reason) => void doing.act(returnGoods, { reason })}
      />
    </>
  );
}

type LostProps = StepProps & { readonly open: boolean; readonly onClose: () => void };

function LostSheet({ doing, open, onClose }: LostProps) {
  const t = useText(carryingText);
  const ask = () => {
    onClose();
    void doing.act(queryAddress, {});
  };
  return (
    <Sheet title={t('query-title')} open={open} onClose={onClose}>
      <Rows>
        <Words size={5}>{t('query-hint')}</Words>
        <Button look="main" icon="map-pin" label={t('query-send')} onPress={ask} />
      </Rows>
    </Sheet>
  );
}
