import type { DeliveryView, LineView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { reportLine } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useState } from 'react';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { registerText } from '@/text/register';
import { Button, Card, formatFen, Heading, Line, Money, Rows, shanghaiTime, Words } from '@/ui';
import { TakeCard } from '../custody/carrier-card';
import { useGoodsName } from '../goods-name';
import { CounterCard, lacksRegister } from '../register/counter-card';
import { byAisle, isBought, isOpenLine, runningFen } from './basket';
import { may } from './marks';
import { PickingLine } from './picking-line';
import { ReceiptStep } from './receipt-step';
import { SoldOutSheet, useExtraWords } from './sold-out-sheet';
import { LeaveButtons } from './start-step';
import { StepFrame, StepNote, type StepProps } from './step-frame';

const clock = (instant: string) => shanghaiTime(new Date(instant)).time;

/** In the shop: the list by aisle with running money, then the receipt. */
export function ShopStep({ view, doing }: StepProps) {
  const t = useText(carryingText);
  const [isPaying, setPaying] = useState(false);
  const [soldOut, setSoldOut] = useState<string>();
  const whyNot = useWhyNotPay(view);
  if (isPaying && whyNot === undefined)
    return <ReceiptStep view={view} doing={doing} onBack={() => setPaying(false)} />;
  const found = ({ line, quantity }: LineView) =>
    void doing.act(reportLine, { line, outcome: 'FOUND', boughtQuantity: quantity });
  return (
    <StepFrame
      view={view}
      doing={doing}
      note={<RunningMoney view={view} />}
      main={<Button look="main" label={t('to-pay')} disabledReason={whyNot} onPress={() => setPaying(true)} />}
      over={
        <SoldOutSheet
          line={view.lines.find(({ line }) => line === soldOut)}
          shop={view.shop?.id}
          doing={doing}
          mayAsk={may(view, 'askSubstitution')}
          onClose={() => setSoldOut(undefined)}
        />
      }
    >
      {view.substitution && <AskedNote asked={view.substitution} />}
      <TakeCard view={view} doing={doing} />
      <CounterCard view={view} doing={doing} />
      {byAisle(view.lines).map(({ aisle, lines }) => (
        <Card key={aisle ?? ''}>
          <Heading size={5}>{aisle ?? t('aisle-other')}</Heading>
          {lines.map((line) => (
            <PickingLine
              key={line.line}
              delivery={view.id}
              line={line}
              answerBy={view.substitution && clock(view.substitution.answerBy)}
              onFound={() => found(line)}
              onSoldOut={() => setSoldOut(line.line)}
            />
          ))}
        </Card>
      ))}
      <Rows gap={2}>
        <LeaveButtons view={view} doing={doing} />
      </Rows>
    </StepFrame>
  );
}

function useWhyNotPay(view: DeliveryView): string | undefined {
  const t = useText(carryingText);
  const tRegister = useText(registerText);
  const left = view.lines.filter(isOpenLine).length;
  if (left > 0) return t('to-pay-why', { count: left });
  if (!may(view, 'purchase')) return t('to-pay-waiting');
  if (!view.lines.some(isBought)) return t('to-pay-none');
  const isToRegister = view.lines.some((line) => line.controlledFour && isBought(line)) && lacksRegister(view);
  return isToRegister ? tRegister('tick-first') : undefined;
}

function RunningMoney({ view }: { readonly view: DeliveryView }) {
  const t = useText(carryingText);
  return (
    <Line apart>
      <Line>
        <Words>{t('running')}</Words>
        <Money fen={runningFen(view.lines)} size={4} />
      </Line>
      <Words tone="quiet">{t('estimate', { money: formatFen(view.estimateFen) })}</Words>
    </Line>
  );
}

function AskedNote({ asked }: { readonly asked: NonNullable<DeliveryView['substitution']> }) {
  const goods = useGoodsName();
  const t = useText(carryingText);
  const extra = useExtraWords();
  const { offeredName, offeredNameEn, extraFen, answerBy } = asked;
  const other = goods.shelf({ name: offeredName, nameEn: offeredNameEn });
  const values = { name: goods.shelf(asked), other, extra: extra(extraFen), time: clock(answerBy) };
  return <StepNote tone="amber" words={t('asked-note', values)} />;
}
