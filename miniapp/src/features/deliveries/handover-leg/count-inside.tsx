import { type HandoverLegView, handoverLegActions } from '@grid-relief/shared-types/deliveries/handover-leg.contract';
import { type ReactElement, useState } from 'react';
import type { Act } from '@/api';
import { vibrate } from '@/platform';
import { useText } from '@/text';
import { handoverLegText } from '@/text/handover-leg';
import { Button, Rows, Sheet, Words } from '@/ui';
import { BagCount } from '../carrying/start-step';
import { StepNote } from '../carrying/step-frame';
import type { LegFrameProps } from './leg-screen';

type CountProps = {
  readonly leg: HandoverLegView;
  readonly doing: Act;
  readonly Frame: (props: LegFrameProps) => ReactElement;
};

const { takeInside, countDiffers } = handoverLegActions;

/**
 * Whoever takes counts without being told the other figure. The same number takes them in; another one is said only
 * after a second look, because both then sign and the grid leader decides (handbook 2.1b).
 */
export function CountInside({ leg, doing, Frame }: CountProps) {
  const t = useText(handoverLegText);
  const [bags, setBags] = useState(0);
  const [isOther, setOther] = useState(false);
  const take = () => {
    vibrate();
    if (leg.bags !== undefined && leg.bags !== bags) return setOther(true);
    void doing.act(takeInside, { bags });
  };
  const report = () => {
    setOther(false);
    void doing.act(countDiffers, { bags, reason: { code: 'COUNTED_OTHERWISE' } });
  };
  const why = bags === 0 ? t('count-first') : undefined;
  return (
    <Frame
      leg={leg}
      doing={doing}
      main={<Button look="main" icon="check" label={t('take', { bags })} disabledReason={why} onPress={take} />}
      over={
        <Sheet title={t('other-count')} open={isOther} onClose={() => setOther(false)}>
          <Rows gap={2}>
            <Words size={5}>{t('other-count-hint', { counted: bags, bags: leg.bags ?? 0 })}</Words>
            <Button look="main" icon="refresh" label={t('count-again')} onPress={() => setOther(false)} />
            <Button icon="warning" label={t('report-count', { counted: bags })} onPress={report} />
          </Rows>
        </Sheet>
      }
    >
      <StepNote words={t('count-hint')} />
      <BagCount bags={bags} least={0} onChange={setBags} />
    </Frame>
  );
}
