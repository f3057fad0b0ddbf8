import type { DeliveryView, LineView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useText } from '@/text';
import { orderText } from '@/text/order';
import { orderStatusText } from '@/text/order-status';
import { postMealText } from '@/text/post-meal';
import { proofPhotoText } from '@/text/proof-photo';
import { termsText } from '@/text/request-terms';
import {
  Card,
  formatFen,
  Heading,
  Line,
  Money,
  Picture,
  pictureFor,
  Rows,
  StatusChip,
  useMarks,
  View,
  Words,
} from '@/ui';
import { useGoodsName } from '../../goods-name';
import { ProofPhoto } from '../../proof-photo';
import './receipt.css';

type ReceiptProps = {
  readonly view: DeliveryView;
  /** The goods alone, for a home that is asked for nothing. */
  readonly withoutMoney?: boolean;
};

/** The list as a receipt: what was found, replaced or not to be had, the sum, and who is paid. */
export function ReceiptCard({ view, withoutMoney = false }: ReceiptProps) {
  const marks = useMarks();
  const t = useText(orderStatusText);
  const tOrder = useText(orderText);
  const tPhoto = useText(proofPhotoText);
  const meal = useText(postMealText);
  const { lines, words, doorWords, headCount } = view;
  return (
    <Card>
      <Rows gap={2}>
        <Heading>{t('receipt')}</Heading>
        {headCount !== undefined && <Words strong>{meal('heads', { count: headCount })}</Words>}
        {words && <Words>{words}</Words>}
        {lines.map((line) => (
          <ReceiptLine key={line.line} line={line} withoutMoney={withoutMoney} />
        ))}
        {!withoutMoney && <Sum view={view} />}
        {doorWords && <Words tone="quiet">{marks.said(tOrder('doorWords'), doorWords)}</Words>}
        {!withoutMoney && <Owed view={view} />}
        <Rows gap={2}>
          {!withoutMoney && <ProofPhoto id={view.receiptPhoto} label={tPhoto('RECEIPT')} />}
          <ProofPhoto id={view.dropPhoto} label={tPhoto('DROP')} />
          <ProofPhoto id={view.disputePhoto} label={tPhoto('DISPUTE-own')} />
        </Rows>
      </Rows>
    </Card>
  );
}

type Of = Pick<ReceiptProps, 'view'>;

/** By estimate or by receipt, and that the receipt came later when it did. */
function Sum({ view: { lines, actualFen, estimateFen, receiptCame } }: Of) {
  const t = useText(orderStatusText);
  return (
    <>
      {lines.length > 0 && (
        <Line apart>
          <Words strong>{t(actualFen === undefined ? 'estimate' : 'receiptPaid')}</Words>
          <Money fen={actualFen ?? estimateFen} size={4} />
        </Line>
      )}
      {receiptCame && receiptCame.beforeFen !== receiptCame.afterFen && (
        <Words tone="amber">
          {t('receiptCame', { before: formatFen(receiptCame.beforeFen), after: formatFen(receiptCame.afterFen) })}
        </Words>
      )}
    </>
  );
}

function ReceiptLine({ line, withoutMoney }: { readonly line: LineView; readonly withoutMoney: boolean }) {
  const t = useText(orderStatusText);
  const goods = useGoodsName();
  const isOut = line.outcome === 'LEFT_OUT';
  const isReplaced = line.outcome === 'REPLACED';
  return (
    <View className="receipt-line">
      <Picture name={pictureFor(line.picture ?? '')} bare />
      <View className="receipt-words">
        <Words
          struck={isOut || isReplaced}
        >{`${goods.plain(line)} ×\u00a0${line.boughtQuantity ?? line.quantity}`}</Words>
        {isReplaced && line.replacement && (
          <Words tone="leaf">{t('replacedBy', { name: goods.plain(line.replacement) })}</Words>
        )}
        {isOut && <Words tone="amber">{t('leftOut')}</Words>}
      </View>
      {!withoutMoney && <Money fen={line.actualFen ?? line.estimateFen} struck={isOut} />}
    </View>
  );
}

function Owed({ view: { money, payMode } }: Of) {
  const t = useText(orderStatusText);
  const d = useText(termsText);
  if (money === undefined || money.owedFen === 0) return <Words tone="quiet">{d(`p-${payMode}`)}</Words>;
  return (
    <Card tone={money.paidTick ? 'leaf' : 'amber'}>
      <Rows gap={1}>
        <Line apart>
          <Words strong>{`${t('paid')}${money.owedTo ? ` · ${d(`owed-${money.owedTo}`)}` : ''}`}</Words>
          <Money fen={money.owedFen} size={4} />
        </Line>
        <Line>
          {money.paidTick && <StatusChip icon="check" tone="leaf" label={t('paidTick')} />}
          {money.receivedTick && <StatusChip icon="check" tone="leaf" label={t('receivedTick')} />}
        </Line>
      </Rows>
    </Card>
  );
}
