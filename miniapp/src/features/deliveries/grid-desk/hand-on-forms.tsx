import { askHandover, quarantineBags } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useState } from 'react';
import { useText } from '@/text';
import { deskText } from '@/text/grid-desk';
import { handOnText } from '@/text/hand-on';
import { Button, Rows, Words } from '@/ui';
import { BagCount } from '../carrying/start-step';
import type { FormProps } from './desk-form';

/** A leader asks for somebody else's bags: how many, as their carrier says, and one reason by one tap (handbook 2.1). */
export function BagsForm({ of, view, doing, onClose }: FormProps) {
  const t = useText(handOnText);
  const desk = useText(deskText);
  const [bags, setBags] = useState(view.bags ?? 1);
  const choose = (code: string) => {
    onClose();
    void doing.act(askHandover, { bags, reason: { code } });
  };
  return (
    <Rows gap={2}>
      <Words>{t('give-hint')}</Words>
      <BagCount bags={bags} onChange={setBags} />
      <Words strong>{t('give-send')}</Words>
      {(of.reasons ?? []).map((code) => (
        <Button key={code} label={desk(`reason-${code}`)} onPress={() => choose(code)} />
      ))}
    </Rows>
  );
}

/** The carrier tested positive: what follows is said before the one button (handbook 2.1). */
export function KeepBackForm({ doing, onClose }: FormProps) {
  const t = useText(handOnText);
  const keep = () => {
    onClose();
    void doing.act(quarantineBags, { reason: { code: 'CARRIER_POSITIVE' } });
  };
  return (
    <Rows>
      <Words size={5}>{t('keep-hint')}</Words>
      <Button look="main" icon="shield" label={t('keep-send')} onPress={keep} />
    </Rows>
  );
}
