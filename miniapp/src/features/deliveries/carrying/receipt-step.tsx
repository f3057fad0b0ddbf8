import type { LineView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { askConsent, purchase } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { FileId } from '@grid-relief/shared-types/primitives/ids';
import * as z from '@grid-relief/shared-types/zod';
import { useState } from 'react';
import { toast } from '@/platform';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { noPhotoText } from '@/text/no-photo';
import { Button, Card, formatFen, Heading, Image, Line, ListRow, Money, Picture, pictureFor, Words } from '@/ui';
import { useGoodsName } from '../goods-name';
import { NoPhotoSheet } from '../no-photo-sheet';
import { consentState, isBought, priceOf } from './basket';
import { PricePad } from './price-pad';
import { type ReceiptDraft, useReceiptDraft } from './receipt-draft';
import { BagCount } from './start-step';
import { StepFrame, StepNote, type StepProps } from './step-frame';

const priceIn = (draft: ReceiptDraft, line: LineView) => draft.prices[line.line] ?? priceOf(line);

function reported(line: LineView, draft: ReceiptDraft) {
  if (!isBought(line)) return { line: line.line, outcome: 'LEFT_OUT' } as const;
  const outcome = line.outcome === 'REPLACED' ? 'REPLACED' : 'FOUND';
  const boughtQuantity = line.boughtQuantity ?? line.quantity;
  return { line: line.line, outcome, boughtQuantity, actualFen: priceIn(draft, line) } as const;
}

/** At the till: price of every line (the estimate unless changed), photo of the receipt, bags; over a tenth more asks first. */
export function ReceiptStep({ view, doing, onBack }: StepProps & { readonly onBack: () => void }) {
  const t = useText(carryingText);
  const draft = useReceiptDraft(view.id);
  const bought = view.lines.filter(isBought);
  const totalFen = bought.reduce((sum, line) => sum + priceIn(draft, line), 0);
  const consent = consentState(view, totalFen);
  const needsAsking = consent === 'toAsk' || consent === 'asked';
  const photo = z.safeParse(FileId, draft.photo).data;
  const send = async () => {
    if (photo === undefined || draft.file === undefined) return;
    const lines = view.lines.map((line) => reported(line, draft));
    const files = [{ id: photo, file: draft.file, purpose: 'RECEIPT' as const }];
    const { kept } = await doing.act(purchase, { receiptPhoto: photo, bags: draft.bags, lines }, files);
    if (!kept) toast(t('not-kept'));
  };
  const tPhoto = useText(noPhotoText);
  const [hasNoPhoto, setNoPhoto] = useState(false);
  const take = () => void draft.shoot().then((isTaken) => setNoPhoto(!isTaken));
  const shoot = <Button look="main" icon="camera" label={t('receipt-photo')} onPress={take} />;
  const pay = <Button look="main" label={t('receipt-send')} onPress={() => void send()} />;
  const ask = (
    <Button
      look="main"
      label={t('consent-ask')}
      disabledReason={consent === 'asked' ? t('consent-waiting') : undefined}
      onPress={() => void doing.act(askConsent, { neededFen: totalFen })}
    />
  );
  return (
    <StepFrame
      view={view}
      doing={doing}
      note={<Total fen={totalFen} />}
      quiet={<Button icon="left" label={t('back-to-list')} onPress={onBack} />}
      main={needsAsking ? ask : draft.file === undefined ? shoot : pay}
      over={
        <NoPhotoSheet why={tPhoto('why-receipt')} open={hasNoPhoto} onAgain={take} onClose={() => setNoPhoto(false)} />
      }
    >
      {needsAsking && (
        <Card tone="amber">
          <Heading size={5}>{t('consent-title')}</Heading>
          <Words>{t('consent-hint', { estimate: formatFen(view.estimateFen), total: formatFen(totalFen) })}</Words>
        </Card>
      )}
      {consent === 'given' && <StepNote tone="leaf" words={t('consent-given')} />}
      <Prices lines={bought} draft={draft} />
      <PhotoCard draft={draft} onAgain={take} />
      <BagCount bags={draft.bags} onChange={draft.setBags} />
    </StepFrame>
  );
}

function Total({ fen }: { readonly fen: number }) {
  const t = useText(carryingText);
  return (
    <Line apart>
      <Words>{t('receipt-total')}</Words>
      <Money fen={fen} size={3} />
    </Line>
  );
}

/** How many, and of what. */
function boughtWords(goods: ReturnType<typeof useGoodsName>, { boughtQuantity, quantity, unit }: LineView): string {
  const count = boughtQuantity ?? quantity;
  return `${count} ${goods.unit(unit, count)}`;
}

function Prices({ lines, draft }: { readonly lines: readonly LineView[]; readonly draft: ReceiptDraft }) {
  const goods = useGoodsName();
  const t = useText(carryingText);
  const [open, setOpen] = useState<string>();
  const line = lines.find((each) => each.line === open);
  return (
    <Card>
      <Heading size={5}>{t('receipt-title')}</Heading>
      <Words tone="quiet">{t('receipt-hint')}</Words>
      {lines.map((each, index) => (
        <ListRow
          key={each.line}
          title={goods.shelf(each.replacement ?? each)}
          note={boughtWords(goods, each)}
          lead={<Picture name={pictureFor(each.picture ?? '')} />}
          end={<Money fen={priceIn(draft, each)} size={5} />}
          last={index === lines.length - 1}
          onPress={() => setOpen(each.line)}
        />
      ))}
      {line && (
        <PricePad
          title={t('price-of', { name: goods.shelf(line.replacement ?? line) })}
          fen={priceIn(draft, line)}
          onClose={() => setOpen(undefined)}
          onChange={(fen) => draft.setPrice(line.line, fen)}
        />
      )}
    </Card>
  );
}

type PhotoProps = { readonly draft: ReceiptDraft; readonly onAgain: () => void };

function PhotoCard({ draft, onAgain }: PhotoProps) {
  const t = useText(carryingText);
  if (!draft.file) return null;
  return (
    <Card tone="leaf">
      <Image className="carry-photo" src={draft.file.path} mode="aspectFill" ariaLabel={t('receipt-photo-done')} />
      <Button icon="camera" label={t('receipt-photo-again')} onPress={onAgain} />
    </Card>
  );
}
